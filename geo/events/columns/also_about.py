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


def select_referring(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events that hold a statement which is also about other events."""
    return events[flag_referring(events)]


def find_reported_under(events: pd.DataFrame) -> ReportedUnder:
    """Return, for each event, the ids of other events under which statements about it are filed."""
    others = defaultdict(list)
    referring = select_referring(events)
    for other, claims in zip(referring.index.tolist(), referring["claims"], strict=True):
        for claim in claims:
            for event in claim.also_about:
                others[event].append(other)
    return others
