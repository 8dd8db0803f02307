"""What other methods say, worked out by hand for a square on the equator."""

import math

import pytest
import shapely

from geo.border import Border
from geo.border.comparison import (
    AEQD,
    DEGREES,
    LAEA,
    NEAREST_IN_DEGREES,
    UTM,
    WEB_MERCATOR,
    compare_methods,
)
from tests.border.places import geodesic_m

SQUARE = Border(shapely.box(0, 0, 1, 1))


def test_degrees_are_taken_as_kilometres_on_the_equator() -> None:
    assert compare_methods(3, 0.5, SQUARE)[DEGREES] == pytest.approx(2 * 111_320)


def test_mercator_stretches_with_latitude() -> None:
    # From 1 to 60 degrees north on a sphere of 6,378,137 m: R ln tan(45 + lat / 2).
    north, south = (math.asinh(math.tan(math.radians(lat))) for lat in (60, 1))
    known = 6_378_137 * (north - south)
    assert compare_methods(0.5, 60, SQUARE)[WEB_MERCATOR] == pytest.approx(known, rel=1e-6)


def test_near_the_border_a_good_projection_is_right() -> None:
    # A degree of the equator is 111,319.49 m.
    found = compare_methods(1.5, 0.5, SQUARE)
    assert found[AEQD] == pytest.approx(111_319.49 / 2, rel=1e-3)
    assert found[NEAREST_IN_DEGREES] == pytest.approx(111_319.49 / 2, rel=1e-3)


ACROSS = {
    "beyond 180": shapely.box(179, -1, 181, 1),
    "split at 180": shapely.union(shapely.box(179, -1, 180, 1), shapely.box(-180, -1, -179, 1)),
    "jumping to -180": shapely.Polygon([(179, -1), (-179, -1), (-179, 1), (179, 1)]),
    "up to 180": shapely.box(179, -1, 180, 1),
}


@pytest.mark.parametrize("area", ACROSS.values(), ids=ACROSS)
def test_a_projection_lies_about_a_border_at_the_180th_meridian(area: shapely.Geometry) -> None:
    # Half a degree of the equator. So far from its meridian, UTM is 4 parts in 1000 off.
    found = compare_methods(178.5, 0, Border(area))
    for method in (UTM, LAEA, AEQD, WEB_MERCATOR, NEAREST_IN_DEGREES):
        assert found[method] == pytest.approx(111_319.49 / 2, rel=5e-3), method


def test_a_border_across_the_180th_meridian_is_half_the_earth_away_in_mercator() -> None:
    found = compare_methods(0, 0.5, Border(ACROSS["split at 180"]))
    assert found[WEB_MERCATOR] == pytest.approx(179 * 111_319.49, rel=1e-3)


@pytest.mark.parametrize("lon", [5, 175, -95])
def test_a_projection_about_a_border_round_a_pole_lies_about_the_pole(lon: float) -> None:
    cap = Border(shapely.Polygon([(east, -80) for east in range(-175, 180, 10)]))
    found = compare_methods(lon, -79, cap)
    assert found[AEQD] == pytest.approx(geodesic_m(lon, -79, lon, -80), rel=1e-3)


def test_a_pole_is_farther_in_mercator_than_the_earth_is_round() -> None:
    found = compare_methods(90, -90, SQUARE)
    assert all(metres > 0 for metres in found.values())
    assert found[WEB_MERCATOR] > 2 * math.pi * 6_378_137
