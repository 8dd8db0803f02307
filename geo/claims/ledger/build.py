"""The ledger: every statement about an event, in the order made, as known at any moment."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pandas as pd

from geo.claims.ledger.entry import Entry, Ledger, LedgerRow, iterate_entries, iterate_row_entries
from geo.claims.ledger.statement_time import find_publication_end
from geo.times import load_zone

_NEVER = datetime.max.replace(tzinfo=UTC)


def build_ledger(
    events: pd.DataFrame, event_id: str, as_known_at: datetime | None = None
) -> Ledger:
    """Return the statements about an event in the order they were made.

    Parameters
    ----------
    events : DataFrame, n rows
        Indexed by event id, with the columns claims, sources and tz.
    event_id : str
        An id of the index.
    as_known_at : datetime, optional
        Leave out what came later. Naive: the wall clock of the event's place. None: everything.

    Returns
    -------
    tuple of Entry
        The event's own claims, and those of other events that are also about it; by the start
        of the interval in which they were made, then the narrower interval, then the order of
        the file. Undated ones come last. Empty if nobody is on record.

    Raises
    ------
    KeyError
        If the events hold no such id.

    Notes
    -----
    A statement counts as known once the whole interval in which it was made has passed: one
    dated "15 May" is not yet known at noon on 15 May, though it may have been made by then (see
    `find_possible_statements`). An undated statement counts from the end of the day on which
    its source is dated, and one without a dated source is never shown at a past moment. So
    nothing is ever shown too early, and a later moment never shows less.
    """
    tz = str(events.at[event_id, "tz"])
    entries = iterate_entries(events, event_id)
    return _select_known(_keep_subject(entries, event_id), as_known_at, tz)


def build_row_ledger(
    rows: Iterable[LedgerRow], event_id: str, tz: str, as_known_at: datetime | None = None
) -> Ledger:
    """Return the ledger of an event from those events alone that have statements about it.

    Parameters
    ----------
    rows : iterable of LedgerRow
        In the order of the record.
    event_id, tz : str
        The event, and the zone of its place.
    as_known_at : datetime, optional
        As in `build_ledger`.
    """
    entries = iterate_row_entries(rows, event_id)
    return _select_known(_keep_subject(entries, event_id), as_known_at, tz)


def build_ledgers(
    events: pd.DataFrame,
    as_known_at: datetime | None = None,
    stances: Collection[str] | None = None,
) -> dict[str, Ledger]:
    """Return the ledger of every event in one pass.

    Parameters
    ----------
    events : DataFrame, n rows
    as_known_at : datetime, optional
        As in `build_ledger`; naive, it is read on the clock of each event's own place.
    stances : collection of str, optional
        Only statements that take one of these.
    """
    collected: dict[str, list[Entry]] = {event: [] for event in events.index.tolist()}
    for subject, entry in iterate_entries(events, stances=stances):
        if subject in collected:
            collected[subject].append(entry)
    return {
        event: _select_known(entries, as_known_at, tz)
        for (event, entries), tz in zip(collected.items(), events["tz"].tolist(), strict=True)
    }


def iterate_statements(
    events: pd.DataFrame, as_known_at: datetime | None = None
) -> Iterator[Entry]:
    """Yield every statement once, from the event it is recorded under, in the order of the file."""
    zones = dict(zip(events.index.tolist(), events["tz"].tolist(), strict=True))
    for subject, entry in iterate_entries(events):
        if subject == entry.event:
            yield from _select_known((entry,), as_known_at, zones[subject])


def find_possible_statements(events: pd.DataFrame, event_id: str, moment: datetime) -> Ledger:
    """Return the statements that may have been made by a moment, but not certainly.

    These are the ones that `build_ledger` leaves out although part of their interval has passed;
    undated ones are among them at any moment. A source not certainly published by then is left
    out.
    """
    tz = str(events.at[event_id, "tz"])
    return select_possible(build_ledger(events, event_id), moment, tz)


def select_possible(entries: Ledger, moment: datetime, tz: str) -> Ledger:
    """Return those of an event's statements that `find_possible_statements` finds."""
    instant = _to_instant(moment, tz)
    known = {entry.key for entry in _select_known(entries, moment, tz)}
    return tuple(
        _without_later_source(entry, instant, tz)
        for entry in entries
        if entry.key not in known and (entry.interval is None or entry.interval[0] < instant)
    )


def sort_by_certainty(entries: Ledger) -> Ledger:
    """Return statements by the moment from which they are certainly on record.

    A sentence reads better so: what was said at 14:33 comes before what was said "that day".
    """
    return tuple(sorted(entries, key=lambda entry: entry.known_by or _NEVER))


def _keep_subject(entries: Iterable[tuple[str, Entry]], event_id: str) -> list[Entry]:
    return [entry for subject, entry in entries if subject == event_id]


def _sort_by_time(entries: Iterable[Entry]) -> Ledger:
    def start_then_length(entry: Entry) -> tuple[datetime, timedelta]:
        if entry.interval is None:
            return _NEVER, timedelta.max
        return entry.interval[0], entry.interval[1] - entry.interval[0]

    collected = tuple(entries)
    return collected if len(collected) < 2 else tuple(sorted(collected, key=start_then_length))


def _select_known(entries: Iterable[Entry], as_known_at: datetime | None, tz: str) -> Ledger:
    """Return, in order, what was certainly on record at a moment; None is now."""
    if as_known_at is None:
        return _sort_by_time(entries)
    instant = _to_instant(as_known_at, tz)
    return _sort_by_time(
        _without_later_source(entry, instant, tz)
        for entry in entries
        if entry.known_by is not None and entry.known_by <= instant
    )


def _without_later_source(entry: Entry, instant: datetime, tz: str) -> Entry:
    """Return the entry without a source that was not certainly published at the instant."""
    if entry.source is None:
        return entry
    published = find_publication_end(entry.source, tz)
    if published is not None and published <= instant:
        return entry
    return replace(entry, source=None)


def _to_instant(moment: datetime, tz: str) -> datetime:
    local = moment if moment.tzinfo else moment.replace(tzinfo=load_zone(tz))
    return local.astimezone(UTC)
