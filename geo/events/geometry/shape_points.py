"""A line or an area as one point of it, and how far it reaches from there."""

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geo.events.geometry.arrays import Floats
from geo.events.geometry.rings import unwrap
from geo.events.geometry.shapes import Shapes

_EARTH = Geod(ellps="WGS84")
# Between the vertices of a long edge a shape may reach farther than at them.
_LONGEST_EDGE_DEG = 1.0


def pick_points(shapes: Shapes) -> tuple[Floats, Floats]:
    """Return lon and lat of each point, and of the middle of each line or area.

    The middle is a point of it: half way along a line; where an area does not hold its centre,
    another point within. Of several points it is one.

    Parameters
    ----------
    shapes : array of geometries, n values
        In lon, lat. What crosses 180 degrees may be cut there, or go on at the other side.

    Returns
    -------
    lon, lat : ndarray, n values
        Degrees, lon from -180 to 180; NaN where a geometry is missing.
    """
    other = np.flatnonzero(~np.isin(shapely.get_type_id(shapes), (shapely.GeometryType.POINT, -1)))
    if len(other):
        shapes = shapes.copy()
        shapes[other] = [_find_middle(unwrap(shape)) for shape in shapes[other]]
    lon, lat = shapely.get_x(shapes), shapely.get_y(shapes)
    lon[other] -= 360 * np.round(lon[other] / 360)
    return lon, lat


def _find_middle(shape: BaseGeometry) -> BaseGeometry:
    whole = unwrap(shape)
    parts, dimension = shapely.get_parts(whole), shapely.get_dimensions(whole)
    # A line of one place and an area that crosses itself cannot be joined or cut.
    if dimension < 1 or whole.is_empty or not shapely.is_valid(parts).all():
        return shapely.point_on_surface(whole)
    is_part = (shapely.get_dimensions(parts) == dimension) & ~shapely.is_empty(parts)
    parts = _turn_together(parts[is_part])
    if dimension == 1:
        lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(parts)))
        return shapely.line_interpolate_point(max(lines, key=shapely.length), 0.5, normalized=True)
    # Parts that meet are one area.
    joined = shapely.union_all(parts)
    centre = shapely.centroid(joined)
    return centre if shapely.intersects(joined, centre) else shapely.point_on_surface(joined)


def _turn_together(parts: Shapes) -> Shapes:
    """Return the parts of a shape that is cut at 180 degrees beside its first one."""
    lons = shapely.get_x(shapely.centroid(parts))
    turns = 360 * np.round((lons[0] - lons) / 360)
    turned = [
        shapely.transform(part, lambda lonlat, by=turn: lonlat + np.array([by, 0]))
        if turn
        else part
        for part, turn in zip(parts, turns, strict=True)
    ]
    return np.array(turned, dtype=object)


def measure_reach(shape: BaseGeometry) -> int:
    """Return how far a shape reaches from the point that `pick_points` takes for it.

    Parameters
    ----------
    shape : geometry
        In lon, lat.

    Returns
    -------
    int
        Metres on WGS 84, rounded up: a circle of this radius holds all of it; 0 for a point.

    Examples
    --------
    >>> measure_reach(shapely.LineString([(179, 0), (180, 0), (-179, 0)]))
    111320
    """
    (lon,), (lat,) = pick_points(np.array([shape], dtype=object))
    along = shapely.get_coordinates(shapely.segmentize(unwrap(shape), _LONGEST_EDGE_DEG))
    start = np.full((len(along), 2), (lon, lat))
    *_, metres = _EARTH.inv(*start.T, *along.T)
    return int(np.ceil(metres.max(initial=0) - 1e-6))
