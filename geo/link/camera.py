"""Where the map looks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.link.mercator import to_latitude, to_northing

# The box that must hold what is looked at: a phone's map, its margins taken off. A larger
# screen shows more around it.
_BOX_PX = 260
_TILE_PX = 512
_NEAREST_ZOOM = 9.0


@dataclass(frozen=True)
class Camera:
    """Where the map looks: centre in degrees, zoom as deck.gl counts it."""

    lon: float
    lat: float
    zoom: float


def make_camera(lon: float, lat: float, zoom: float) -> Camera:
    """Return a camera that a map can have.

    Raises
    ------
    ValueError
        Longitude beyond 180 degrees, latitude beyond 90, zoom outside 0 to 24.
    """
    if not (abs(lon) <= 180 and abs(lat) <= 90 and 0 <= zoom <= 24):
        raise ValueError(
            f"camera: found {lon}, {lat}, {zoom}, wanted longitude, latitude and a zoom of 0 to 24"
        )
    return Camera(lon, lat, zoom)


def fit_camera(points: Sequence[tuple[float, float]]) -> Camera:
    """Return the camera that shows all of some points, on a phone too.

    Parameters
    ----------
    points : sequence of (lon, lat), at least one
        Across the 180th meridian the shorter way is taken, from the first point on.

    Examples
    --------
    >>> fit_camera([(-178.8, -18.2)])
    Camera(lon=-178.8, lat=-18.2, zoom=9.0)
    >>> fit_camera([(179.0, -17.0), (-179.0, -18.0)]).lon
    180.0
    """
    first, lats = points[0][0], [lat for _, lat in points]
    lons = [first + (lon - first + 180) % 360 - 180 for lon, _ in points]
    low, high = to_northing(np.array([min(lats), max(lats)])).tolist()
    # Shares of the world's width, which is 512 pixels at zoom 0.
    wide = (max(lons) - min(lons)) / 360
    share = max(wide, high - low, _BOX_PX / _TILE_PX / 2**_NEAREST_ZOOM)
    lon = (max(lons) + min(lons)) / 2
    lat = to_latitude((high + low) / 2).item()
    zoom = max(0.0, math.log2(_BOX_PX / _TILE_PX / share))
    # 180 stays 180: only what lies beyond comes back on the other side.
    lon = lon if abs(lon) <= 180 else (lon + 180) % 360 - 180
    return Camera(round(lon, 4), round(lat, 4), round(zoom, 2))
