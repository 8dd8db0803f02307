"""Which events rest on one origin alone."""

from collections import Counter
from datetime import datetime

import numpy as np
import pandas as pd

from geo.claims.entry import iterate_claims
from geo.claims.ledger import Ledger, build_ledgers
from geo.claims.origins import count_origins
from geo.claims.stances import AFFIRMING, FACTS, select_affirming
from geo.claims.voices import Voices

_NEEDED = AFFIRMING | {"withdraws"}


def flag_single_origin(
    events: pd.DataFrame, voices: Voices, as_known_at: datetime | None = None
) -> pd.Series:
    """Return which events rest on one origin alone, as known at a moment or now.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`; False where nobody affirms anything.
    """
    if as_known_at is None:
        single = _flag_single_statement(events)
        unclear = single.isna()
        if unclear.any():
            ledgers = build_ledgers(_select_speaking_of(events, unclear), None, _NEEDED)
            for event in events.index[unclear]:
                single[event] = _is_single(ledgers[event], voices)
        return single.astype(bool)
    ledgers = build_ledgers(events, as_known_at, _NEEDED)
    alone = [_is_single(entries, voices) for entries in ledgers.values()]
    return pd.Series(alone, index=events.index, dtype=bool)


def _is_single(entries: Ledger, voices: Voices) -> bool:
    """Return whether somebody affirms it, and at most one origin counts."""
    return bool(select_affirming(entries)) and count_origins(entries, voices) < 2


def _flag_single_statement(events: pd.DataFrame) -> pd.Series:
    """Return whether one statement alone affirms each event; missing where there are several.

    Most events need no more than this, and it is much faster than building their ledgers.
    """
    number = Counter[str]()
    withdrawn = set()
    for event, claim in iterate_claims(events):
        if claim.stance in AFFIRMING:
            number[event] += not FACTS.isdisjoint(claim.about)
        elif claim.stance == "withdraws":
            withdrawn.add(event)
    counts = pd.Series([number[event] for event in events.index.tolist()], events.index)
    unclear = (counts > 1) | ((counts > 0) & events.index.isin(withdrawn))
    return (counts == 1).astype("boolean").mask(unclear)


def _select_speaking_of(events: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """Return the wanted events, and those that hold a statement about one of them."""
    ids = frozenset(events.index[wanted])
    speaks = [
        event in ids or any(not ids.isdisjoint(claim.also_about) for claim in claims)
        for event, claims in events["claims"].items()
    ]
    return events[np.array(speaks, dtype=bool)]
