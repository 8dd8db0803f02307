"""A line or an area as one point: within it, and a circle around that holds all of it."""

import math

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geo.events.geometry.shape_points import measure_reach, pick_points

ACROSS = [(179, -12), (-179, -12), (-179, -11), (179, -11), (179, -12)]
AROUND_POLE = [(0, 80), (90, 80), (180, 80), (-90, 80), (0, 80)]


def pick(shape: BaseGeometry) -> tuple[float, float]:
    lon, lat = pick_points(np.array([shape], dtype=object))
    return float(lon[0]), float(lat[0])


def measure(start: tuple[float, float], end: tuple[float, float]) -> float:
    return float(Geodesic.WGS84.Inverse(start[1], start[0], end[1], end[0])["s12"])


def test_points_stay_and_what_is_missing_has_none() -> None:
    lon, lat = pick_points(np.array([shapely.Point(12, 1), None], dtype=object))
    assert (lon[0], lat[0]) == (12, 1)
    assert np.isnan([lon[1], lat[1]]).all()
    assert pick_points(np.array([], dtype=object))[0].size == 0
    assert measure_reach(shapely.Point(12, 1)) == 0


def test_an_area_that_goes_on_across_180_degrees_is_marked_within_it() -> None:
    uncut = shapely.Polygon(ACROSS)
    cut = shapely.MultiPolygon([shapely.box(179, -12, 180, -11), shapely.box(-180, -12, -179, -11)])
    for shape in (uncut, cut):
        lon, lat = pick(shape)
        assert (abs(lon), lat) == (180, -11.5)
        farthest = max(measure((lon, lat), corner) for corner in ACROSS)
        assert measure_reach(shape) == pytest.approx(farthest, abs=1)


@pytest.mark.parametrize(
    ("shape", "middle"),
    [
        (shapely.LineString([(179, 0), (-179, 0)]), (180, 0)),
        (shapely.LineString([(178, 2), (180, 2), (-179, 2)]), (179.5, 2)),
        (shapely.MultiLineString([[(178, 0), (180, 0)], [(-180, 0), (-176, 0)]]), (-179, 0)),
        (shapely.LineString([(-176, 0), (180, 0), (178, 0)]), (-179, 0)),
        (shapely.MultiLineString([[(1, 1), (2, 1)], [(5, 1), (9, 1)]]), (7, 1)),
        (shapely.LineString([(12, 1), (12, 1)]), (12, 1)),
        (shapely.box(10, 20, 12, 26), (11, 23)),
        (
            shapely.MultiPolygon([shapely.box(-180, 0, -177, 1), shapely.box(179, 0, 180, 1)]),
            (-179, 0.5),
        ),
    ],
)
def test_the_middle_is_half_way_along_also_across_180_degrees(
    shape: BaseGeometry, middle: tuple[float, float]
) -> None:
    lon, lat = pick(shape)
    assert ((lon - middle[0]) % 360, lat) == pytest.approx((0, middle[1]), abs=1e-9)


def test_the_middle_of_an_area_that_does_not_hold_its_centre_lies_in_it() -> None:
    bay = shapely.Polygon([(0, 0), (9, 0), (9, 1), (1, 1), (1, 9), (9, 9), (9, 10), (0, 10)])
    lon, lat = pick(bay)
    assert (0 < lon < 1) or (0 < lon < 9 and (0 < lat < 1 or 9 < lat < 10))
    crossing = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert crossing.convex_hull.contains(shapely.Point(pick(crossing)))


def test_an_area_around_a_pole_reaches_down_to_its_rim() -> None:
    shape = shapely.Polygon(AROUND_POLE)
    start = pick(shape)
    farthest = max(measure(start, (lon, 80)) for lon in range(-180, 180))
    assert measure_reach(shape) == pytest.approx(farthest, rel=1e-3)


@given(
    st.floats(-180, 180),
    st.floats(-80, 79),
    st.floats(0.01, 20),
    st.floats(0.01, 8),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=5),
)
def test_no_part_of_an_area_lies_beyond_its_reach(
    west: float, south: float, width: float, height: float, shares: list[tuple[float, float]]
) -> None:
    north = min(south + height, 89.0)
    corners = [
        (west, south),
        (west + width, south),
        (west + width, north),
        (west, north),
        (west, south),
    ]
    shape = shapely.Polygon([((lon + 180) % 360 - 180, lat) for lon, lat in corners])
    start, reach = pick(shape), measure_reach(shape)
    assert math.isclose(start[1], (south + north) / 2, abs_tol=height)
    inside = [(west + a * width, south + b * (north - south)) for a, b in shares]
    for place in [*corners, *inside]:
        assert measure(start, place) <= reach + 1
