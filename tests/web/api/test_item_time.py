"""What the parameter `datetime` of the API asks for."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.times import Range
from web.api.item_time import TIME_PATTERN, read_datetime

OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
# Far enough from the ends of the calendar for any offset.
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=OFFSETS)


@given(MOMENTS, MOMENTS)
def test_an_interval_of_rfc_3339_is_read_to_the_microsecond(one: datetime, other: datetime) -> None:
    start, end = sorted((one, other))
    time = read_datetime(f"{start.isoformat()}/{end.isoformat()}")
    assert time.start.replace(tzinfo=UTC) == start
    assert time.end.replace(tzinfo=UTC) == end + timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023-11-19", datetime(2023, 11, 19), datetime(2023, 11, 20)),
        ("2024-02-29/2024-03-01", datetime(2024, 2, 29), datetime(2024, 3, 2)),
        (
            "2023-11-19t02:00:00.5+14:00",
            datetime(2023, 11, 18, 12, 0, 0, 500_000),
            datetime(2023, 11, 18, 12, 0, 0, 500_001),
        ),
    ],
)
def test_a_day_lasts_to_its_end_and_an_instant_a_microsecond(
    text: str, start: datetime, end: datetime
) -> None:
    assert read_datetime(text) == Range(start, end)


@pytest.mark.parametrize("end", ["", ".."])
def test_an_end_is_open_where_nothing_or_two_dots_stand(end: str) -> None:
    year_ago, in_a_thousand_years = datetime(1022, 1, 1), datetime(3022, 1, 1)
    assert read_datetime(f"{end}/2023-11-19").start < year_ago
    assert read_datetime(f"2023-11-19/{end}").end > in_a_thousand_years
    assert read_datetime(f"{end}/{end}").start < read_datetime(f"{end}/{end}").end


@pytest.mark.parametrize(
    "text",
    ["..", "", "2023-11-19/2023-11-20/2023-11-21", "2023-11-19T14:05", "2023-11-19T14:05:00"],
)
def test_what_does_not_fit_the_pattern_is_refused(text: str) -> None:
    assert not re.fullmatch(TIME_PATTERN, text)
    with pytest.raises(LinkError, match=r"datetime: found '.*', wanted an instant such as"):
        read_datetime(text)


@pytest.mark.parametrize(
    "text", ["2023-02-30", "0000-01-01", "9999-12-31", "2023-11-20/2023-11-19"]
)
def test_a_day_of_no_calendar_and_an_end_before_the_start_are_refused(text: str) -> None:
    with pytest.raises(LinkError, match="datetime: found"):
        read_datetime(text)
