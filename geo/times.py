"""When: intervals, the zone they are read in, and what a date range can say about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Zone = Literal["place", "utc"]
ZONES: dict[Zone, str] = {"place": "time of the place", "utc": "UTC"}

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

Mask = pd.Series | NDArray[np.bool_]
# As categories: comparing 100,000 words takes 7 ms, comparing the codes they stand for 0.1 ms.
PRESENCE = pd.CategoricalDtype(["definite", "possible", "outside", "hidden"])

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
        """Whether the range begins and ends at midnight."""
        return all(moment.time() == datetime.min.time() for moment in (self.start, self.end))


def intervals(events: pd.DataFrame, zone: Zone) -> tuple[pd.Series, pd.Series]:
    """Return earliest and latest possible time of each event, naive, in a zone."""
    if zone == "utc":
        return events["start"].dt.tz_localize(None), events["end"].dt.tz_localize(None)
    return events["start_local"], events["end_local"]


def membership(events: pd.DataFrame, range_: Range | None, zone: Zone) -> pd.Series:
    """Return for each event whether it lies in a range: "definite", "possible" or "outside".

    An event is an interval. It lies in the range for certain if all of the interval does,
    possibly if only a part does; ends are not included on either side.

    Parameters
    ----------
    events : DataFrame, n rows
        With start, end (UTC) and start_local, end_local (naive).
    range_ : Range or None
        None means all time: every event is definite.
    zone : {"place", "utc"}
        Whose clock the range is read on.

    Returns
    -------
    Series of PRESENCE, n values
        Indexed like `events`; empty for no events.

    Examples
    --------
    >>> night = pd.DataFrame({"start_local": [datetime(2023, 5, 3)],
    ...                       "end_local": [datetime(2023, 5, 4)]}, index=["drone"])
    >>> early = Range(datetime(2023, 5, 3), datetime(2023, 5, 3, 6))
    >>> membership(night, early, "place")["drone"]
    'possible'
    """
    if range_ is None:
        return all_definite(events.index)
    start, end = intervals(events, zone)
    overlaps = (start < range_.end) & (end > range_.start)
    within = (start >= range_.start) & (end <= range_.end)
    return choose_presence({"definite": within, "possible": overlaps}, "outside", events.index)


def all_definite(index: pd.Index) -> pd.Series:
    """Return "definite" for each event of an index."""
    codes = np.zeros(len(index), dtype="int8")
    return pd.Series(pd.Categorical.from_codes(codes, dtype=PRESENCE), index=index)


def choose_presence(masks: Mapping[str, Mask], otherwise: str, index: pd.Index) -> pd.Series:
    """Return for each event of an index the first word whose mask holds it, else the last word.

    Examples
    --------
    >>> near, seen = np.array([True, False, False]), np.array([True, True, False])
    >>> choose_presence({"definite": near, "possible": seen}, "hidden", pd.RangeIndex(3)).tolist()
    ['definite', 'possible', 'hidden']
    """
    words = list(PRESENCE.categories)
    codes = np.full(len(index), words.index(otherwise), dtype="int8")
    for word in reversed(list(masks)):
        codes[np.asarray(masks[word])] = words.index(word)
    return pd.Series(pd.Categorical.from_codes(codes, dtype=PRESENCE), index=index)


def extent(events: pd.DataFrame, zone: Zone) -> Range | None:
    """Return the whole days that hold every event, or None where there is no event."""
    if events.empty:
        return None
    start, end = intervals(events, zone)
    return Range(_floor(start.min().to_pydatetime(), DAY), _ceil(end.max().to_pydatetime(), DAY))


def time_domain(chosen: Range | None, whole: Range) -> tuple[Range, timedelta]:
    """Return what the time bar spans, and its step.

    A short range gets a bar of its own, half as long again on either side, with steps as
    fine as a hand can set; any other shows the whole record by days.

    Examples
    --------
    >>> year = Range(datetime(2023, 1, 1), datetime(2024, 1, 1))
    >>> night = Range(datetime(2023, 5, 2, 21), datetime(2023, 5, 3, 6))
    >>> domain, step = time_domain(night, year)
    >>> print(domain.start, domain.end, step)
    2023-05-02 16:00:00 2023-05-03 11:00:00 0:01:00
    >>> time_domain(None, year)[1]
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
    return Range(_floor(chosen.start - margin, HOUR), _ceil(chosen.end + margin, HOUR)), step


