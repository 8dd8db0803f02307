"""A range of wall-clock time, the zone it is read in, and what the time bar spans."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Zone = Literal["place", "utc"]
ZONES: dict[Zone, str] = {"place": "local time", "utc": "UTC"}

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

_EPOCH = datetime(1970, 1, 1)
# Up to three days the night of an incident can be played minute by minute; up to a month
# the brush still has an hour's width under a finger.
_BY_MINUTE, _BY_HOUR = timedelta(days=3), timedelta(days=31)


@dataclass(frozen=True)
class Range:
    """A range of wall-clock time, from `start` up to but not including `end`.

    Both are naive: they are read in the zone that the reader chose, which for "place" is
    the zone of each event's own place.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(
                f"range: from {self.start} to {self.end}, wanted an end after the start"
            )

    @property
    def length(self) -> timedelta:
        """How long the range lasts."""
        return self.end - self.start

    @property
    def whole_days(self) -> bool:
        """Whether the range starts and ends at midnight."""
        return all(moment.time() == datetime.min.time() for moment in (self.start, self.end))


def choose_time_domain(chosen: Range | None, whole: Range) -> tuple[Range, timedelta]:
    """Return what the time bar spans, and its step.

    A short range gets a bar of its own, half as long again on either side, with steps as
    fine as a hand can set; any other shows the whole record by days.

    Examples
    --------
    >>> year = Range(datetime(2024, 1, 1), datetime(2025, 1, 1))
    >>> night = Range(datetime(2024, 5, 14, 21), datetime(2024, 5, 15, 6))
    >>> domain, step = choose_time_domain(night, year)
    >>> print(domain.start, domain.end, step)
    2024-05-14 16:00:00 2024-05-15 11:00:00 0:01:00
    >>> choose_time_domain(None, year)[1]
    datetime.timedelta(days=1)
    """
    if chosen is None:
        length = whole.length
        step = MINUTE if length <= _BY_MINUTE else HOUR if length <= _BY_HOUR else DAY
        return whole, step
    if chosen.length > _BY_HOUR or (chosen.whole_days and chosen.length > _BY_MINUTE):
        return _hull(whole, chosen), DAY
    step = MINUTE if chosen.length <= _BY_MINUTE else HOUR
    margin = chosen.length / 2
    return Range(floor_to(chosen.start - margin, HOUR), ceil_to(chosen.end + margin, HOUR)), step


def _hull(one: Range, other: Range) -> Range:
    return Range(floor_to(min(one.start, other.start), DAY), ceil_to(max(one.end, other.end), DAY))


def floor_to(moment: datetime, step: timedelta) -> datetime:
    """Return the last whole step at or before a moment."""
    return datetime.min + (moment - datetime.min) // step * step


def ceil_to(moment: datetime, step: timedelta) -> datetime:
    """Return the first whole step at or after a moment."""
    return datetime.min - (datetime.min - moment) // step * step


def milliseconds(moment: datetime) -> int:
    """Return a naive wall-clock time as the map counts it: ms since 1970 on its own clock.

    Examples
    --------
    >>> milliseconds(datetime(1000, 1, 1))
    -30610224000000
    """
    return round((moment - _EPOCH).total_seconds() * 1000)


def wall_clock(ms: int) -> datetime:
    """Return the naive wall-clock time of `milliseconds`.

    Raises
    ------
    OverflowError
        Outside the years 1 to 9999.
    """
    return _EPOCH + (datetime.resolution * 1000) * ms
