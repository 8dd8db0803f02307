"""The timeline: statements beside what they are about, day by day, as precisely as is known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import groupby

import pandas as pd

from geo.claims.ledger import Entry, Ledger
from geo.claims.said import Interval, zone_of
from geo.times import DAY, HOUR, MINUTE, Range, day_words, describe_range


@dataclass(frozen=True)
class Mark:
    """One statement, or an event itself, on the clock of its day.

    Attributes
    ----------
    entry : Entry or None
        The statement; None where the mark is an event.
    event : str
        Id of the event.
    title : str
        The event's title; empty for a statement.
    words : str
        The time as precisely as it is known: "02:37", "about 14:33", "12:00 to 18:00",
        "that day".
    start, length : float
        Where the interval lies on the day, as parts of it (0 to 1); all of it where the
        interval is longer.
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
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class _Placed:
    start: datetime
    end: datetime
    mark: Mark


def timeline(entries: Ledger, incident: pd.DataFrame, zone: str) -> tuple[Stretch, ...]:
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
        In order; what is known to the day stands after what is known by the clock, and a longer
        stretch after the day it begins with. Undated statements stand last. Empty without
        statements and events.
    """
    placed = [_event(row, zone) for row in incident.itertuples()]
    placed += [_statement(entry, entry.said, zone) for entry in entries if entry.said]
    placed.sort(key=lambda one: (_first_day(one), one.mark.length == 1, one.start, one.end))
    stretches = _stretches(placed)
    undated = tuple(_undated(entry) for entry in entries if entry.said is None)
    return (*stretches, Stretch("Undated", None, undated)) if undated else stretches


def _stretches(placed: Iterable[_Placed]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    before: datetime | None = None
    for (day, label), group in groupby(placed, key=lambda one: (_first_day(one), _label(one))):
        later = None if before is None else (day - before).days
        stretches.append(Stretch(label, later, tuple(one.mark for one in group)))
        before = day
    return tuple(stretches)


def _first_day(one: _Placed) -> datetime:
    return datetime.combine(one.start.date(), time())


def _is_long(one: _Placed) -> bool:
    # An event from 23:00 to 03:00 belongs to the evening it began in.
    return one.end - one.start > DAY + HOUR


def _label(one: _Placed) -> str:
    if not _is_long(one):
        return day_words(one.start)
    return f"Some time: {describe_range(Range(one.start, one.end))}"


def _statement(entry: Entry, said: Interval, zone: str) -> _Placed:
    return _place(Mark(entry, entry.event, "", "", 0, 1), said, zone)


def _event(row: tuple[object, ...], zone: str) -> _Placed:
    event, title, start, end = (getattr(row, name) for name in ("Index", "title", "start", "end"))
    return _place(Mark(None, str(event), str(title), "", 0, 1), (start, end), zone)


def _undated(entry: Entry) -> Mark:
    return Mark(entry, entry.event, "", "undated", 0, 1)


def _place(mark: Mark, interval: Interval, zone: str) -> _Placed:
    start, end = (moment.astimezone(zone_of(zone)).replace(tzinfo=None) for moment in interval)
    placed = _Placed(start, end, mark)
    if _is_long(placed):
        return replace(placed, mark=replace(mark, words="not known to the day"))
    begins = (start - _first_day(placed)) / DAY
    length = min((end - start) / DAY, 1 - begins)
    words = _words(start, end, is_statement=mark.entry is not None)
    return replace(placed, mark=replace(mark, words=words, start=begins, length=length))


def _words(start: datetime, end: datetime, is_statement: bool) -> str:
    length: timedelta = end - start
    if length <= MINUTE:
        return f"{start:%H:%M}"
    if is_statement and length == HOUR:
        return f"about {start + HOUR / 2:%H:%M}"
    if start.time() == time() and length >= DAY - HOUR:
        return "that day"
    return f"{start:%H:%M} to {'24:00' if end.time() == time() else f'{end:%H:%M}'}"
