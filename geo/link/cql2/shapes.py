"""Shapes in a filter, and how places compare with them: as given, regardless of their radius."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import shapely
from pydantic_core import to_json
from shapely import Geometry
from shapely.affinity import translate

from geo.errors import LinkError, Problem
from geo.events.geometry.arrays import Flags
from geo.events.geometry.rings import find_jump
from geo.link.cql2.tree import Tree, refuse

Shapes = np.ndarray
_BOX_WANTED = "BBOX(west, south, east, north) in degrees, west > east across 180"
_SHAPE_WANTED = "a valid shape in degrees, lon before lat, such as POINT(1 2)"
# Either may be meant, and a wrong guess would give an answer about another part of the Earth.
_CUT_WANTED = (
    "no edge of more than 180 degrees: cut the shape at 180 (two parts, one up to 180 and one from "
    "-180) for the short way round, or add corners in between for the long way"
)

FUNCTIONS: Mapping[str, Callable[[Shapes, Shapes], Flags]] = {
    "s_contains": shapely.contains,
    "s_crosses": shapely.crosses,
    "s_equals": shapely.equals,
    "s_intersects": shapely.intersects,
    "s_overlaps": shapely.overlaps,
    "s_touches": shapely.touches,
    "s_within": shapely.within,
}


def read_box(numbers: Tree) -> Geometry:
    """Return the box of its corners; heights are ignored.

    Raises
    ------
    LinkError
        If it has other corners than the Earth has.
    """
    if not isinstance(numbers, Sequence) or isinstance(numbers, str):
        raise refuse(numbers, _BOX_WANTED)
    corners = [float(one) for one in numbers if isinstance(one, float | int)]
    area = build_area(corners) if len(corners) == len(numbers) else None
    if area is None:
        raise refuse(numbers, _BOX_WANTED)
    return area


def build_area(corners: Sequence[float]) -> Geometry | None:
    """Return the area of a box, in two parts across the 180th meridian; None of one not on Earth.

    Parameters
    ----------
    corners : sequence of 4 or 6 float
        West, south, east, north in degrees; of six numbers the third and the last are heights.
    """
    if len(corners) not in (4, 6):
        return None
    west, south, east, north = corners if len(corners) == 4 else [*corners[:2], *corners[3:5]]
    if not (max(abs(west), abs(east)) <= 180 and -90 <= south <= north <= 90):
        return None
    if west <= east:
        return _box(west, south, east, north)
    return shapely.union(_box(west, south, 180, north), _box(-180, south, east, north))


def read_shape(tree: Tree) -> Geometry:
    """Return the shape of a geometry in GeoJSON.

    Raises
    ------
    LinkError
        If it is not a shape, is not valid, leaves the Earth, or an edge is more than half a turn.
    """
    try:
        shape = shapely.from_geojson(to_json(tree))
        west, south, east, north = shape.bounds
    except (shapely.errors.ShapelyError, ValueError, AttributeError) as error:
        raise refuse(tree, _SHAPE_WANTED) from error
    on_earth = west >= -180 and east <= 180 and south >= -90 and north <= 90
    if on_earth and (jump := find_jump(shape)):
        start, end = (f"{lon:g}" for lon in jump)
        raise LinkError(Problem("filter", f"an edge from longitude {start} to {end}", _CUT_WANTED))
    if not on_earth or shape.is_empty or not shape.is_valid:
        raise refuse(tree, _SHAPE_WANTED)
    return shapely.force_2d(shape)


def copy_across_180(shape: Geometry) -> list[Geometry]:
    """Return copies of a shape that touches a meridian of two names, 180 and -180: at the other."""
    west, _, east, _ = shape.bounds
    turns = [360.0] * (west == -180) + [-360.0] * (east == 180)
    return [translate(shape, xoff=turn) for turn in turns]


def _box(west: float, south: float, east: float, north: float) -> Geometry:
    """Return a box, which may have shrunk to a line or a point."""
    if west == east and south == north:
        return shapely.Point(west, south)
    if west == east or south == north:
        return shapely.LineString([(west, south), (east, north)])
    return shapely.box(west, south, east, north)
