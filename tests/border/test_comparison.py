"""What other methods say, worked out by hand for a square on the equator."""

import math

import pytest
import shapely

from geo.border import Border
from geo.border.comparison import AEQD, DEGREES, NEAREST_IN_DEGREES, WEB_MERCATOR, compare_methods

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


def test_a_pole_is_farther_in_mercator_than_the_earth_is_round() -> None:
    found = compare_methods(90, -90, SQUARE)
    assert all(metres > 0 for metres in found.values())
    assert found[WEB_MERCATOR] > 2 * math.pi * 6_378_137
