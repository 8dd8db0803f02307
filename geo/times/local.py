"""Instants, and what the clock of a place shows in between, also when it is put forward or back."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from geo.times.ranges import DAY, HOUR, Range

MICROSECOND = timedelta(microseconds=1)
# A change of the clock can move an end of what is shown by less than 36 hours: offsets lie within
# 16 hours of UTC. The shift of a whole day at the date line is the longest that ever was.
LONGEST_SHIFT = timedelta(hours=36)
# No zone ever changed its clock twice within six hours.
SAMPLE = 6 * HOUR


class Instants(NamedTuple):
    """The first and the last instant at which a clock shows a moment."""

    first: datetime
    last: datetime


@lru_cache(maxsize=1_000)
def load_zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; each is read once."""
    return ZoneInfo(name)


def format_instant(instant: datetime) -> str:
    """Return an instant of UTC as ISO 8601, with any fraction: an end that is cut is too early.

    Examples
    --------
    >>> format_instant(datetime(2023, 11, 19, 14, 5, tzinfo=UTC))
    '2023-11-19T14:05:00Z'
    """
    return instant.isoformat().replace("+00:00", "Z")


def to_zone(instant: datetime, zone: tzinfo) -> datetime:
    """Return an instant with the offset of a zone, or as it is where ISO 8601 has no such offset.

    Before zones were agreed, offsets had seconds.

    Examples
    --------
    >>> to_zone(datetime(2023, 11, 19, tzinfo=UTC), load_zone("Asia/Aden")).isoformat()
    '2023-11-19T03:00:00+03:00'
    >>> to_zone(datetime(1800, 11, 19, tzinfo=UTC), load_zone("Asia/Aden")).isoformat()
    '1800-11-19T00:00:00+00:00'
    """
    try:
        shown = instant.astimezone(zone)
    except OverflowError:  # a day before the first year, or after the last one
        return instant
    offset = shown.utcoffset()
    return instant if offset is None or offset.seconds % 60 else shown


def find_instants(shown: datetime, zone: tzinfo) -> Instants | None:
    """Return when a clock shows a naive moment; None if it skips that.

    Examples
    --------
    >>> [one.isoformat() for one in find_instants(datetime(2024, 10, 27, 3, 10),
    ...                                            load_zone("Europe/Athens"))]
    ['2024-10-27T00:10:00+00:00', '2024-10-27T01:10:00+00:00']
    """
    first, last = (shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return Instants(first, last) if first <= last else None


def find_start(shown: datetime, zone: tzinfo) -> datetime:
    """Return when a clock first shows a naive moment or, where it skips that, when it does so.

    A day without midnight starts then.
    """
    instants = find_instants(shown, zone)
    if instants:
        return instants.first
    before, after = (shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    return find_changes(before - MICROSECOND, after + MICROSECOND, zone)[0]


def find_end(shown: datetime, zone: tzinfo) -> datetime | None:
    """Return when a clock last comes to a naive moment; None if it skips that.

    Where it is put back to midnight, it comes to that only once: the day before is over then.
    """
    before = find_instants(shown - MICROSECOND, zone)
    if before:
        return before.last + MICROSECOND
    instants = find_instants(shown, zone)
    return instants.last if instants else None


def find_end_or_change(shown: datetime, zone: tzinfo) -> datetime:
    """Return when a clock last comes to a naive moment or, where it skips that, when it does so."""
    return find_end(shown, zone) or find_start(shown, zone)


def find_changes(start: datetime, end: datetime, zone: tzinfo) -> list[datetime]:
    """Return the instants after a start and before an end at which a clock is put forward or back.

    Parameters
    ----------
    start, end : datetime
        In UTC.
    zone : tzinfo

    Returns
    -------
    list of datetime
        In UTC, ascending.
    """
    changes = []
    before = start
    while before < end:
        after = min(before + SAMPLE, end)
        if _offset(before, zone) != _offset(after, zone):
            low, high = before, after
            while high - low > MICROSECOND:
                middle = low + (high - low) / 2
                if _offset(middle, zone) == _offset(before, zone):
                    low = middle
                else:
                    high = middle
            if high < end:
                changes.append(high)
        before = after
    return changes


def span_shown(start: datetime, end: datetime, zone: tzinfo) -> Range:
    """Return the earliest and the latest that a clock shows during an interval.

    Parameters
    ----------
    start, end : datetime
        In UTC; `end` is not part of the interval.
    zone : tzinfo

    Returns
    -------
    Range
        Naive. Of the 70 minutes from the first 03:10 to the second 03:20 of a night that has the
        hour from 03:00 twice, it is 03:00 to 04:00.

    Examples
    --------
    >>> night = datetime(2024, 10, 27, 0, 10, tzinfo=UTC), datetime(2024, 10, 27, 1, 20, tzinfo=UTC)
    >>> shown = span_shown(*night, load_zone("Europe/Athens"))
    >>> f"{shown.start:%H:%M} {shown.end:%H:%M}"
    '03:00 04:00'
    """
    near_start = find_changes(start, min(end, start + LONGEST_SHIFT), zone)
    near_end = find_changes(max(start, end - LONGEST_SHIFT), end, zone)
    first = min(_show(change, zone) for change in (start, *near_start))
    last = max(_show_before(change, zone) for change in (*near_end, end))
    return Range(first, last)


def find_plain_range(start: datetime, end: datetime, zone: tzinfo) -> Range | None:
    """Return what a clock shows from start to end; None if it is put forward or back meanwhile.

    Then the times it shows at either end say neither how long that was nor what lay between.
    """
    shown = span_shown(start, end, zone)
    ends = (_show(start, zone), _show_before(end, zone))
    return shown if ends == (shown.start, shown.end) and shown.length == end - start else None


def find_whole_days(start: datetime, end: datetime, zone: tzinfo) -> Range | None:
    """Return the whole calendar days that make up an interval; None if it is not made of them.

    A day without midnight starts when the clock skips that.
    """
    first = datetime.combine(_show(start, zone).date(), time())
    last = datetime.combine((_show_before(end, zone) - MICROSECOND).date(), time()) + DAY
    is_whole = find_start(first, zone) == start and find_end_or_change(last, zone) == end
    return Range(first, last) if is_whole else None


def _show(instant: datetime, zone: tzinfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


def _show_before(instant: datetime, zone: tzinfo) -> datetime:
    """Return what a clock shows as an instant comes near, which a change then replaces."""
    return _show(instant - MICROSECOND, zone) + MICROSECOND


def _offset(instant: datetime, zone: tzinfo) -> timedelta | None:
    return instant.astimezone(zone).utcoffset()
