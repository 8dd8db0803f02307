"""Months, years and their thirds, as days."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.dates.meaning import DateProblem, ReadDate
from geo.importing.dates.periods import build_month, build_year

THIRDS = ("early", "mid", "late")


def days_of(period: ReadDate) -> list[date]:
    return [
        period.first + timedelta(days=day) for day in range((period.last - period.first).days + 1)
    ]


@given(st.integers(1000, 2999), st.integers(1, 12))
def test_the_thirds_of_a_month_hold_each_of_its_days_once(year: int, month: int) -> None:
    found = [day for third in THIRDS for day in days_of(build_month(year, month, third))]
    assert found == [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    assert days_of(build_month(year, month)) == found


@given(st.integers(1000, 2999))
def test_the_thirds_of_a_year_are_four_months_each_and_hold_each_day_once(year: int) -> None:
    parts = [days_of(build_year(year, third)) for third in THIRDS]
    assert [len({day.month for day in part}) for part in parts] == [4, 4, 4]
    assert [day for part in parts for day in part] == days_of(build_year(year))
    assert (build_year(year).first, build_year(year).last) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize("year", [0, 999, 3000])
def test_a_year_that_nobody_means_is_refused(year: int) -> None:
    with pytest.raises(DateProblem, match="a year from 1000 to 2999"):
        build_year(year)
    with pytest.raises(DateProblem, match="a year from 1000 to 2999"):
        build_month(year, 1)
