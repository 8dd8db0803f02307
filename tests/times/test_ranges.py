"""Moments as milliseconds and back, and ranges that a time bar spans."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.times import DAY, HOUR, MINUTE, Range, choose_time_domain, milliseconds, wall_clock


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_wall_clock_leads_back_from_milliseconds(moment: datetime) -> None:
    assert wall_clock(milliseconds(moment)) == moment


def test_milliseconds_count_from_1970_on_the_clock_itself() -> None:
    assert milliseconds(datetime(1970, 1, 2)) == 86_400_000
    assert milliseconds(datetime(1969, 12, 31, 23, 59, 59)) == -1000


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="wanted an end after the start"):
        Range(datetime(2023, 5, 3), datetime(2023, 5, 3))


@pytest.mark.parametrize(
    ("length", "step"), [(9 * HOUR, MINUTE), (3 * DAY, MINUTE), (90 * DAY, DAY), (5 * HOUR, MINUTE)]
)
def test_a_short_range_gets_a_finer_step(length: timedelta, step: timedelta) -> None:
    year = Range(datetime(2023, 1, 1), datetime(2024, 1, 1))
    start = datetime(2023, 5, 2, 21)
    assert choose_time_domain(Range(start, start + length), year)[1] == step


moments = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
ranges = st.tuples(moments, moments).filter(lambda ends: ends[0] < ends[1])


@given(ranges, ranges)
def test_the_bar_always_spans_the_chosen_range(
    chosen: tuple[datetime, datetime], whole: tuple[datetime, datetime]
) -> None:
    domain, step = choose_time_domain(Range(*chosen), Range(*whole))
    assert domain.start <= chosen[0] < chosen[1] <= domain.end
    assert domain.length % step == timedelta()
