"""Areas far away and around the Earth, compared with all of their outline, measured by PROJ."""

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Polygon, box

from geo.border.linework import Linework
from geo.border.outlines import find_nearest_vertex, order_paths
from geo.events.geometry.arrays import Floats
from geo.events.geometry.rings import split_paths
from tests.border.places import SQUARE, distance_of

_WGS84 = Geod(ellps="WGS84")
_ISLANDS = [box(100 + n % 20, n // 20, 100.3 + n % 20, 0.2 + n // 20) for n in range(200)]
# Each with its outline as written on a flat map, without the edges of a cut.
SHAPES = {
    "two degrees": (box(100, -20, 102, -18), None),
    "twenty degrees": (box(-120, -40, -100, -20), None),
    "a quarter of the Earth away": (box(101, -60, 102, 60), None),
    "around the north pole": (box(-180, 60, 180, 90), LineString([(-180, 60), (180, 60)])),
    "around the south pole": (box(-180, -90, 180, -60), LineString([(-180, -60), (180, -60)])),
    "counted on beyond 180": (box(90, 16, 270, 17), None),
    "cut at 180": (
        MultiPolygon([box(170, -5, 180, 5), box(-180, -5, -160, 5)]),
        box(170, -5, 200, 5).exterior,
    ),
    "around the border": (
        Polygon(box(-40, 0, 70, 75).exterior, [box(-20, 20, 45, 60).exterior]),
        box(-20, 20, 45, 60).exterior,
    ),
    "islands": (MultiPolygon(_ISLANDS), MultiLineString([one.exterior for one in _ISLANDS])),
    "lines": (MultiLineString([[(80, -9), (120, 9)], [(-70, -50), (-60, 50)]]), None),
    "points": (MultiPoint([(80, -9), (-70, -50), (60, -41)]), None),
    "within 400 km": (box(14, 30, 90, 60), None),
}


def _measure_all(outline: shapely.Geometry, border: shapely.Geometry) -> float:
    """Return the least distance of all pairs of points, then of those about the nearest pair."""
    here, there = (_list_points(line, 0.1) for line in (outline, border))
    length = _lengths(here, there)
    row, column = np.unravel_index(length.argmin(), length.shape)
    near = (
        _list_points(shapely.intersection(line, shapely.Point(at).buffer(0.15)), 0.001)
        for line, at in ((outline, here[row]), (border, there[column]))
    )
    return float(_lengths(*near).min())


def _list_points(line: shapely.Geometry, step: float) -> Floats:
    points: Floats = shapely.get_coordinates(shapely.segmentize(line, step))
    return points


def _lengths(here: Floats, there: Floats) -> Floats:
    pairs = np.broadcast_arrays(here[:, None, 0], here[:, None, 1], there[:, 0], there[:, 1])
    lon, lat, to_lon, to_lat = (np.ascontiguousarray(one) for one in pairs)
    length: Floats = _WGS84.inv(lon, lat, to_lon, to_lat)[2]
    return length


@pytest.mark.parametrize("name", SHAPES)
def test_an_area_is_as_far_as_the_nearest_of_all_points_of_its_outline(name: str) -> None:
    shape, outline = SHAPES[name]
    if outline is None:
        outline = shape.boundary if shapely.get_dimensions(shape) == 2 else shape
    wanted = _measure_all(outline, SQUARE.polygon.boundary)
    # Points 100 m apart on both sides: 50 m beside the foot, the way is 10 mm longer.
    assert distance_of(shape).distance_m == pytest.approx(wanted, abs=0.02)


class _Counted(Linework):
    """Lines that count the points that are measured to them."""

    measured = 0

    def find_nearest(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        self.measured += len(lon)
        return super().find_nearest(lon, lat)


@pytest.mark.parametrize("name", SHAPES)
def test_no_vertex_that_was_left_out_is_nearer_and_most_are_left_out(name: str) -> None:
    outline = Linework(order_paths(split_paths(SHAPES[name][0])))
    line = _Counted(split_paths(SQUARE.polygon))
    found, nearest = find_nearest_vertex(outline, line)
    assert line.measured <= 1500 + len(outline.start) // 100
    # Of a long outline, each hundredth vertex, and all about the nearest.
    _, _, to_nearest = _WGS84.inv(*outline.start.T, *np.tile(nearest, (len(outline.start), 1)).T)
    some = np.union1d(np.argsort(to_nearest)[:500], np.arange(0, len(outline.start), 100))
    length, _ = line.find_nearest(*outline.start[some].T)
    assert found == length.min()
    assert to_nearest.min() == pytest.approx(found, abs=0.001)


def test_paths_are_ordered_so_that_neighbours_are_near() -> None:
    islands = [shapely.get_coordinates(one) for one in _ISLANDS]
    mixed = [islands[at] for at in np.random.default_rng(1).permutation(len(islands))]
    ordered = order_paths(mixed)
    assert sorted(path[0].tolist() for path in ordered) == sorted(
        path[0].tolist() for path in islands
    )
    steps = np.diff([path[0] for path in ordered], axis=0)
    assert np.hypot(*steps.T).mean() < 2  # Neighbours in the grid are 1 degree apart.
    assert order_paths(mixed[:1]) == mixed[:1]
