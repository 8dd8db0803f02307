"""A time as people and archives write it (ISO 8601, EDTF), as an interval with its precision."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from geo.times.local import find_end, find_instants, find_start, load_zone
from geo.times.precision import name_precision, widen_precision
from geo.times.ranges import DAY, HOUR, MINUTE

WHEN_WANTED = (
    "a time such as 2023-11-19, 2023-11-19T14:05, 2023-11-18/2023-11-19, 2023-11, 2023-11-19~ "
    "or 2023-11-XX (ISO 8601; EDTF levels 0 and 1 but for seasons and open ends), of the years "
    "1000 to 2999, with no offset beyond 14 hours"
)
# An open end would spread an event over a thousand years, without any source for that.
_START_WANTED = (
    "a start before the /, such as 2023-10-01/2023-11-01: the earliest day on which it can have "
    "happened"
)
_END_WANTED = (
    "an end after the /, such as 2023-11-01/2023-11-07: for an event that goes on, the last day "
    "on which it is known to"
)
END_FIRST_WANTED = "an end that is not before the start"
_MONTHS_WANTED = (
    "months, such as 2023-09/2023-11: a season has other months on either side of the equator"
)
_FIRST_YEAR, _AFTER_LAST_YEAR = 1000, 3000

_DATE = re.compile(r"[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?", re.ASCII)
_SEASON = re.compile(r"\d{4}-2[1-4][~?%]?", re.ASCII)
_CLOCK = re.compile(
    r"(?a)(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(Z|[+-](?:0\d|1[0-4]):\d{2})?([~?%]?)"
)


class UnsupportedTimeError(ValueError):
    """A time of EDTF that no event has: it leaves an end open, ends too early, or is a season."""


@dataclass(frozen=True)
class When:
    """An uncertain time.

    Attributes
    ----------
    start, end : datetime
        In UTC; `end` is not included.
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
        A day, month, year or moment, or two of them with "/" between. "~", "?" or "%" after a
        date widens it by one of its own unit on either side, a moment by an hour.
    zone : str
        IANA name of the zone that dates and clocks without an offset are read in. An hour that
        the clock shows twice counts from its first to its second showing.

    Raises
    ------
    UnsupportedTimeError
        If the text leaves an end open, ends before it starts, or is a season.
    ValueError
        If the text is not such a time, or names a time of day that the clock of the zone skipped.

    Examples
    --------
    >>> read_when("2024-05-15", "UTC").end.isoformat()
    '2024-05-16T00:00:00+00:00'
    >>> read_when("2024-05-XX").precision, read_when("2024-05-14/2024-05-15").precision
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
    if _is_open(left) or _is_open(right):
        raise UnsupportedTimeError(_START_WANTED if _is_open(left) else _END_WANTED)
    first, last = _read_side(left), _read_side(right)
    start = _find_start(first.first, zone)
    # A clock names the end itself, a date the whole of its day, month or year.
    moment = last.first if last.unit == "minute" and last != first else last.last
    end = _find_end(moment, zone)
    if end <= start:
        raise UnsupportedTimeError(END_FIRST_WANTED)
    return When(start, end, name_precision(end - start))


def _is_open(side: str) -> bool:
    return side in ("", "..")


def _read_one(text: str, zone: str) -> When:
    side = _read_side(text)
    is_doubtful = side.unit == "hour"
    start = _find_start(side.first, zone, is_doubtful)
    end = _find_end(side.last, zone, is_doubtful)
    if end <= start:
        raise ValueError(f"a day that the calendar of {zone} has")
    if side.unit == "minute":
        return When(start, end, name_precision(end - start))
    return When(start, end, side.unit)


@lru_cache(maxsize=20_000)
def _read_side(text: str) -> _Side:
    """Return one side of an interval, or a time by itself."""
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
    if _SEASON.fullmatch(text):
        raise UnsupportedTimeError(_MONTHS_WANTED)
    if not _DATE.fullmatch(text):
        raise ValueError(WHEN_WANTED)
    try:
        first, last = _read_plain(text) if "X" not in text else _read_unspecified(text)
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise ValueError(WHEN_WANTED) from None
    unit = "day" if last - first == DAY else name_precision(last - first)
    if text[-1] in "~?%":
        first, last = _shift(first, unit, -1), _shift(last, unit, 1)
        unit = widen_precision(unit)
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
    months = 12 * day.year + day.month - 1 + by * (1 if unit.startswith("month") else 12)
    return day.replace(year=months // 12, month=months % 12 + 1)


def _in_range(side: _Side) -> _Side:
    end = datetime(_AFTER_LAST_YEAR, 1, 1, tzinfo=side.last.tzinfo)
    if not (side.first.year >= _FIRST_YEAR and side.last <= end):
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


def format_when(when: When, zone: str) -> str | None:
    """Return the shortest text that `read_when` reads as this time; None if no text does.

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
