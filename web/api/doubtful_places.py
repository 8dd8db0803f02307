"""Whether a place that is only known to a circle lies in a box for certain."""

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely import Geometry

# The smallest radius by which WGS 84 is curved: no degree is shorter than by this one.
_RADIUS_M = 6_335_439.0


def is_surely_within(events: pd.DataFrame, area: Geometry) -> NDArray[np.bool_]:
    """Return which places lie in a box wherever in their circle they are.

    Parameters
    ----------
    events : DataFrame, n rows
        With lon, lat and radius_m; an event without a radius lies nowhere for certain.
    area : geometry
        A box in lon, lat, with its copies 360 degrees east and west.

    Returns
    -------
    ndarray of bool, n values
    """
    lon, lat, radius_m = (events[name].to_numpy(float) for name in ("lon", "lat", "radius_m"))
    known = np.isfinite(radius_m)
    angle = np.where(known, radius_m, 0.0) / _RADIUS_M
    south, north = np.radians(lat) - angle, np.radians(lat) + angle
    # A circle that reaches a pole has all longitudes.
    is_polar = np.maximum(np.abs(south), np.abs(north)) >= np.pi / 2
    ratio = np.sin(np.minimum(angle, np.pi / 2)) / np.maximum(np.cos(np.radians(lat)), 1e-9)
    half = np.where(is_polar, 180.0, np.degrees(np.arcsin(np.clip(ratio, 0, 1))))
    south, north = (np.clip(np.degrees(end), -90, 90) for end in (south, north))
    circles = shapely.box(lon - half, south, lon + half, north)
    found: NDArray[np.bool_] = known & shapely.covers(area, circles)
    return found
