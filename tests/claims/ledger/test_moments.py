"""Moments at which the record of an event grew."""

from datetime import UTC, datetime

from geo.claims import find_moments
from tests.statements import make_claim, make_ledger

ZONE = "Africa/Nairobi"


def test_the_first_moment_is_the_next_noon_or_midnight() -> None:
    morning, evening = (datetime(2023, 5, 3, hour, tzinfo=UTC) for hour in (6, 16))
    assert find_moments((), morning, ZONE) == (datetime(2023, 5, 3, 12),)
    assert find_moments((), evening, ZONE) == (datetime(2023, 5, 4),)


def test_each_midnight_by_which_more_was_on_record_follows_up_to_a_limit() -> None:
    days = ("2023-05-03", "2023-05-03", "2023-05-07", "2023-05-09")
    entries = make_ledger(*(make_claim(n, said_at=day) for n, day in enumerate(days, 1)))
    moments = find_moments(entries, datetime(2023, 5, 3, 6, tzinfo=UTC), ZONE, most=3)
    assert moments == (datetime(2023, 5, 3, 12), datetime(2023, 5, 4), datetime(2023, 5, 8))
