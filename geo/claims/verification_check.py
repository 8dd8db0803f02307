"""The verification on record, compared with what the claims alone would support."""

from datetime import datetime

import pandas as pd

from geo.claims.ledger.build import build_ledgers
from geo.claims.sides import Sides
from geo.claims.verification import find_supported_verification


def check_verification(
    events: pd.DataFrame, sides: Sides, as_known_at: datetime | None = None
) -> pd.DataFrame:
    """Return the verification on record beside what the claims alone would support.

    The record's side is the current assessment; the claims are those known at the moment, by
    default now.

    Returns
    -------
    DataFrame, n rows
        Indexed like `events`: recorded, recorded_aspects, supported, supported_aspects,
        reason, differs.
    """
    measures = events["event_type"].eq("measure")
    ledgers = build_ledgers(events, as_known_at)
    supported = [
        find_supported_verification(entries, sides, measure)
        for entries, measure in zip(ledgers.values(), measures, strict=True)
    ]
    checked = pd.DataFrame(
        {
            "recorded": events["verification"],
            "recorded_aspects": events["verified_aspects"],
            "supported": [one.verification for one in supported],
            "supported_aspects": [one.aspects for one in supported],
            "reason": [one.reason for one in supported],
        },
        index=events.index,
    )
    pairs = zip(checked["recorded_aspects"], checked["supported_aspects"], strict=True)
    same_aspects = [set(recorded) == set(found) for recorded, found in pairs]
    partly = checked["recorded"].eq("partly_verified")
    differs = checked["recorded"].ne(checked["supported"]) | (
        partly & ~pd.Series(same_aspects, index=events.index, dtype=bool)
    )
    return checked.assign(differs=differs)
