"""When a statement was made: the interval that its date and precision leave open."""

import calendar
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from geo.events import Claim, Source
from geo.events.vocabulary import VOCABULARY
from geo.times import DAY, HOUR, MINUTE, find_end_or_change, find_start, load_zone

Interval = tuple[datetime, datetime]
"""Start and end of an interval, UTC, half open."""

_FINENESS_RANK = {word: rank for rank, word in enumerate(VOCABULARY["time_precision"])}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _parse_date(text: str, zone: ZoneInfo) -> tuple[datetime, str] | None:
    """Return the instant at which a date text starts, in the zone, and how fine the text is."""
    date = _DATE.fullmatch(text)
    try:
        if date is None:
            return datetime.fromisoformat(text).astimezone(zone), "minute"
        year, month, day = (int(part) if part else None for part in date.groups())
        fineness = "day" if day else "month" if month else "year"
        return datetime(year or 1, month or 1, day or 1, tzinfo=zone), fineness
    except (ValueError, OverflowError):
        return None


def _find_interval(local: datetime, fineness: str, precision: str) -> Interval | None:
    """Return the interval that a precision leaves open around a local time, UTC."""
    has_clock = fineness == "minute"
    try:
        if has_clock and precision == "minute":
            minute = local.replace(second=0, microsecond=0).astimezone(UTC)
            return minute, minute + MINUTE
        if has_clock and precision == "hour":
            return local.astimezone(UTC) - HOUR / 2, local.astimezone(UTC) + HOUR / 2
        zone = local.tzinfo or UTC
        start, end = _find_local_interval(local.replace(tzinfo=None), has_clock, precision)
        return find_start(start, zone), find_end_or_change(end, zone)
    except (OverflowError, ValueError):  # the first and the last day of the calendar
        return None


def _find_local_interval(
    local: datetime, has_clock: bool, precision: str
) -> tuple[datetime, datetime]:
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    match precision:
        case "part_of_day" if has_clock:
            start = midnight + timedelta(hours=local.hour // 6 * 6)
            return start, start + timedelta(hours=6)
        case "days":
            return midnight - DAY, midnight + 2 * DAY
        case "week":
            monday = midnight - local.weekday() * DAY
            return monday, monday + 7 * DAY
        case "month":
            first = midnight.replace(day=1)
            return first, first + calendar.monthrange(first.year, first.month)[1] * DAY
        case "months":
            first = midnight.replace(day=1)
            return (first - DAY).replace(day=1), (first + 62 * DAY).replace(day=1)
        case "year":
            first = midnight.replace(month=1, day=1)
            return first, first.replace(year=first.year + 1)
        case "years":
            first = midnight.replace(month=1, day=1)
            return first.replace(year=first.year - 1), first.replace(year=first.year + 2)
        case _:
            return midnight, midnight + DAY


def find_statement_interval(claim: Claim, tz: str) -> Interval | None:
    """Return the earliest and latest instant at which a statement was made.

    Parameters
    ----------
    claim : Claim
        `said_at` is a date ("2024-05-15", "2024-05", "2024") or a date and time with an
        offset.
    tz : str
        IANA zone of the place of the event. A bare date is a day of this zone, even where the
        speaker was elsewhere: the record does not know the speaker's clock.

    Returns
    -------
    (datetime, datetime) or None
        UTC, half open; None where `said_at` is empty or not a date.

    Notes
    -----
    minute: that minute. hour: half an hour to each side. part_of_day: the quarter of the day
    (00, 06, 12, 18 h) that holds the clock time, or the day without one. days, months, years: a
    day, a month or a year to each side. week: Monday to Sunday. A precision finer than the text is
    ignored.

    Examples
    --------
    At 02:37 in Nairobi it was still the day before in UTC:

    >>> from types import SimpleNamespace
    >>> video = SimpleNamespace(said_at="2024-05-15T02:37+03:00", said_at_precision="minute")
    >>> [moment.isoformat() for moment in find_statement_interval(video, "Africa/Nairobi")]
    ['2024-05-14T23:37:00+00:00', '2024-05-14T23:38:00+00:00']
    >>> undated = SimpleNamespace(said_at=None, said_at_precision=None)
    >>> find_statement_interval(undated, "Africa/Nairobi") is None
    True
    """
    return _parse_interval(claim.said_at, claim.said_at_precision, tz) if claim.said_at else None


# Thousands of statements share a few hundred days; each day is computed once.
@lru_cache(maxsize=100_000)
def _parse_interval(text: str, precision: str | None, tz: str) -> Interval | None:
    parsed = _parse_date(text, load_zone(tz))
    if parsed is None:
        return None
    local, fineness = parsed
    return _find_interval(local, fineness, max(precision or fineness, fineness, key=_rank_fineness))


def _rank_fineness(precision: str) -> int:
    return _FINENESS_RANK.get(precision, _FINENESS_RANK["day"])


def find_publication_end(source: Source, tz: str) -> datetime | None:
    """Return the end of the day (month, year) that a source is dated, UTC; None if undated."""
    interval = _parse_interval(source.date, None, tz) if source.date else None
    return interval[1] if interval else None
