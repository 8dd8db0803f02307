"""Columns that are computed for a file: presence, distance and the line of attribution."""

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from numpy.typing import NDArray

from geo.claims import AttributionLines

COMPUTED = (
    "presence",
    "distance_m",
    "low_m",
    "high_m",
    "inside",
    "nearest_lon",
    "nearest_lat",
    "attribution_line",
)
# Millimetres, and degrees to a centimetre: as the command `distances` writes them.
_DECIMALS = {"distance_m": 3, "low_m": 3, "high_m": 3, "nearest_lon": 7, "nearest_lat": 7}


def add_computed(
    part: GeoDataFrame, rows: NDArray[np.intp], presence: pd.Series, lines: AttributionLines
) -> GeoDataFrame:
    """Return a part of the events with the columns of `COMPUTED`.

    Parameters
    ----------
    part : GeoDataFrame, m rows
        Some of the events of a record.
    rows : array of int, m values
        Their positions in the record: looking up ids would take longer than everything else here.
    presence : Series of str, n values
        Of all of them.
    lines : AttributionLines
        Those of the record.
    """
    # One by one: a frame with a geometry is made again for each column that `round` returns.
    rounded = {name: part[name].round(decimals) for name, decimals in _DECIMALS.items()}
    return part.assign(
        **rounded,
        presence=presence.iloc[rows].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=lines.write(rows),
    )
