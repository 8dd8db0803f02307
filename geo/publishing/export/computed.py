"""Columns that are computed for a file: presence, distance and the line of attribution."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from geo.claims import build_ledgers, format_attribution_line

COMPUTED = (
    *("presence", "distance_m", "low_m", "high_m", "inside", "nearest_lon", "nearest_lat"),
    "attribution_line",
)
ReportedUnder = Mapping[str, Sequence[str]]
# Millimetres, and degrees to a centimetre: as the command `distances` writes them.
_DECIMALS = {"distance_m": 3, "low_m": 3, "high_m": 3, "nearest_lon": 7, "nearest_lat": 7}


def find_reported_under(events: GeoDataFrame) -> ReportedUnder:
    """Return, for each event, the ids of other events under which statements about it are filed."""
    others = defaultdict(list)
    for other, claims in zip(events.index.tolist(), events["claims"], strict=True):
        for claim in claims:
            for event in claim.also_about:
                others[event].append(other)
    return others


def add_computed(
    events: GeoDataFrame,
    part: GeoDataFrame,
    presence: pd.Series,
    reported_under: ReportedUnder | None = None,
) -> GeoDataFrame:
    """Return a part of the events with the columns of `COMPUTED`.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record: a statement about an event may be filed under any other.
    part : GeoDataFrame, m rows
        Some of the events.
    presence : Series of str, n values
    reported_under : dict of str to list of str, optional
        From `find_reported_under`, where it is known already.
    """
    if reported_under is None:
        reported_under = find_reported_under(events)
    part = part.round(_DECIMALS)
    return part.assign(
        presence=presence[part.index].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=_write_attribution_lines(events, part.index, reported_under),
    )


def _write_attribution_lines(
    events: GeoDataFrame, wanted: pd.Index, reported_under: ReportedUnder
) -> pd.Series:
    speaking = {*wanted, *(other for event in wanted for other in reported_under.get(event, ()))}
    # In the order of the record, which decides between statements of one moment.
    rows = np.sort(events.index.get_indexer(list(speaking)))
    lines = build_ledgers(events[["claims", "sources", "tz"]].iloc[rows])
    return pd.Series(
        [format_attribution_line(lines[event]) for event in wanted], wanted, dtype=object
    )
