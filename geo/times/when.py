"""A time as people and archives write it (ISO 8601, EDTF), as an interval with its precision."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from geo.times.local import find_end, find_instants, find_start, load_zone
from geo.times.ranges import DAY, HOUR, MINUTE

WHEN_WANTED = (
    "a time such as 2023-11-19, 2023-11-19T14:05, 2023-11-18/2023-11-19, 2023-11, 2023-11-19~ "
    "or 2023-11-XX (ISO 8601, EDTF levels 0 and 1), of the years 1000 to 2999"
)
# What an end that is not known is bounded by.
EARLIEST, LATEST = datetime(1000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)

_DATE = re.compile(r"[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?", re.ASCII)
_CLOCK = re.compile(
    r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?([~?%]?)", re.ASCII
)
# The longest interval that each word may mean.
_LONGEST = (
    (MINUTE, "minute"),
    (HOUR, "hour"),
    (DAY - MINUTE, "part_of_day"),
    (DAY, "day"),
    (6 * DAY, "days"),
    (7 * DAY, "week"),
    (31 * DAY, "month"),
)


@dataclass(frozen=True)
class When:
    """An uncertain time.

    Attributes
    ----------
    start, end : datetime
        In UTC; `end` is not included. `EARLIEST` or `LATEST` where that end is open.
    precision : str
        A word of the field `time_precision`.
    """

    start: datetime
    end: datetime
    precision: str


class _Side(NamedTuple):
    """One end of an interval, or a time by itself: naive or aware, `last` not included."""

    first: datetime
    last: datetime
    unit: str


@lru_cache(maxsize=10_000)
def read_when(text: str, zone: str = "UTC") -> When:
    """Return the interval that a text means.

    Parameters
    ----------
    text : str
        A day, month, year or moment, or two of them with "/" between; ".." or nothing is an open
        end. "~", "?" or "%" after a date widens it by one of its own unit on either side, a
        moment by an hour.
    zone : str
        IANA name of the zone that dates and clocks without an offset are read in. An hour that
        the clock shows twice counts from its first to its second showing.

    Raises
    ------
    ValueError
        If the text is no such time, ends before it starts, or names a time of day that the clock
        of the zone skipped.

    Examples
    --------
    >>> read_when("2023-05-03", "UTC").end.isoformat()
    '2023-05-04T00:00:00+00:00'
    >>> read_when("2023-11-19T14:05", "Asia/Aden").start.isoformat()
    '2023-11-19T11:05:00+00:00'
    >>> read_when("2023-05-XX").precision, read_when("2023-05-02/2023-05-03").precision
    ('month', 'days')
    """
    try:
        return _read_times(text, zone)
    except OverflowError:
        raise ValueError(WHEN_WANTED) from None


def _read_times(text: str, zone: str) -> When:
    left, separator, right = text.strip().partition("/")
    if not separator:
        return _read_one(left, zone)
    first, last = _read_side(left), _read_side(right)
    if first is None and last is None:
        raise ValueError(WHEN_WANTED)
    start = _find_start(first.first, zone) if first else EARLIEST
    end = LATEST
    if last:
        # A clock names the end itself, a date the whole of its day, month or year.
        moment = last.first if last.unit == "minute" and last != first else last.last
        end = _find_end(moment, zone)
    if end <= start:
        raise ValueError("an end that is not before the start")
    is_open = first is None or last is None
    return When(start, end, "year" if is_open else name_precision(end - start))


def _read_one(text: str, zone: str) -> When:
    side = _read_side(text)
    if side is None:
        raise ValueError(WHEN_WANTED)
    is_doubtful = side.unit == "hour"
    start = _find_start(side.first, zone, is_doubtful)
    end = _find_end(side.last, zone, is_doubtful)
    if end <= start:
        raise ValueError(f"a day that the calendar of {zone} has")
    if side.unit == "minute":
        return When(start, end, name_precision(end - start))
    exact = side.last - side.first <= timedelta(days=366)
    return When(start, end, side.unit if exact else "year")


@lru_cache(maxsize=20_000)
def _read_side(text: str) -> _Side | None:
    """Return one side; None where it is open."""
    if text in ("", ".."):
        return None
    if match := _CLOCK.fullmatch(text):
        day, minute, second, offset, doubt = match.groups()
        try:
            first = datetime.fromisoformat(f"{day}T{minute}{(offset or '').replace('Z', '+00:00')}")
            datetime.fromisoformat(f"{day}T{minute}{second or ''}")
        except ValueError:
            raise ValueError(WHEN_WANTED) from None
        last = first + MINUTE
        if doubt:
            first, last = first - HOUR, last + HOUR
        return _in_range(_Side(first, last, "hour" if doubt else "minute"))
    return _in_range(_read_date(text))


def _read_date(text: str) -> _Side:
    if not _DATE.fullmatch(text):
        raise ValueError(WHEN_WANTED)
    try:
        first, last = _read_plain(text) if "X" not in text else _read_unspecified(text)
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise ValueError(WHEN_WANTED) from None
    unit = "day" if last - first == DAY else "month" if last - first <= 92 * DAY else "year"
    if text[-1] in "~?%":
        first, last = _shift(first, unit, -1), _shift(last, unit, 1)
        unit = {"day": "days", "month": "year", "year": "year"}[unit]
    return _Side(first, last, unit)


def _read_plain(text: str) -> tuple[datetime, datetime]:
    """Return a year, month or day without digits left open: a thousand times faster than EDTF."""
    year, *parts = map(int, text.rstrip("~?%").split("-"))
    month, day = [*parts, 1, 1][:2]
    first = datetime(year, month, day)
    if len(parts) == 2:
        return first, first + DAY
    months = 12 * year + (first.month if parts else 12)
    return first, datetime(months // 12, months % 12 + 1, 1)


def _read_unspecified(text: str) -> tuple[datetime, datetime]:
    # Its grammar takes as long to load as a hundred events to read, and few events need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        date = parse_edtf(text)
    except EDTFParseException:
        raise ValueError(WHEN_WANTED) from None
    lower, upper = date.lower_strict(), date.upper_strict()
    return datetime(*lower[:3]), datetime(*upper[:3]) + DAY


def _shift(day: datetime, unit: str, by: int) -> datetime:
    """Return a day some units later; months and years from their first day."""
    if unit == "day":
        return day + by * DAY
    months = 12 * day.year + day.month - 1 + by * (1 if unit == "month" else 12)
    return day.replace(year=months // 12, month=months % 12 + 1)


def _in_range(side: _Side) -> _Side:
    if not (side.first.year >= 1000 and side.last <= datetime(3000, 1, 1, tzinfo=side.last.tzinfo)):
        raise ValueError(WHEN_WANTED)
    return side


def _find_start(moment: datetime, zone: str, is_doubtful: bool = False) -> datetime:
    """Return the first instant at which a clock shows a moment."""
    if moment.tzinfo:
        return moment.astimezone(UTC)
    # A day whose midnight the clock skipped starts where the skip ends.
    if is_doubtful or moment.hour == moment.minute == 0 or find_instants(moment, load_zone(zone)):
        return find_start(moment, load_zone(zone))
    raise ValueError(f"a time that the clock of {zone} showed on that day")


def _find_end(moment: datetime, zone: str, is_doubtful: bool = False) -> datetime:
    """Return the last instant at which a clock comes to a moment."""
    if moment.tzinfo:
        return moment.astimezone(UTC)
    end = find_end(moment, load_zone(zone))
    return end or _find_start(moment, zone, is_doubtful)


def name_precision(length: timedelta) -> str:
    """Return the word of `time_precision` for an interval of a length."""
    return next((word for longest, word in _LONGEST if length <= longest), "year")


def format_when(when: When, zone: str) -> str | None:
    """Return the shortest text that `read_when` reads as this time; None where there is none.

    Examples
    --------
    >>> format_when(read_when("2023-11-19T14:05", "Asia/Aden"), "Asia/Aden")
    '2023-11-19T14:05'
    """
    clock = load_zone(zone)
    try:
        start = when.start.astimezone(clock).replace(tzinfo=None)
        end = when.end.astimezone(clock).replace(tzinfo=None)
    except OverflowError:
        return None
    last = end - MINUTE
    first_day, last_day = start.date().isoformat(), last.date().isoformat()
    moments = [moment.isoformat(timespec="minutes") for moment in (start, end)]
    single = [first_day[:4], first_day[:7], first_day, moments[0]]
    candidates = [*single, f"{first_day}/{last_day}", "/".join(moments)]
    return next((text for text in candidates if _reads_as(text, zone, when)), None)


def _reads_as(text: str, zone: str, when: When) -> bool:
    try:
        return read_when(text, zone) == when
    except ValueError:
        return False
