"""The ledger: every statement about an event, in the order said, as known at any moment."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pandas as pd

from geo.claims.said import Interval, published_by, said_interval, zone_of
from geo.events.event import Claim, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as it stands in an event's ledger.

    Attributes
    ----------
    event : str
        The event it was recorded under; another than the ledger's own where the statement is
        about several events and is kept once.
    claim : Claim
    source : Source or None
        None if the claim names none, or if it was not yet published at the chosen moment.
    origin : str or None
        One id for all copies of one wire story or post. It stays when the source is hidden:
        two readers of one wire are not two witnesses at any moment.
    from_party : bool
        Whether the source is a party's own outlet.
    said : (datetime, datetime) or None
        Earliest and latest instant at which it was said, UTC, half open; None if unknown.
    known_by : datetime or None
        The instant from which the statement is surely on record; None if it is undated and
        so is its source.
    """

    event: str
    claim: Claim
    source: Source | None
    origin: str | None
    from_party: bool
    said: Interval | None
    known_by: datetime | None

    @property
    def key(self) -> str:
        """The claim's address across the record, such as 'kremlin-2023-05-03-drone-1#c2'."""
        return f"{self.event}#{self.claim.id}"


Ledger = tuple[Entry, ...]


def entry_of(event: str, claim: Claim, sources: Mapping[str, Source], tz: str) -> Entry:
    """Return a claim as an entry; `sources` are those of its event by id."""
    source = sources.get(claim.source) if claim.source else None
    said = said_interval(claim, tz)
    return Entry(
        event=event,
        claim=claim,
        source=source,
        origin=(source.origin or f"{event}#{source.id}") if source else None,
        from_party=bool(source and source.is_party),
        said=said,
        known_by=said[1] if said else published_by(source, tz) if source else None,
    )


def _named_statements(
    events: pd.DataFrame, wanted: str | None = None, stances: Collection[str] | None = None
) -> Iterator[tuple[str, Entry]]:
    """Yield each event with each statement about it, in the order of the file."""
    for event, claims, sources, tz in zip(
        events.index.tolist(),
        events["claims"],
        events["sources"],
        events["tz"].tolist(),
        strict=True,
    ):
        by_id = {source.id: source for source in sources}
        for claim in claims:
            if stances is not None and claim.stance not in stances:
                continue
            about = (event, *claim.also_about)
            if wanted is None or wanted in about:
                entry = entry_of(event, claim, by_id, tz)
                for named in about:
                    yield named, entry


def claims_about(events: pd.DataFrame) -> Iterator[tuple[str, Claim]]:
    """Yield each event with each claim about it, also those kept with another event."""
    for event, claims in zip(events.index.tolist(), events["claims"].tolist(), strict=True):
        for claim in claims:
            yield event, claim
            for named in claim.also_about:
                yield named, claim


def statements(events: pd.DataFrame, as_known_at: datetime | None = None) -> Iterator[Entry]:
    """Yield every statement once, under the event that keeps it, in the order of the file."""
    zones = events["tz"]
    for named, entry in _named_statements(events):
        if named != entry.event:
            continue
        if as_known_at is None:
            yield entry
        else:
            yield from _as_known((entry,), as_known_at, str(zones[named]))


NEVER = datetime.max.replace(tzinfo=UTC)


def _in_order(entries: Iterable[Entry]) -> Ledger:
    def time_said(entry: Entry) -> tuple[datetime, timedelta]:
        if entry.said is None:
            return NEVER, timedelta.max
        return entry.said[0], entry.said[1] - entry.said[0]

    gathered = tuple(entries)
    return gathered if len(gathered) < 2 else tuple(sorted(gathered, key=time_said))


def surest_first(entries: Ledger) -> Ledger:
    """Return statements by the moment from which they are surely on record.

    A sentence reads better so: what was said at 14:33 comes before what was said "that day".
    """
    return tuple(sorted(entries, key=lambda entry: entry.known_by or NEVER))


def _as_known(entries: Iterable[Entry], as_known_at: datetime | None, tz: str) -> Ledger:
    """Return, in order, what was surely on record at a moment; None is now."""
    if as_known_at is None:
        return _in_order(entries)
    moment = _moment(as_known_at, tz)
    return _in_order(
        _without_later_source(entry, moment, tz)
        for entry in entries
        if entry.known_by is not None and entry.known_by <= moment
    )


def _without_later_source(entry: Entry, moment: datetime, tz: str) -> Entry:
    """Return the entry without a source that was not surely published at the moment."""
    if entry.source is None:
        return entry
    published = published_by(entry.source, tz)
    if published is not None and published <= moment:
        return entry
    return replace(entry, source=None)


def _moment(moment: datetime, tz: str) -> datetime:
    local = moment if moment.tzinfo else moment.replace(tzinfo=zone_of(tz))
    return local.astimezone(UTC)


def ledger(events: pd.DataFrame, event_id: str, as_known_at: datetime | None = None) -> Ledger:
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
        of the interval in which they were said, then the narrower interval, then the order of
        the file. Undated ones stand last. Empty if nobody is on record.

    Raises
    ------
    KeyError
        If the events hold no such id.

    Notes
    -----
    A statement counts as known when the interval in which it was said has wholly passed: one
    dated "3 May" is not yet known at noon on 3 May, though it may have been made by then (see
    `perhaps_said`). An undated statement counts from the end of its source's day, and one
    without a dated source is never shown at a past moment. So nothing is ever shown too early,
    and a later moment never shows less.
    """
    tz = str(events.at[event_id, "tz"])
    entries = [entry for named, entry in _named_statements(events, event_id) if named == event_id]
    return _as_known(entries, as_known_at, tz)


def perhaps_said(events: pd.DataFrame, event_id: str, moment: datetime) -> Ledger:
    """Return the statements that may have been made by a moment, but not surely.

    They are what `ledger` keeps out though part of their interval has passed; undated ones
    belong to them at any moment. A source not surely published by then is left out.
    """
    tz = str(events.at[event_id, "tz"])
    instant = _moment(moment, tz)
    known = {entry.key for entry in ledger(events, event_id, moment)}
    return tuple(
        _without_later_source(entry, instant, tz)
        for entry in ledger(events, event_id)
        if entry.key not in known and (entry.said is None or entry.said[0] < instant)
    )


def ledgers(
    events: pd.DataFrame,
    as_known_at: datetime | None = None,
    stances: Collection[str] | None = None,
) -> dict[str, Ledger]:
    """Return the ledger of every event in one pass.

    Parameters
    ----------
    events : DataFrame, n rows
    as_known_at : datetime, optional
        As in `ledger`; naive, it is read on the clock of each event's own place.
    stances : collection of str, optional
        Only statements that take one of these.
    """
    gathered: dict[str, list[Entry]] = {event: [] for event in events.index.tolist()}
    for named, entry in _named_statements(events, stances=stances):
        if named in gathered:
            gathered[named].append(entry)
    return {
        event: _as_known(entries, as_known_at, tz)
        for (event, entries), tz in zip(gathered.items(), events["tz"].tolist(), strict=True)
    }
