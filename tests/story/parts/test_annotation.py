"""Notes on the axes of time, read as a link reads days."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from geo.story.parts.annotation import Annotation
from geo.times import Range

SAID = "The governor said that saboteurs had killed a guard."


def note(text: str = SAID, ground: str = "bridge#c1", **times: str) -> Annotation:
    return Annotation.model_validate(
        {"text": text, "rests_on": [ground], **({"from": "2023-05-03"} | times)}
    )


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ({"from": "2023-05-03"}, datetime(2023, 5, 3), datetime(2023, 5, 4)),
        ({"from": "2023-05-03", "to": "2023-05-05"}, datetime(2023, 5, 3), datetime(2023, 5, 6)),
        (
            {"from": "2023-05-03T02:27"},
            datetime(2023, 5, 3, 2, 27),
            datetime(2023, 5, 3, 2, 28),
        ),
        (
            {"from": "2023-05-02T21:00", "to": "2023-05-03T06:00"},
            datetime(2023, 5, 2, 21),
            datetime(2023, 5, 3, 6),
        ),
    ],
)
def test_a_day_is_included_whole_and_a_minute_is_one(
    times: dict[str, str], start: datetime, end: datetime
) -> None:
    assert note(**times).range() == Range(start, end)


@pytest.mark.parametrize(
    "times",
    [
        {"from": "May 2023"},
        {"from": "2023-02-30"},
        {"from": "2023-05-05", "to": "2023-05-03"},
        {"from": "2023-05-05T12:00", "to": "2023-05-05T12:00"},
    ],
)
def test_a_time_that_is_none_is_refused(times: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=r"wanted|pattern"):
        note(**times)


def test_a_note_is_on_the_clock_of_the_axis() -> None:
    """Suva is twelve hours before UTC; its summer time ended in 2022."""
    day = note()
    assert day.range_in("place", "Pacific/Fiji") == day.range()
    utc = day.range_in("utc", "Pacific/Fiji")
    assert utc == Range(datetime(2023, 5, 2, 12), datetime(2023, 5, 3, 12))


def test_a_note_longer_than_a_line_is_refused() -> None:
    with pytest.raises(ValidationError, match="wanted 160 at most"):
        note("a" * 161)
