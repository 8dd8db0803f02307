"""Borders and events across the 180th meridian and around a pole."""

import numpy as np
import pandas as pd
import pytest
from pyproj import Geod
from shapely import LineString, MultiPolygon, Polygon, box

from geo.border import Border, distance_to_border
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