def _hull(one: Range, other: Range) -> Range:
    return Range(_floor(min(one.start, other.start), DAY), _ceil(max(one.end, other.end), DAY))


def _floor(moment: datetime, step: timedelta) -> datetime:
    return datetime.min + (moment - datetime.min) // step * step


def _ceil(moment: datetime, step: timedelta) -> datetime:
    return datetime.min - (datetime.min - moment) // step * step


class Timed(Protocol):
    """An event as far as its time goes: a row of the events frame."""

    start: pd.Timestamp
    end: pd.Timestamp
    tz: str
    time_precision: str


def describe_when(event: Timed, zone: Zone = "place") -> str:
    """Return when an event happened as words that claim no more than is known.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> drone = SimpleNamespace(start=pd.Timestamp("2023-05-02T23:27Z"),
    ...     end=pd.Timestamp("2023-05-02T23:28Z"), tz="Europe/Moscow", time_precision="minute")
    >>> describe_when(drone)
    '3 May 2023, 02:27'
    >>> describe_when(drone, "utc")
    '2 May 2023, 23:27 UTC'
    >>> drone.time_precision, drone.end = "part_of_day", pd.Timestamp("2023-05-03T03:00Z")
    >>> describe_when(drone)
    '3 May 2023, between 02:27 and 06:00'
    """
    clock = ZoneInfo("UTC" if zone == "utc" else event.tz)
    start = event.start.to_pydatetime().astimezone(clock).replace(tzinfo=None)
    end = event.end.to_pydatetime().astimezone(clock).replace(tzinfo=None)
    if end <= start:
        # The night on which clocks go back has an hour twice: only UTC has words for it.
        return describe_when(event, "utc")
    suffix = " UTC" if zone == "utc" else ""
    return interval_words(Range(start, end), event.time_precision) + suffix


def interval_words(interval: Range, precision: str) -> str:
    """Return a naive interval as words that claim no more than its precision."""
    if precision == "minute" and interval.length <= MINUTE:
        return f"{day_words(interval.start)}, {interval.start:%H:%M}"
    if interval.whole_days:
        return describe_range(interval)
    first, last = day_words(interval.start), day_words(interval.end)
    if first == last:
        return f"{first}, between {interval.start:%H:%M} and {interval.end:%H:%M}"
    if interval.end.time() == datetime.min.time() and interval.length <= DAY:
        return f"{first}, between {interval.start:%H:%M} and 24:00"
    return f"between {first}, {interval.start:%H:%M}, and {last}, {interval.end:%H:%M}"


def describe_range(range_: Range) -> str:
    """Return a range as words; whole days are named without a clock.

    Examples
    --------
    >>> describe_range(Range(datetime(2023, 5, 3), datetime(2023, 5, 4)))
    '3 May 2023'
    >>> describe_range(Range(datetime(2023, 2, 1), datetime(2023, 5, 4)))
    '1 February to 3 May 2023'
    >>> describe_range(Range(datetime(2023, 5, 2, 21), datetime(2023, 5, 3, 6)))
    '2 May 2023, 21:00, to 3 May 2023, 06:00'
    """
    start, end = range_.start, range_.end
    if not range_.whole_days:
        return f"{day_words(start)}, {start:%H:%M}, to {day_words(end)}, {end:%H:%M}"
    last = end - DAY
    if start == last:
        return day_words(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {day_words(last)}"
    if start.year == last.year:
        return f"{start.day} {start:%B} to {day_words(last)}"
    return f"{day_words(start)} to {day_words(last)}"


def day_words(moment: datetime) -> str:
    """Return a day in words: '3 May 2023'."""
    return _day_words(moment.toordinal())


# Thousands of events share a few hundred days.
@lru_cache(maxsize=10_000)
def _day_words(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.day} {day:%B} {day.year}"
