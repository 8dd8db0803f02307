"""Statements that are also about other events, and are filed under one of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.events.columns.shared_values import find_shared

ReportedUnder = Mapping[str, Sequence[str]]
"""For an event, the other events under which statements about it are filed."""


def flag_referring(events: pd.DataFrame) -> NDArray[np.bool_]:
    """Return which events hold a statement that is also about other events."""
    shared = find_shared(events, ["claims"])
    few = events["claims"].iloc[shared.first]
    refers = np.array([any(claim.also_about for claim in claims) for claims in few], dtype=bool)
    return refers[shared.codes]


def select_referring(events: pd.DataFrame) -> pd.Series:
    """Return the claims of the events that hold a statement which is also about other events."""
    # Not the rows: to take all columns of a few events costs more than all that is done with them.
    claims: pd.Series = events["claims"][flag_referring(events)]
    return claims


def find_reported_under(events: pd.DataFrame) -> ReportedUnder:
    """Return, for each event, the ids of other events under which statements about it are filed."""
    others = defaultdict(list)
    for other, claims in select_referring(events).items():
        for claim in claims:
            for event in claim.also_about:
                others[event].append(str(other))
    return others
