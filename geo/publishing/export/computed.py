"""Columns that are computed for a file: presence, distance and the line of attribution."""

import pandas as pd
from geopandas import GeoDataFrame

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


def add_computed(part: GeoDataFrame, presence: pd.Series, lines: AttributionLines) -> GeoDataFrame:
    """Return a part of the events with the columns of `COMPUTED`.

    Parameters
    ----------
    part : GeoDataFrame, m rows
        Some of the events of a record.
    presence : Series of str, n values
        Of all of them.
    lines : AttributionLines
        Those of the record.
    """
    # One by one: a frame with a geometry is made anew for each column that `round` returns.
    rounded = {name: part[name].round(decimals) for name, decimals in _DECIMALS.items()}
    return part.assign(
        **rounded,
        presence=presence[part.index].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=lines.write(part.index),
    )
