"""When an event lies in a range."""

from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times import (
    Range,
    find_extent,
    judge_membership,
)


def events_at(*intervals: tuple[str, str], zone: str = "Europe/Moscow") -> pd.DataFrame:
    starts, ends = (pd.to_datetime(list(column)) for column in zip(*intervals, strict=True))
    return pd.DataFrame(
        {
            "start_local": starts,
            "end_local": ends,
            "start": starts.tz_localize(zone).tz_convert("UTC"),
            "end": ends.tz_localize(zone).tz_convert("UTC"),
        }
    )


third_of_may = Range(datetime(2023, 5, 3), datetime(2023, 5, 4))


def test_an_event_before_dawn_in_moscow_belongs_to_the_day_before_in_utc() -> None:
    drone = events_at(("2023-05-03T02:27", "2023-05-03T02:28"))
    assert list(judge_membership(drone, third_of_may, "place")) == ["definite"]
    assert list(judge_membership(drone, third_of_may, "utc")) == ["outside"]


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        ("2023-05-03T00:00", "2023-05-04T00:00", "definite"),
        ("2023-05-02T00:00", "2023-05-03T00:00", "outside"),
        ("2023-05-04T00:00", "2023-05-05T00:00", "outside"),
        ("2023-05-02T23:59", "2023-05-03T00:01", "possible"),
        ("2023-04-01T00:00", "2023-06-01T00:00", "possible"),
    ],
)
def test_only_an_interval_that_lies_wholly_inside_is_definite(
    start: str, end: str, word: str
) -> None:
    assert list(judge_membership(events_at((start, end)), third_of_may, "place")) == [word]


def test_no_range_keeps_every_event_for_certain() -> None:
    event = events_at(("1941-06-22T03:15", "1941-06-22T03:16"))
    assert list(judge_membership(event, None, "place")) == ["definite"]


def test_no_event_has_no_extent_and_no_membership() -> None:
    nothing = events_at(("2023-05-03", "2023-05-04")).iloc[:0]
    assert find_extent(nothing, "place") is None
    assert judge_membership(nothing, third_of_may, "utc").empty


def test_extent_is_whole_days_around_first_and_last_event() -> None:
    events = events_at(
        ("2022-02-24T09:40", "2022-02-24T09:41"), ("2023-08-23T00:00", "2023-08-24T00:00")
    )
    assert find_extent(events, "place") == Range(datetime(2022, 2, 24), datetime(2023, 8, 24))


moments = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
ranges = st.tuples(moments, moments).filter(lambda ends: ends[0] < ends[1])


@given(ranges, ranges, ranges)
def test_a_wider_range_never_loses_an_event(
    event: tuple[datetime, datetime],
    narrow: tuple[datetime, datetime],
    other: tuple[datetime, datetime],
) -> None:
    events = events_at((event[0].isoformat(), event[1].isoformat()), zone="UTC")
    wide = Range(min(narrow[0], other[0]), max(narrow[1], other[1]))
    rank = {"outside": 0, "possible": 1, "definite": 2}
    words = [judge_membership(events, chosen, "utc")[0] for chosen in (Range(*narrow), wide)]
    assert rank[words[0]] <= rank[words[1]]
