"""When a statement was made: the interval that its date and precision leave open."""

from datetime import UTC, datetime, timedelta

import pytest

from geo.claims import find_statement_interval
from tests.statements import make_claim


@pytest.mark.parametrize(
    ("said_at", "precision", "start", "end"),
    [
        ("2023-05-03T02:37+03:00", "minute", "2023-05-02T23:37", "2023-05-02T23:38"),
        ("2023-05-03T20:54Z", "minute", "2023-05-03T20:54", "2023-05-03T20:55"),
        ("2023-05-03T14:33+03:00", "hour", "2023-05-03T11:03", "2023-05-03T12:03"),
        ("2023-05-03T18:43+03:00", "part_of_day", "2023-05-03T15:00", "2023-05-03T21:00"),
        ("2023-05-03", "part_of_day", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "day", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", None, "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "minute", "2023-05-02T21:00", "2023-05-03T21:00"),
        ("2023-05-03", "days", "2023-05-01T21:00", "2023-05-04T21:00"),
        ("2023-05-03", "week", "2023-04-30T21:00", "2023-05-07T21:00"),
        ("2023-05-31", "month", "2023-04-30T21:00", "2023-05-31T21:00"),
        ("2024-02", None, "2024-01-31T21:00", "2024-02-29T21:00"),
        ("2023", "day", "2022-12-31T21:00", "2023-12-31T21:00"),
    ],
)
def test_a_statement_may_have_been_made_at_any_moment_its_precision_leaves_open(
    said_at: str | None, precision: str | None, start: str, end: str
) -> None:
    claim = make_claim(said_at=said_at, said_at_precision=precision)
    wanted = tuple(datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end))
    assert find_statement_interval(claim, "Africa/Nairobi") == wanted


def test_a_day_on_which_clocks_change_has_its_own_length() -> None:
    claim = make_claim(said_at="2023-03-26", said_at_precision="day")
    interval = find_statement_interval(claim, "Europe/Lisbon")
    assert interval is not None
    assert interval[1] - interval[0] == timedelta(hours=23)


@pytest.mark.parametrize("said_at", [None, "2999-12-31"])
def test_only_an_undated_statement_has_no_interval(said_at: str | None) -> None:
    interval = find_statement_interval(
        make_claim(said_at=said_at, said_at_precision=None), "Africa/Nairobi"
    )
    assert (interval is None) == (said_at is None)
