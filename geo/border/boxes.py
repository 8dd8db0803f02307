"""Boxes of longitude and latitude, on a globe whose maps are cut open at the 180th meridian."""

from typing import TypeAlias

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.events.geometry.arrays import Flags, Floats

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in degrees; where west > east it crosses the 180th meridian."""


def find_box(lon: Floats, lat: Floats) -> Box | None:
    """Return the smallest box that holds some places; None without places.

    Parameters
    ----------
    lon, lat : array of float, n values
        Degrees; NaN where a place is not known.

    Examples
    --------
    >>> find_box(np.array([178.0, -179.0]), np.array([-17.0, -16.0]))
    (178.0, -17.0, -179.0, -16.0)
    """
    known = np.isfinite(lon) & np.isfinite(lat)
    if not known.any():
        return None
    around = np.unique((lon[known] + 180) % 360 - 180)
    # The box leaves out the widest stretch of the parallel in which no place lies.
    gaps = np.diff(around, append=around[0] + 360)
    widest = int(np.argmax(gaps))
    west, east = around[(widest + 1) % len(around)], around[widest]
    return float(west), float(lat[known].min()), float(east), float(lat[known].max())


def width(box: Box) -> float:
    """Return how many degrees of longitude a box spans."""
    west, _, east, _ = box
    return east - west if west <= east else east - west + 360


def widen(box: Box, degrees: float) -> Box:
    """Return a box with so many degrees more on each side, as far as the Earth goes.

    Examples
    --------
    >>> widen((176.0, -19.5, -178.0, -15.5), 5)
    (171.0, -24.5, -173.0, -10.5)
    >>> widen((-100.0, 60.0, 100.0, 89.0), 90)
    (-180.0, -30.0, 180.0, 90.0)
    """
    west, south, east, north = box
    south, north = max(south - degrees, -90.0), min(north + degrees, 90.0)
    if width(box) + 2 * degrees >= 360:
        return -180.0, south, 180.0, north
    west, east = ((side + 180) % 360 - 180 for side in (west - degrees, east + degrees))
    # Rounded, so that one box has one cache.
    return round(west, 6), round(south, 6), round(east, 6), round(north, 6)


def split_at_cut(box: Box) -> tuple[Box, ...]:
    """Return a box as one or two that do not cross the 180th meridian.

    Examples
    --------
    >>> split_at_cut((176.0, -19.5, -178.0, -15.5))
    ((176.0, -19.5, 180.0, -15.5), (-180.0, -19.5, -178.0, -15.5))
    """
    west, south, east, north = box
    if west <= east:
        return (box,)
    return (west, south, 180.0, north), (-180.0, south, east, north)


def as_area(box: Box) -> BaseGeometry:
    """Return a box as a polygon, as two where it crosses the 180th meridian."""
    return shapely.union_all([shapely.box(*half) for half in split_at_cut(box)])


def holds(box: Box, lon: Floats, lat: Floats) -> Flags:
    """Return which places lie in a box; one that is not known lies nowhere."""
    west, south, _, north = box
    east_of_west = (lon - west) % 360 <= width(box)
    inside: Flags = east_of_west & (lat >= south) & (lat <= north)
    return inside
