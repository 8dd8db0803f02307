"""Columns that are computed for a file: presence, distance, attribution, and what is on record."""

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from numpy.typing import NDArray

from geo.claims import AttributionLines
from geo.events.columns.list_cells import write_list
from geo.events.columns.shared_values import find_shared
from geo.publishing.export.reassignment import (
    NOTHING_REASSIGNED,
    Reassigned,
    apply_reassigned,
)
from geo.story.record import Record

# Millimetres, and degrees to a centimetre: as the command `distances` writes them.
_DECIMALS = {"distance_m": 3, "low_m": 3, "high_m": 3, "nearest_lon": 7, "nearest_lat": 7}


def add_computed(
    record: Record,
    rows: NDArray[np.intp],
    presence: pd.Series,
    lines: AttributionLines,
    reassigned: Reassigned = NOTHING_REASSIGNED,
) -> GeoDataFrame:
    """Return some events of a record with the columns of `COMPUTED`, and source_urls.

    What is counted, and the addresses of sources, are those of the record: the same in every file,
    whatever statements a filter moves.

    Parameters
    ----------
    record : Record
    rows : array of int, m values
        Positions in the record: looking up ids would take longer than everything else here.
    presence : Series of str, n values
        Of all its events.
    lines : AttributionLines
        Those of the record.
    reassigned : Reassigned, optional
        Statements that a file has with other events than the record.
    """
    filed = record.events.iloc[rows]
    part = apply_reassigned(filed, reassigned)
    # One by one: a frame with a geometry is made again for each column that `round` returns.
    rounded = {name: part[name].round(decimals) for name, decimals in _DECIMALS.items()}
    return part.assign(
        **rounded,
        presence=presence.iloc[rows].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=lines.write(rows),
        **_count_filed(record, filed),
        source_urls=_join_urls(filed),
    )


def _count_filed(record: Record, filed: pd.DataFrame) -> dict[str, pd.Series]:
    counts = {name: filed[f"{name}s"].map(len).astype("int64") for name in ("claim", "source")}
    elsewhere = [len(record.reported_under.get(event, ())) for event in filed.index]
    return {
        "statement_count": counts["claim"] + np.array(elsewhere, dtype="int64"),
        "claim_count": counts["claim"],
        "source_count": counts["source"],
    }


def _join_urls(filed: pd.DataFrame) -> pd.Series:
    shared = find_shared(filed, ["sources"])
    few = filed["sources"].iloc[shared.first]
    urls = ([source.url for source in sources if source.url] for sources in few)
    return pd.Series(shared.spread(write_list("source_urls", each) for each in urls), filed.index)
