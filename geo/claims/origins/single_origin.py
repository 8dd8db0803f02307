"""Which events somebody affirms, and no second origin does."""

from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd

from geo.claims.ledger.build import build_ledgers
from geo.claims.ledger.entry import Ledger
from geo.claims.origins.independent_origins import count_origins
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import AFFIRMING, FACT_TOPICS, WITHDRAWING, select_affirming
from geo.events import Claim
from geo.events.columns.also_about import select_referring
from geo.events.columns.shared_values import find_shared

_NEEDED = AFFIRMING + WITHDRAWING


def flag_single_origin(
    events: pd.DataFrame, sides: Sides, as_known_at: datetime | None = None
) -> pd.Series:
    """Return which events no second origin affirms, as known at a moment or now.

    Those who deny, contradict or doubt are not counted, and no origin but those of
    `find_independent_origins` that count.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`; False if nobody affirms anything.
    """
    if as_known_at is None:
        single = _flag_single_statement(events)
        unclear = single.isna()
        if unclear.any():
            ledgers = build_ledgers(_select_speaking_of(events, unclear), None, _NEEDED)
            for event in events.index[unclear]:
                single[event] = _is_single(ledgers[event], sides)
        return single.astype(bool)
    ledgers = build_ledgers(events, as_known_at, _NEEDED)
    alone = [_is_single(entries, sides) for entries in ledgers.values()]
    return pd.Series(alone, index=events.index, dtype=bool)


def _is_single(entries: Ledger, sides: Sides) -> bool:
    """Return whether somebody affirms it, and at most one origin counts."""
    return bool(select_affirming(entries)) and count_origins(entries, sides) < 2


def _flag_single_statement(events: pd.DataFrame) -> pd.Series:
    """Return whether one statement alone affirms each event; missing if there are several.

    Most events need no more than this, and it is much faster than building their ledgers.
    """
    shared = find_shared(events, ["claims"])
    few = events["claims"].iloc[shared.first].tolist()
    counts = np.array([_count_affirming(claims) for claims in few], dtype=np.int64)[shared.codes]
    withdrawn = np.array([_has_withdrawn(claims) for claims in few], dtype=bool)[shared.codes]
    for claims in select_referring(events):
        for claim in claims:
            rows = events.index.get_indexer(pd.Index(claim.also_about, dtype=events.index.dtype))
            rows = rows[rows >= 0]
            counts[rows] += _count_affirming((claim,))
            withdrawn[rows] |= _has_withdrawn((claim,))
    unclear = (counts > 1) | ((counts > 0) & withdrawn)
    return pd.Series(counts == 1, events.index).astype("boolean").mask(unclear)


def _count_affirming(claims: Iterable[Claim]) -> int:
    return sum(
        claim.stance in AFFIRMING and not FACT_TOPICS.isdisjoint(claim.about) for claim in claims
    )


def _has_withdrawn(claims: Iterable[Claim]) -> bool:
    return any(claim.stance in WITHDRAWING for claim in claims)


def _select_speaking_of(events: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """Return the wanted events, and those that hold a statement about one of them."""
    ids = frozenset(events.index[wanted])
    referring = select_referring(events)
    speaking = [
        any(not ids.isdisjoint(claim.also_about) for claim in claims) for claims in referring
    ]
    return events[wanted.to_numpy(bool) | events.index.isin(referring.index[speaking])]
