"""The timeline: statements and the events they are about, by day, as precisely as is known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import groupby

import pandas as pd

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.ledger.statement_time import Interval
from geo.times import (
    DAY,
    HOUR,
    MINUTE,
    Range,
    day_words,
    find_plain_range,
    find_whole_days,
    interval_words,
    load_zone,
    span_shown,
)

_THAT_DAY = "that day"


@dataclass(frozen=True)
class TimelineMark:
    """One statement, or an event itself, on the clock of its day.

    Attributes
    ----------
    entry : Entry or None
        The statement; None if the mark is an event.
    event : str
        Id of the event.
    title : str
        The event's title; empty for a statement.
    words : str
        The time as precisely as it is known: "02:37", "about 14:33", "12:00 to 18:00",
        "that day".
    start, length : float
        The interval as fractions of the day (0 to 1); the whole day where the interval is
        longer.
    """

    entry: Entry | None
    event: str
    title: str
    words: str
    start: float
    length: float


@dataclass(frozen=True)
class Stretch:
    """A day, or a longer time that is not known to the day, with its marks in order.

    `days_later` counts from the start of the stretch before; None for the first.
    """

    label: str
    days_later: int | None
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True)
class _PlacedMark:
    """A mark with its interval on the clock of the place, naive."""

    start: datetime
    end: datetime
    mark: TimelineMark

    @property
    def first_day(self) -> datetime:
        return datetime.combine(self.start.date(), time())

    @property
    def is_long(self) -> bool:
        # An event from 23:00 to 03:00 belongs to the evening it started in.
        return self.end - self.start > DAY + HOUR

    @property
    def label(self) -> str:
        if not self.is_long:
            return day_words(self.start)
        return f"Some time: {interval_words(Range(self.start, self.end), 'days')}"


def build_timeline(entries: Ledger, incident: pd.DataFrame, zone: str) -> tuple[Stretch, ...]:
    """Return statements and events by day, those with a clock time first.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    incident : DataFrame, n rows
        The events that the statements are about: title, start and end (UTC).
    zone : str
        IANA zone of the clock.

    Returns
    -------
    tuple of Stretch
        In order; what is known to the day comes after what is known by the clock, and a longer
        stretch after the day it starts with. Undated statements come last. Empty without
        statements and events.
    """
    events = incident.index, incident["title"], incident["start"], incident["end"]
    placed = [
        _place_event(event, title, (start.to_pydatetime(), end.to_pydatetime()), zone)
        for event, title, start, end in zip(*(one.tolist() for one in events), strict=True)
    ]
    placed += [_place_entry(entry, entry.interval, zone) for entry in entries if entry.interval]
    placed.sort(key=lambda one: (one.first_day, one.mark.length == 1, one.start, one.end))
    stretches = _group_by_day(placed)
    undated = tuple(
        TimelineMark(entry, entry.event, "", "undated", 0, 1)
        for entry in entries
        if entry.interval is None
    )
    return (*stretches, Stretch("Undated", None, undated)) if undated else stretches


def _group_by_day(placed: Iterable[_PlacedMark]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    previous: datetime | None = None
    for (day, label), group in groupby(placed, key=lambda one: (one.first_day, one.label)):
        days_later = None if previous is None else (day - previous).days
        stretches.append(Stretch(label, days_later, tuple(one.mark for one in group)))
        previous = day
    return tuple(stretches)


def _place_entry(entry: Entry, interval: Interval, zone: str) -> _PlacedMark:
    return _place_mark(TimelineMark(entry, entry.event, "", "", 0, 1), interval, zone)


def _place_event(event: str, title: str, interval: Interval, zone: str) -> _PlacedMark:
    return _place_mark(TimelineMark(None, str(event), str(title), "", 0, 1), interval, zone)


def _place_mark(mark: TimelineMark, interval: Interval, zone: str) -> _PlacedMark:
    clock = load_zone(zone)
    days = find_whole_days(*interval, clock)
    shown = days or span_shown(*interval, clock)
    start, end = shown.start, shown.end
    placed = _PlacedMark(start, end, mark)
    if placed.is_long:
        return replace(placed, mark=replace(mark, words="not known to the day"))
    offset = (start - placed.first_day) / DAY
    length = min((end - start) / DAY, 1 - offset)
    is_statement = mark.entry is not None
    words = _format_clock(start, end, is_statement)
    if days is None and find_plain_range(*interval, clock) is None:
        # Where the clock was put forward or back, only UTC has words for how long it was.
        utc = span_shown(*interval, UTC)
        words = f"{_format_clock(utc.start, utc.end, is_statement)} UTC"
    return replace(placed, mark=replace(mark, words=words, start=offset, length=length))


def _format_clock(start: datetime, end: datetime, is_statement: bool) -> str:
    length: timedelta = end - start
    if length <= MINUTE:
        return f"{start:%H:%M}"
    if is_statement and length == HOUR:
        return f"about {start + HOUR / 2:%H:%M}"
    if start.time() == time() and length >= DAY - HOUR:
        return _THAT_DAY
    return f"{start:%H:%M} to {'24:00' if end.time() == time() else f'{end:%H:%M}'}"
