"""When something happened, in words that claim no more than is known."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Protocol

import pandas as pd

from geo.times.local import find_plain_range, find_whole_days, load_zone
from geo.times.ranges import DAY, MINUTE, Range, Zone

NOON = time(12)


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
    >>> drone = SimpleNamespace(start=pd.Timestamp("2024-05-14T23:12Z"),
    ...     end=pd.Timestamp("2024-05-14T23:13Z"), tz="Europe/Helsinki", time_precision="minute")
    >>> describe_when(drone)
    '15 May 2024, 02:12'
    >>> describe_when(drone, "utc")
    '14 May 2024, 23:12 UTC'
    >>> drone.time_precision, drone.end = "part_of_day", pd.Timestamp("2024-05-15T03:00Z")
    >>> describe_when(drone)
    '15 May 2024, between 02:12 and 06:00'
    """
    clock = load_zone("UTC" if zone == "utc" else event.tz)
    start, end = (moment.to_pydatetime().astimezone(UTC) for moment in (event.start, event.end))
    if days := find_whole_days(start, end, clock):
        words = describe_range(days)
    elif shown := find_plain_range(start, end, clock):
        words = interval_words(shown, event.time_precision)
    else:
        # Where the clock was put forward or back, only UTC has words for how long it was.
        return describe_when(event, "utc")
    return words + (" UTC" if zone == "utc" else "")


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


def describe_date(stated: str) -> str:
    """Return a date of a file in words; as it is stated, if it is not a date.

    Examples
    --------
    >>> describe_date("2024-05-15"), describe_date("2024-05"), describe_date("2024")
    ('15 May 2024', 'May 2024', '2024')
    >>> describe_date("2024-05-15T14:33+03:00")
    '15 May 2024, 14:33 (UTC+03:00)'
    >>> describe_date("spring 2023")
    'spring 2023'
    """
    try:
        if re.fullmatch(r"\d{4}-\d\d", stated):
            return f"{datetime.fromisoformat(f'{stated}-01'):%B %Y}"
        if not re.match(r"\d{4}-\d\d-\d\d", stated):
            return stated
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return stated
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return day_words(moment) + (f", {moment:%H:%M}{zone}" if "T" in stated else "")


_ACCURACY = {
    "minute": "Accurate to the minute",
    "hour": "Accurate to about an hour",
    "part_of_day": "Accurate to the part of the day",
    "day": "Accurate to the day",
    "days": "Accurate to a few days",
    "week": "Accurate to the week",
    "month": "Accurate to the month",
    "months": "Accurate to a few months",
    "year": "Accurate to the year",
    "years": "Accurate to a few years",
}


def describe_precision(precision: str) -> str:
    """Return how well a time is known, from its word of `time_precision`.

    >>> describe_precision("part_of_day")
    'Accurate to the part of the day'
    """
    return _ACCURACY.get(precision, precision)


def describe_range(range_: Range) -> str:
    """Return a range as words that say whether its end belongs to it.

    Whole days do, and are named without a clock; a minute does not.

    Examples
    --------
    >>> describe_range(Range(datetime(2024, 5, 15), datetime(2024, 5, 16)))
    '15 May 2024'
    >>> describe_range(Range(datetime(2024, 2, 14), datetime(2024, 5, 16)))
    '14 February to 15 May 2024'
    >>> describe_range(Range(datetime(2024, 5, 14, 21), datetime(2024, 5, 15, 6)))
    '14 May 2024, 21:00, to just before 15 May 2024, 06:00'
    >>> describe_range(Range(datetime(2024, 5, 14, 21), datetime(2024, 5, 16)))
    '14 May 2024, 21:00, to the end of 15 May 2024'
    """
    start, end = range_.start, range_.end
    last = end - DAY
    if not range_.whole_days:
        if range_.length == MINUTE:
            return _clock_words(start)
        is_day = end.time() == time()
        words = f"the end of {day_words(last)}" if is_day else f"just before {_clock_words(end)}"
        return f"{_clock_words(start)}, to {words}"
    if start == last:
        return day_words(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {day_words(last)}"
    if start.year == last.year:
        return f"{start.day} {start:%B} to {day_words(last)}"
    return f"{day_words(start)} to {day_words(last)}"


def _clock_words(moment: datetime) -> str:
    return f"{day_words(moment)}, {moment:%H:%M}"


def day_words(moment: datetime) -> str:
    """Return a day in words: '15 May 2024'."""
    return _day_words(moment.toordinal())


# Thousands of events share a few hundred days.
@lru_cache(maxsize=10_000)
def _day_words(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.day} {day:%B} {day.year}"


def format_moment(moment: datetime) -> str:
    """Return a moment in the words of a newsroom.

    >>> format_moment(datetime(2024, 5, 15, 12)), format_moment(datetime(2024, 5, 16))
    ('noon, 15 May 2024', 'end of 15 May 2024')
    >>> format_moment(datetime(2024, 5, 15, 14, 40))
    '15 May 2024, 14:40'
    """
    if moment.time() == time():
        return f"end of {day_words(moment - DAY)}"
    if moment.time() == NOON:
        return f"noon, {day_words(moment)}"
    return f"{day_words(moment)}, {moment:%H:%M}"
