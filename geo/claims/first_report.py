"""From which moment an event is on record: when it was first certainly reported."""

from collections.abc import Iterator
from datetime import datetime

import pandas as pd

from geo.claims.entry import find_known_by
from geo.claims.statement_time import find_publication_end
from geo.events import Source
from geo.times import load_zone


def find_first_reports(events: pd.DataFrame, zone: str) -> pd.Series:
    """Return the moment from which each event was certainly on record.

    Parameters
    ----------
    events : DataFrame, n rows
        Indexed by event id, with the columns claims, sources, tz and start.
    zone : str
        IANA zone of the clock that the moments are read on.

    Returns
    -------
    Series of datetime64[us], n values
        Naive, on the clock of the zone: when the first statement about the event was on record
        (`Entry.known_by`), or, where no statement is dated, the first of its sources; never before
        the event can have begun. NaT where nothing is dated.
    """
    first: dict[str, datetime] = {}
    # Lists, since an array of Arrow makes its values one by one.
    columns = (events[name].tolist() for name in ("claims", "sources", "tz"))
    rows = list(zip(events.index.tolist(), *columns, strict=True))
    for event, claims, sources, tz in rows:
        by_id = {source.id: source for source in sources}
        for claim in claims:
            known = find_known_by(claim, by_id.get(claim.source or ""), tz)
            if known is not None:
                for subject in (event, *claim.also_about):
                    first[subject] = min(known, first.get(subject, known))
    for event, _, sources, tz in rows:
        if event not in first and (published := list(_list_published(sources, tz))):
            first[event] = min(published)
    moments = pd.Series(
        [first.get(event) for event in events.index],
        index=events.index,
        dtype="datetime64[us, UTC]",
    )
    begun = events["start"].where(moments.notna()).astype("datetime64[us, UTC]")
    latest = moments.where(~(begun > moments), begun)
    on_clock: pd.Series = latest.dt.tz_convert(load_zone(zone)).dt.tz_localize(None)
    return on_clock


def _list_published(sources: tuple[Source, ...], tz: str) -> Iterator[datetime]:
    for source in sources:
        published = find_publication_end(source, tz)
        if published is not None:
            yield published
