"""Moments as milliseconds, and back."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from geo.times import milliseconds, wall_clock


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_wall_clock_leads_back_from_milliseconds(moment: datetime) -> None:
    assert wall_clock(milliseconds(moment)) == moment


def test_milliseconds_count_from_1970_on_the_clock_itself() -> None:
    assert milliseconds(datetime(1970, 1, 2)) == 86_400_000
    assert milliseconds(datetime(1969, 12, 31, 23, 59, 59)) == -1000
