"""Months, years and their thirds, as days."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from geo.importing.dates.meaning import DateProblem, ReadDate

# Early is to the 10th, late from the 21st: a third each, as people speak of months.
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def build_month(year: int, month: int, third: str = "") -> ReadDate:
    """Return a month, or a third of it."""
    if not 1000 <= year <= 2999:
        raise DateProblem(f"the year {year}", "a year from 1000 to 2999")
    length = monthrange(year, month)[1]
    if not third:
        return ReadDate(date(year, month, 1), date(year, month, length), "month")
    first, last = _THIRDS[third]
    return ReadDate(date(year, month, first), date(year, month, min(last, length)), "days")


def build_year(year: int, third: str = "") -> ReadDate:
    """Return a year, or a third of it: four months."""
    if not 1000 <= year <= 2999:
        raise DateProblem(f"the year {year}", "a year from 1000 to 2999")
    start, end = {"": (1, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12)}[third]
    last = date(year, end, monthrange(year, end)[1])
    return ReadDate(date(year, start, 1), last, "days" if third else "year")


def widen_period(period: ReadDate) -> ReadDate:
    """Return a period that is wider by one of its own unit on either side, as EDTF reads "~".

    >>> widen_period(build_month(2024, 5)).first.isoformat()
    '2024-04-01'
    """
    day = timedelta(days=1)
    first, last = period.first - day, period.last + day
    if period.unit == "month":
        before, after = build_month(first.year, first.month), build_month(last.year, last.month)
        first, last = before.first, after.last
    elif period.unit == "year":
        first, last = build_year(first.year).first, build_year(last.year).last
    return replace(period, first=first, last=last)
