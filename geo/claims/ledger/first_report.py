"""From which moment an event is on record: the first by which it had certainly been reported."""

from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.claims.ledger.entry import find_known_by
from geo.claims.ledger.statement_time import find_publication_end
from geo.events import Claim, Source
from geo.events.columns.also_about import flag_referring
from geo.events.columns.shared_values import find_shared
from geo.times import load_zone

_UTC = pd.DatetimeTZDtype("us", "UTC")
_NAMES = ["claims", "sources", "tz"]

_Row = tuple[tuple[Claim, ...], tuple[Source, ...], str]


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
        the event can have started. NaT where nothing is dated.
    """
    shared = find_shared(events, _NAMES)
    each = _list_rows(events[_NAMES].iloc[shared.first])
    said, published = (
        _to_instants(find(*row) for row in each)[shared.codes]
        for find in (_find_first_said, _find_first_published)
    )
    # Without the index: pandas would look up the ids of all events again at each step.
    if elsewhere := _find_said_elsewhere(events):
        rows = events.index.get_indexer(pd.Index([*elsewhere], dtype=events.index.dtype))
        moments = _to_instants(elsewhere.values())[rows >= 0]
        rows = rows[rows >= 0]
        said[rows] = np.fmin(said[rows], moments)
    moments = np.where(np.isnat(said), published, said)
    starts = _to_instants(events["start"])
    latest = pd.DatetimeIndex(np.where(starts > moments, starts, moments), tz="UTC")
    on_clock = latest.tz_convert(load_zone(zone)).tz_localize(None)
    return pd.Series(on_clock, events.index)


def _to_instants(moments: Iterable[datetime | None] | pd.Series) -> NDArray[np.datetime64]:
    """Return moments in UTC; NaT where one is missing."""
    values = moments if isinstance(moments, pd.Series) else pd.array([*moments], _UTC)
    index = pd.DatetimeIndex(values).tz_convert("UTC").tz_localize(None)
    instants: NDArray[np.datetime64] = index.to_numpy("datetime64[us]")
    return instants


def _list_rows(events: pd.DataFrame) -> list[_Row]:
    # Lists, since an array of Arrow makes its values one by one.
    return list(zip(*(events[name].tolist() for name in _NAMES), strict=True))


def _find_first_said(
    claims: tuple[Claim, ...], sources: tuple[Source, ...], tz: str
) -> datetime | None:
    by_id = {source.id: source for source in sources}
    known = (find_known_by(claim, by_id.get(claim.source or ""), tz) for claim in claims)
    return min(filter(None, known), default=None)


def _find_said_elsewhere(events: pd.DataFrame) -> dict[str, datetime]:
    """Return when the first statement about each event was on record that is kept under another."""
    first: dict[str, datetime] = {}
    for claims, sources, tz in _list_rows(events[_NAMES][flag_referring(events)]):
        by_id = {source.id: source for source in sources}
        for claim in claims:
            known = find_known_by(claim, by_id.get(claim.source or ""), tz)
            if known is not None:
                first |= {other: min(known, first.get(other, known)) for other in claim.also_about}
    return first


def _find_first_published(
    _: tuple[Claim, ...], sources: tuple[Source, ...], tz: str
) -> datetime | None:
    published = (find_publication_end(source, tz) for source in sources)
    return min(filter(None, published), default=None)
