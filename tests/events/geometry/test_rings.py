"""Borders and events across the 180th meridian and around a pole."""

import numpy as np
import pandas as pd
import pytest
from pyproj import Geod
from shapely import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.border import Border, distance_to_border
from geo.events.geometry.rings import find_jump
from tests.border.places import distance_of, geodesic_m, points

WGS84 = Geod(ellps="WGS84")


def test_a_border_split_at_the_180th_meridian_has_no_edge_there() -> None:
    split = Border(MultiPolygon([box(178, -18, 180, -16), box(-180, -18, -178, -16)]))
    found = distance_to_border(points((180, -17), (-180, -17), (179.5, -17)), split)
    to_north = geodesic_m(180, -17, 180, -16)
    assert found.distance_m.tolist()[:2] == pytest.approx([to_north, to_north], abs=0.01)
    assert found.inside.all()


def test_a_ring_that_jumps_over_the_180th_meridian_is_the_same_as_a_split_one() -> None:
    jumping = Border(Polygon([(178, -18), (-178, -18), (-178, -16), (178, -16)]))
    split = Border(MultiPolygon([box(178, -18, 180, -16), box(-180, -18, -178, -16)]))
    places = points((179, -17), (-179, -17), (177, -17), (-177, -20), (5, 60))
    pd.testing.assert_frame_equal(
        distance_to_border(places, jumping), distance_to_border(places, split), atol=1e-3
    )


def test_the_nearest_point_may_lie_across_the_180th_meridian() -> None:
    found = distance_to_border(points((-179.9, 0)), Border(box(178, -1, 179.9, 1))).iloc[0]
    assert found.distance_m == pytest.approx(geodesic_m(-179.9, 0, 179.9, 0), abs=0.001)
    assert found.nearest_lon == pytest.approx(179.9)


CAP = [(lon, 70) for lon in range(-180, 180, 5)]


@pytest.mark.parametrize(
    "ring", [[*CAP, (180, 70), (180, 90), (-180, 90)], CAP], ids=["cut to the pole", "uncut"]
)
def test_a_border_round_a_pole_has_the_pole_inside(ring: list[tuple[float, float]]) -> None:
    found = distance_to_border(points((0, 90), (77, 89), (180, 75), (0, 60)), Border(Polygon(ring)))
    assert found.inside.tolist() == [True, True, True, False]
    # The way north along a meridian is the shortest to a parallel.
    expected = [geodesic_m(0, lat, 0, 70) for lat in (90, 89, 75, 60)]
    assert found.distance_m.tolist() == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    ("degrees", "parallels", "inside"),
    [
        (box(-180, -90, 180, -70), [-70], {(0, -90), (37, -80), (180, -75), (-180, -75)}),
        (box(-180, 70, 180, 90), [70], {(0, 90), (37, 80), (180, 75), (-180, 75)}),
        (box(-180, -70, 180, 70), [-70, 70], {(0, 0), (179.9, 60), (-179.9, 60)}),
        # Three corners, written from the other side.
        (Polygon([(-180, -90), (-180, -70), (180, -70), (180, -90)]), [-70], {(0, -90)}),
    ],
)
def test_a_box_all_round_the_earth_is_bounded_by_its_parallels_alone(
    degrees: Polygon, parallels: list[float], inside: set[tuple[float, float]]
) -> None:
    places = sorted(inside | {(0, -90), (0, 90), (5, 20), (180, -60), (-180, 60), (-179.9, -71)})
    found = distance_to_border(points(*places), Border(degrees))
    # Another route: the shortest of the ways to many points of the parallels.
    lons = np.linspace(-180, 180, 7201)
    south, north = degrees.bounds[1], degrees.bounds[3]
    for place, (lon, lat) in enumerate(places):
        ways = [
            WGS84.inv(np.full_like(lons, lon), np.full_like(lons, lat), lons, parallel + 0 * lons)
            for parallel in parallels
        ]
        shortest = min(way[2].min() for way in ways)
        assert found.distance_m.iloc[place] == pytest.approx(shortest, abs=0.1), (lon, lat)
        assert found.inside.iloc[place] == (south <= lat <= north), (lon, lat)
        assert found.inside.iloc[place] or (lon, lat) not in inside
    assert found.nearest_lat.abs().tolist() == pytest.approx([70] * len(places))


def test_such_a_box_may_be_one_part_of_a_border() -> None:
    both = Border(MultiPolygon([box(-180, -90, 180, -70), box(178, -18, 180, -16)]))
    found = distance_to_border(points((179, -17), (0, -80), (0, 0)), both)
    assert found.inside.tolist() == [True, True, False]


@pytest.mark.parametrize("east", [-179, 181], ids=["jumping", "running on"])
def test_a_line_over_the_180th_meridian_meets_a_border_beyond_it(east: float) -> None:
    beyond = Border(box(-179.5, -1, -178, 1))
    crossing = distance_of(LineString([(179, 0), (east, 0)]), beyond)
    assert (crossing.distance_m, crossing.nearest_lon) == (0, -179.5)
    short = distance_of(LineString([(179, 0), (east - 0.75, 0)]), beyond)
    assert short.distance_m == pytest.approx(geodesic_m(-179.75, 0, -179.5, 0), abs=0.001)
    inside = distance_of(LineString([(east + 0.1, 0), (east + 0.2, 0)]), beyond)
    assert inside.inside


@pytest.mark.parametrize(
    ("shape", "jump"),
    [
        (LineString([(179, 0), (-179, 1)]), (179, -179)),
        (LineString([(-179, 0), (179, 1)]), (-179, 179)),
        (LineString([(0, 0), (179, 0), (-170, 1), (179, 2)]), (179, -170)),
        (LineString([(-180, -45), (180, -45)]), (-180, 180)),
        # Along a pole, and half a turn: there is nothing to choose between, or no rule for it.
        (LineString([(-170, 90), (170, 90)]), None),
        (LineString([(-90, 0), (90, 0)]), None),
        (Polygon([(179, 0), (-179, 0), (180, 1)]), (179, -179)),
        (box(-180, -45, 180, 45), None),
        (Polygon(CAP), (175, -180)),
        (Polygon([*CAP, (180, 70), (180, 90), (-180, 90)]), None),
        (MultiPolygon([box(0, 0, 1, 1), Polygon([(170, 0), (-170, 0), (180, 1)])]), (170, -170)),
        (MultiPolygon([box(179, 0, 180, 1), box(-180, 0, -179, 1)]), None),
        (GeometryCollection([Point(180, 0), LineString([(171, 0), (-171, 1)])]), (171, -171)),
        (Point(180, 0), None),
        (Polygon(), None),
    ],
)
def test_an_edge_that_jumps_across_180_degrees_is_found(
    shape: BaseGeometry, jump: tuple[float, float] | None
) -> None:
    assert find_jump(shape) == jump


def test_an_edge_in_groups_of_groups_is_found() -> None:
    shape: BaseGeometry = LineString([(179, 0), (-179, 1)])
    for _ in range(300):
        shape = GeometryCollection([shape])
    assert find_jump(shape) == (179, -179)
