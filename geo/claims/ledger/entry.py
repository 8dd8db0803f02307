"""One statement about an event, with its source, its origin and when it was made."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from geo.claims.ledger.statement_time import Interval, find_publication_end, find_statement_interval
from geo.events import Claim, Source

LedgerRow = tuple[str, Sequence[Claim], Sequence[Source], str]
"""The id of an event, its claims, its sources, and the zone of its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as an entry of an event's ledger.

    Attributes
    ----------
    event : str
        The event it was recorded under; not the ledger's own where one statement is about
        several events and is recorded once.
    claim : Claim
    source : Source or None
        None if the claim names none, or if it was not yet published at the chosen moment.
    origin : str or None
        One id for all copies of one wire story or post; None if the origin is not recorded, or
        there is none. It is set even if the source is hidden: two outlets that copy one wire story
        are not two witnesses at any moment.
    from_party : bool
        Whether the source is a party's own outlet.
    interval : (datetime, datetime) or None
        Earliest and latest instant at which it was made, UTC, half open; None if unknown.
    known_by : datetime or None
        The instant from which the statement is certainly on record; None if neither it nor its
        source is dated.
    """

    event: str
    claim: Claim
    source: Source | None
    origin: str | None
    from_party: bool
    interval: Interval | None
    known_by: datetime | None

    @property
    def key(self) -> str:
        """The claim's address across the record, such as 'harbour-fire#c2'."""
        return f"{self.event}#{self.claim.id}"


Ledger = tuple[Entry, ...]
"""Statements about one event."""


def build_entry(event: str, claim: Claim, sources: Mapping[str, Source], tz: str) -> Entry:
    """Return a claim as an entry; `sources` are those of its event by id."""
    source = sources.get(claim.source) if claim.source else None
    return Entry(
        event=event,
        claim=claim,
        source=source,
        origin=source.origin if source else None,
        from_party=bool(source and source.is_party),
        interval=find_statement_interval(claim, tz),
        known_by=find_known_by(claim, source, tz),
    )


def find_known_by(claim: Claim, source: Source | None, tz: str) -> datetime | None:
    """Return from when a claim is certainly on record; see `Entry.known_by`."""
    interval = find_statement_interval(claim, tz)
    if interval:
        return interval[1]
    return find_publication_end(source, tz) if source else None


def iterate_entries(
    events: pd.DataFrame, about: str | None = None, stances: Collection[str] | None = None
) -> Iterator[tuple[str, Entry]]:
    """Yield each event with each statement about it, in the order of the file.

    Parameters
    ----------
    events : DataFrame, n rows
        Indexed by event id, with the columns claims, sources and tz.
    about : str, optional
        Only statements about this event, each with every event it is about.
    stances : collection of str, optional
        Only statements that take one of these.
    """
    columns = events.index.tolist(), events["claims"], events["sources"], events["tz"].tolist()
    yield from iterate_row_entries(zip(*columns, strict=True), about, stances)


def iterate_row_entries(
    rows: Iterable[LedgerRow], about: str | None = None, stances: Collection[str] | None = None
) -> Iterator[tuple[str, Entry]]:
    """Yield what `iterate_entries` does, of some events."""
    for event, claims, sources, tz in rows:
        is_own = about is None or about == event
        wanted = [
            claim
            for claim in claims
            if (is_own or about in claim.also_about)
            and (stances is None or claim.stance in stances)
        ]
        if not wanted:
            continue
        sources_by_id = {source.id: source for source in sources}
        for claim in wanted:
            entry = build_entry(event, claim, sources_by_id, tz)
            for subject in (event, *claim.also_about):
                yield subject, entry
