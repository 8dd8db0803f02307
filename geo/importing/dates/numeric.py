"""Dates in numbers: which is the day and which the month."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from geo.importing.dates.meaning import DateProblem, OrderWanted, ReadDate, YearWanted
from geo.importing.dates.periods import build_month

_THREE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?(?:\s*г\.?|\s*р\.?)?")
_RANGE = re.compile(r"(\d{1,2})\.?\s*-\s*(\d{1,2})([./])(\d{1,2})\3(\d{4}|\d{2})")
_TWO = re.compile(r"(\d{1,2})([./])(\d{1,2})\.?")
_MONTH = re.compile(r"(\d{1,2})[./-](\d{4})")
WANTED_ORDER = "whether the day or the month is first in this column"


class DateNumbers(NamedTuple):
    """The three numbers of a date as they are written, and what separates them."""

    first: int
    second: int
    third: str
    mark: str


def split_numbers(text: str) -> DateNumbers | None:
    """Return the numbers of a date such as 03/05/2023; None if it is written otherwise."""
    match = _THREE.fullmatch(text)
    return DateNumbers(int(match[1]), int(match[3]), match[4], match[2]) if match else None


@lru_cache(maxsize=50_000)
def list_orders(numbers: DateNumbers) -> tuple[str, ...]:
    """Return the orders in which some numbers are a date.

    >>> list_orders(DateNumbers(31, 5, "2023", "/")), list_orders(DateNumbers(3, 5, "2023", "/"))
    (('dmy',), ('dmy', 'mdy'))
    """
    orders = {
        "dmy": (numbers.third, numbers.second, numbers.first),
        "mdy": (numbers.third, numbers.first, numbers.second),
    }
    if len(numbers.third) == 2 and numbers.mark == "-":
        orders["ymd"] = (f"{numbers.first:02d}", numbers.second, int(numbers.third))
    return tuple(name for name, parts in orders.items() if _build(*parts))


def read_numeric(text: str, order: str, year: int) -> ReadDate | None:
    """Return the days that numbers mean; None if the text is written otherwise.

    Raises
    ------
    OrderWanted, YearWanted, DateProblem
    """
    if numbers := split_numbers(text):
        return _read_three(numbers, text, order)
    if match := _RANGE.fullmatch(text):
        first = _build(match[5], int(match[4]), int(match[1]))
        last = _build(match[5], int(match[4]), int(match[2]))
        if first is None or last is None or last < first:
            raise DateProblem(repr(text), "days that exist, the earlier one first")
        return ReadDate(first, last, "days", remark=f"{text!r} is read as two days of one month")
    if match := _MONTH.fullmatch(text):
        if 1 <= int(match[1]) <= 12:
            return build_month(int(match[2]), int(match[1]))
        raise DateProblem(repr(text), "a month that exists")
    if match := _TWO.fullmatch(text):
        if not year:
            raise YearWanted(repr(text), "the year of dates without one in this column")
        return _read_three(
            DateNumbers(int(match[1]), int(match[3]), str(year), match[2]), text, order
        )
    return None


def _read_three(numbers: DateNumbers, text: str, order: str) -> ReadDate:
    orders = list_orders(numbers)
    if not orders:
        raise DateProblem(repr(text), "a day that exists")
    # Where both numbers are the same there is nothing to choose.
    days = {_pick(numbers, one) for one in orders}
    if len(days) > 1:
        if numbers.mark == "." and not order.endswith("."):
            order = "dmy"  # with dots the day is first in every country that writes them
        order = order.rstrip(".")
        if order not in orders:
            raise OrderWanted(repr(text), WANTED_ORDER)
        days = {_pick(numbers, order)}
    remark = ""
    if len(numbers.third) == 2 and orders != ("ymd",):
        remark = f"{text!r}: a year of two digits is read as {min(days).year}"
    if order.rstrip(".") and order.rstrip(".") not in orders:
        remark = f"{text!r} can only be {_NAMES[orders[0]]} first, unlike its column"
    day = days.pop()
    return ReadDate(day, day, remark=remark)


_NAMES = {"dmy": "day", "mdy": "month", "ymd": "year"}


def _pick(numbers: DateNumbers, order: str) -> date:
    first, second, third, _ = numbers
    parts: tuple[str, int, int] = {
        "dmy": (third, second, first),
        "mdy": (third, first, second),
        "ymd": (f"{first:02d}", second, int(third) if len(third) == 2 else 0),
    }[order]
    day = _build(*parts)
    assert day is not None
    return day


def _build(year: str, month: int, day: int) -> date | None:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 70 else 1900
    try:
        return date(number, month, day)
    except ValueError:
        return None
