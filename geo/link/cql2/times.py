"""Instants and intervals in a filter, and how those of an event compare that are uncertain.

A time is compared by its first and its last instant, and each of the two may be uncertain: an event
took place at some instant of its interval. So a comparison may come out true and false, and such an
event is possible.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from geo.events.geometry.arrays import Flags
from geo.link.cql2.outcomes import Outcomes
from geo.link.cql2.tree import Tree, refuse
from geo.times.local import MICROSECOND

Micros = NDArray[np.int64]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATE = r"\d{4}-\d{2}-\d{2}"
_TIMESTAMP = rf"{_DATE}[Tt]\d{{2}}:\d{{2}}:\d{{2}}(\.\d{{1,6}})?([Zz]|[+-]\d{{2}}:\d{{2}})"
FIRST, LAST = -(2**62), 2**62


@dataclass(frozen=True)
class Times:
    """A time for each event; all instants are microseconds since 1970 in UTC.

    Attributes
    ----------
    first, last : tuple of two arrays of int
        The earliest and latest that the first instant can be, and the last one. Of one value,
        where it is the same for all.
    missing : array of bool
    """

    first: tuple[Micros, Micros]
    last: tuple[Micros, Micros]
    missing: Flags


def read_day(text: Tree) -> Times:
    """Return a day in UTC, all of it."""
    moment = _read_moment(text, _DATE, "a date such as 2024-05-15")
    return _state(moment, moment + timedelta(days=1) - MICROSECOND)


def read_timestamp(text: Tree) -> Times:
    """Return an instant."""
    moment = _read_moment(text, _TIMESTAMP, "an instant such as 2023-11-19T14:05:00Z")
    return _state(moment, moment)


def read_instant(text: Tree) -> Times:
    """Return an instant or a day, whichever a text states."""
    return read_day(text) if re.fullmatch(_DATE, str(text), re.ASCII) else read_timestamp(text)


def always() -> Times:
    """Return all time, as the open end of an interval."""
    return _times(FIRST, LAST)


def join_times(start: Times, end: Times) -> Times:
    """Return the interval from the first instant of one time to the last of another."""
    return Times(start.first, end.last, start.missing | end.missing)


def is_before(one: Times, other: Times) -> Outcomes:
    """Return whether all of one time lies before another."""
    return _is_less(one.last, other.first, one.missing | other.missing)


def is_equal(one: Times, other: Times) -> Outcomes:
    """Return whether one time is neither before nor after another."""
    return ~is_before(one, other) & ~is_before(other, one)


COMPARISONS: Mapping[str, Callable[[Times, Times], Outcomes]] = {
    "=": is_equal,
    "<>": lambda one, other: ~is_equal(one, other),
    "<": is_before,
    ">": lambda one, other: is_before(other, one),
    "<=": lambda one, other: ~is_before(other, one),
    ">=": lambda one, other: ~is_before(one, other),
}


def _starts(one: Times, other: Times) -> Outcomes:
    return _is_same(one.first, other.first, one.missing | other.missing)


def _ends(one: Times, other: Times) -> Outcomes:
    return _is_same(one.last, other.last, one.missing | other.missing)


def _starts_before(one: Times, other: Times) -> Outcomes:
    return _is_less(one.first, other.first, one.missing | other.missing)


def _ends_before(one: Times, other: Times) -> Outcomes:
    return _is_less(one.last, other.last, one.missing | other.missing)


def _meets(one: Times, other: Times) -> Outcomes:
    return _is_same(one.last, other.first, one.missing | other.missing)


def _overlaps(one: Times, other: Times) -> Outcomes:
    after_start = _is_less(other.first, one.last, one.missing | other.missing)
    return _starts_before(one, other) & after_start & _ends_before(one, other)


def _contains(one: Times, other: Times) -> Outcomes:
    return _starts_before(one, other) & _ends_before(other, one)


# OGC 21-065r2, table 9.
FUNCTIONS: Mapping[str, Callable[[Times, Times], Outcomes]] = {
    "t_after": lambda one, other: is_before(other, one),
    "t_before": is_before,
    "t_contains": _contains,
    "t_disjoint": lambda one, other: ~is_equal(one, other),
    "t_during": lambda one, other: _contains(other, one),
    "t_equals": lambda one, other: _starts(one, other) & _ends(one, other),
    "t_finishedby": lambda one, other: _starts_before(one, other) & _ends(one, other),
    "t_finishes": lambda one, other: _starts_before(other, one) & _ends(one, other),
    "t_intersects": is_equal,
    "t_meets": _meets,
    "t_metby": lambda one, other: _meets(other, one),
    "t_overlappedby": lambda one, other: _overlaps(other, one),
    "t_overlaps": _overlaps,
    "t_startedby": lambda one, other: _starts(one, other) & _ends_before(other, one),
    "t_starts": lambda one, other: _starts(one, other) & _ends_before(one, other),
}


def _is_less(one: tuple[Micros, Micros], other: tuple[Micros, Micros], missing: Flags) -> Outcomes:
    true, false = one[0] < other[1], one[1] >= other[0]
    return Outcomes(true & ~missing, false & ~missing, missing)


def _is_same(one: tuple[Micros, Micros], other: tuple[Micros, Micros], missing: Flags) -> Outcomes:
    true = (one[0] <= other[1]) & (other[0] <= one[1])
    surely = (one[0] == other[1]) & (one[1] == other[0])
    return Outcomes(true & ~missing, ~surely & ~missing, missing)


def _read_moment(text: Tree, pattern: str, wanted: str) -> datetime:
    if not isinstance(text, str) or not re.fullmatch(pattern, text, re.ASCII):
        raise refuse(text, wanted)
    try:
        moment = datetime.fromisoformat(text.upper())
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        # Where a day more leads beyond all years, so does the rest.
        _ = zoned.astimezone(UTC) + timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise refuse(text, wanted) from error
    return zoned


def _state(first: datetime, last: datetime) -> Times:
    return _times((first - _EPOCH) // MICROSECOND, (last - _EPOCH) // MICROSECOND)


def _times(first: int, last: int) -> Times:
    start, end = np.array([first]), np.array([last])
    return Times((start, start), (end, end), np.array([False]))
