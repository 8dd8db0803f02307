"""Rings and lines on a globe whose maps are cut open at the 180th meridian and at the poles."""

from itertools import pairwise

import numpy as np
import shapely
from shapely import GeometryCollection, LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.events.geometry.arrays import Flags, Floats

AT_CUT = 1e-9  # Degrees within which a vertex counts as lying on the meridian or at the pole.


def unwrap(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry with longitudes that continue beyond 180 where they jumped to -180.

    A ring that then does not close goes around a pole: it is closed over the nearer one.
    """
    if not _crosses(shapely.get_coordinates(geometry)):
        return geometry
    if isinstance(geometry, Polygon):
        shell = _closed(_unwrap_ring(_vertices(geometry.exterior)))
        holes = [_closed(_unwrap_ring(_vertices(hole))) for hole in geometry.interiors]
        return Polygon(shell, [_turned_towards(shell, hole) for hole in holes])
    if isinstance(geometry, LineString):
        return LineString(unwrap_path(_vertices(geometry)))
    if isinstance(geometry, Point):
        return geometry
    parts = [unwrap(part) for part in geometry.geoms]
    return MultiPolygon(parts) if isinstance(geometry, MultiPolygon) else GeometryCollection(parts)


def copy_at_cut(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the geometry, unwrapped; if it reaches the 180th meridian, also turned either way."""
    once = unwrap(geometry)
    west, _, east, _ = once.bounds
    turns = (0,) if west > -180 and east < 180 else (-360, 0, 360)
    return [
        shapely.transform(once, lambda lonlat, t=turn: lonlat + np.array([t, 0])) for turn in turns
    ]


def join_at_cut(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry as one with its copies: a cut inside it vanishes, any path finds it.

    A geometry that crosses itself is returned unchanged, to be found invalid.
    """
    once, copies = unwrap(geometry), copy_at_cut(geometry)
    return once if len(copies) == 1 or not once.is_valid else shapely.union_all(copies)


def find_jump(geometry: BaseGeometry) -> tuple[float, float] | None:
    """Return the longitudes between which an edge jumps across 180 degrees; None without one.

    An edge along a pole is none, nor is one of a ring that was cut open, such as a box from -180 to
    180: these are as long as they are written.

    >>> find_jump(LineString([(178, 0), (179, 0), (-179, 0)]))
    (179.0, -179.0)
    >>> find_jump(shapely.box(-180, 0, 180, 9)) is None
    True
    """
    # A collection of collections may be nested hundreds deep.
    waiting = [geometry]
    while waiting:
        one = waiting.pop()
        waiting += list(getattr(one, "geoms", ()))[::-1]
        for path in _list_whole_paths(one):
            for start in np.flatnonzero(_find_jumps(path))[:1]:
                return float(path[start, 0]), float(path[start + 1, 0])
    return None


def _list_whole_paths(geometry: BaseGeometry) -> list[Floats]:
    """Return the rings and the line of an area or a line that are not cut open; none of a group."""
    if isinstance(geometry, Polygon):
        rings = [_vertices(ring) for ring in (geometry.exterior, *geometry.interiors)]
        return [ring for ring in rings if not _is_cut_open(ring)]
    return [_vertices(geometry)] if isinstance(geometry, LineString) else []


def unwrap_path(path: Floats) -> Floats:
    """Return the vertices of one path, each within 180 degrees of longitude of the one before."""
    if not _crosses(path):
        return path
    return np.column_stack([np.unwrap(path[:, 0], period=360), path[:, 1]])


def split_paths(geometry: BaseGeometry) -> list[Floats]:
    """Return the lines, rings and points of a geometry as paths, without the edges of a cut.

    An edge with both ends on the 180th meridian, or both at a pole, is where a map was cut open.
    """
    if isinstance(geometry, Polygon):
        rings = [geometry.exterior, *geometry.interiors]
        return [path for ring in rings for path in _without_cuts(_unwrap_ring(_vertices(ring)))]
    if isinstance(geometry, LineString):
        return [unwrap_path(_vertices(geometry))]
    if isinstance(geometry, Point):
        return [_vertices(geometry)]
    return [path for part in geometry.geoms for path in split_paths(part)]


def _vertices(geometry: BaseGeometry) -> Floats:
    vertices: Floats = shapely.get_coordinates(geometry)
    return vertices


def _at_pole(path: Floats) -> Flags:
    return np.abs(path[:, 1]) > 90 - AT_CUT


def _find_jumps(path: Floats) -> Flags:
    """Return which edges are longer than half a turn, other than along a pole."""
    jump = np.abs(np.diff(path[:, 0])) > 180
    jumps: Flags = jump & ~(_at_pole(path)[:-1] & _at_pole(path)[1:])
    return jumps


def _crosses(path: Floats) -> bool:
    """Return whether longitudes jump by more than half a turn, other than along a pole."""
    return bool(_find_jumps(path).any())


def _unwrap_ring(ring: Floats) -> Floats:
    """Return the vertices of a ring, each within 180 degrees of longitude of the one before.

    A ring that was cut open, such as a box from -180 to 180, lies between the two sides of the cut:
    its edges are as long as they are written, and get vertices in between.
    """
    if not _crosses(ring) or not _is_cut_open(ring):
        return unwrap_path(ring)
    shares = np.array([0, 1 / 3, 2 / 3])[:, None]
    walked = [
        start + shares * (end - start) if abs(end[0] - start[0]) > 180 else start[None]
        for start, end in pairwise(ring)
    ]
    return np.vstack([*walked, ring[-1:]])


def _is_cut_open(ring: Floats) -> bool:
    """Return whether a ring runs along one stretch of the 180th meridian on both of its sides."""
    south, north = np.sort([ring[:-1, 1], ring[1:, 1]], axis=0)
    sides = []
    for lon in (-180, 180):
        at_side = np.abs(ring[:, 0] - lon) < AT_CUT
        along = at_side[:-1] & at_side[1:] & (north - south > AT_CUT)
        sides.append((south[along], north[along]))
    (south_west, north_west), (south_east, north_east) = sides
    low = np.maximum(south_west[:, None], south_east)
    high = np.minimum(north_west[:, None], north_east)
    return bool((high - low > AT_CUT).any())


def _closed(ring: Floats) -> Floats:
    """Return a ring that ends where it starts; one around the Earth is closed over the pole."""
    if abs(ring[-1, 0] - ring[0, 0]) < 180:
        return ring
    pole = np.copysign(90.0, ring[:, 1].mean())
    return np.vstack([ring, [ring[-1, 0], pole], [ring[0, 0], pole], ring[0]])


def _turned_towards(shell: Floats, hole: Floats) -> Floats:
    """Return a hole moved by whole turns to where its shell is."""
    turns = np.round((np.median(shell[:, 0]) - np.median(hole[:, 0])) / 360)
    moved: Floats = hole + np.array([360 * turns, 0])
    return moved


def _without_cuts(path: Floats) -> list[Floats]:
    """Return the stretches of a ring between the edges of a cut."""
    at_meridian = np.abs(np.remainder(path[:, 0], 360) - 180) < AT_CUT
    at_pole = _at_pole(path)
    cut = (at_meridian[:-1] & at_meridian[1:]) | (at_pole[:-1] & at_pole[1:])
    stretches = np.split(path, np.flatnonzero(cut) + 1)
    return [stretch for stretch in stretches if len(stretch) > 1]
