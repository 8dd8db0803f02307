"""Lines and areas whose longitudes are counted on beyond 180 degrees, turned back.

Maps of the Pacific count from 0 to 360. A single point at 181.5 may be a typing error; a line or an
area, all of whose edges are short, can only lie there.
"""

import json

import numpy as np
import shapely
import shapely.geometry
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

_MEMBERS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""How deep the lines and rings of a type lie in its coordinates."""

# Degrees that a conversion may add to 180: no sliver is cut off for them.
_ROUNDED = 1e-6


def turn_back_geometry(geometry: object) -> dict[str, object] | None:
    """Return a geometry of GeoJSON between -180 and 180, if it counts on beyond them.

    Parameters
    ----------
    geometry : object
        Of JSON.

    Returns
    -------
    dict or None
        Cut at the 180th meridian, as RFC 7946 wants it, and without heights. None of a geometry
        that lies between -180 and 180 anyway, is a point, or leaves open where it lies: it reaches
        beyond 360 degrees, or has an edge of half a turn.

    Examples
    --------
    >>> line = {"type": "LineString", "coordinates": [[179, -17], [181, -17]]}
    >>> turn_back_geometry(line)["coordinates"]
    [[[179.0, -17.0], [180.0, -17.0]], [[-180.0, -17.0], [-179.0, -17.0]]]
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in _MEMBERS:
        return None
    try:
        paths = _list_paths(geometry["coordinates"], _MEMBERS[kind])
        if not paths or not all(map(_is_plain, paths)) or not _counts_on(np.vstack(paths)):
            return None
        if "Polygon" in kind and any((path[0] != path[-1]).any() for path in paths):
            return None
        counted = shapely.force_2d(shapely.geometry.shape(geometry))
        shape = cut_counted_on(counted)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, ShapelyError):
        return None  # not a geometry; other checks say so with a better message
    if shape is counted:
        return None
    turned: dict[str, object] = json.loads(shapely.to_geojson(shape))
    return turned


def cut_counted_on(shape: BaseGeometry) -> BaseGeometry:
    """Return a line or an area between -180 and 180, cut where it goes on beyond them.

    Parameters
    ----------
    shape : geometry
        In lon, lat, with edges as long as they are written.

    Returns
    -------
    geometry
        The same one where it lies between -180 and 180, is not valid, or no such count reaches it.
    """
    west, _, east, _ = shape.bounds
    is_plain = west >= -180 - _ROUNDED and east <= 180 + _ROUNDED
    if is_plain or west < -540 or east > 540 or not shape.is_valid:
        return shape
    kind = shapely.get_dimensions(shape)
    parts: list[BaseGeometry] = []
    for turn in (0, -360, 360):
        strip = shapely.box(-180 - turn, -90, 180 - turn, 90)
        cut = shapely.get_parts(shapely.intersection(shape, strip))
        parts += [
            shapely.transform(part, lambda lonlat, t=turn: (lonlat + np.array([t, 0])).round(9))
            for part in cut
            if shapely.get_dimensions(part) == kind and not part.is_empty
        ]
    # Areas that met where the count began, such as 0 and 360, are one.
    if kind == 2:
        return shapely.union_all(parts)
    return parts[0] if len(parts) == 1 else shapely.MultiLineString(parts)


def _list_paths(coordinates: object, depth: int) -> list[NDArray[np.float64]]:
    if not isinstance(coordinates, list | tuple):
        raise TypeError("coordinates")
    if depth:
        return [path for part in coordinates for path in _list_paths(part, depth - 1)]
    return [np.array(coordinates, dtype=np.float64)]


def _is_plain(path: NDArray[np.float64]) -> bool:
    """Return whether a path has two or more positions, and no edge that is half a turn long."""
    if path.ndim != 2 or len(path) < 2 or path.shape[1] not in (2, 3):
        return False
    return bool(np.isfinite(path).all() and (np.abs(np.diff(path[:, 0])) < 180).all())


def _counts_on(positions: NDArray[np.float64]) -> bool:
    """Return whether longitudes are counted on in one direction, for less than a turn."""
    west, east = positions[:, 0].min(), positions[:, 0].max()
    is_on_earth = (np.abs(positions[:, 1]) <= 90).all() and east - west < 360
    is_eastwards = west >= -180 and 180 < east <= 360
    is_westwards = -360 <= west < -180 and east <= 180
    return bool(is_on_earth and (is_eastwards or is_westwards))
