"""Boxes on a globe: none, one and many places, 180 degrees, and the poles."""

import numpy as np
import pytest

from geo.border.boxes import Box, as_area, find_box, holds, split_at_cut, widen, width


def around(*places: tuple[float, float]) -> Box | None:
    lon, lat = np.array(places, dtype=float).reshape(-1, 2).T
    return find_box(lon, lat)


def test_no_place_has_no_box() -> None:
    assert around() is None
    assert around((np.nan, 3), (4, np.nan)) is None


def test_one_place_is_a_box_without_width() -> None:
    assert around((12.5, 41.9)) == pytest.approx((12.5, 41.9, 12.5, 41.9))


def test_an_unknown_place_changes_no_box() -> None:
    assert around((1, 2), (np.nan, np.nan), (3, 5)) == pytest.approx((1, 2, 3, 5))


def test_a_box_leaves_out_the_widest_gap_not_the_map_edge() -> None:
    assert around((178, -17), (-179, -16), (177, -18)) == pytest.approx((177, -18, -179, -16))
    assert around((-170, 0), (10, 0), (170, 0)) == pytest.approx((10, 0, -170, 0))


def test_a_box_never_widens_past_a_pole_or_round_the_earth() -> None:
    assert widen((10, 80, 20, 89), 5) == pytest.approx((5, 75, 25, 90))
    assert widen((-175, -89, 175, -80), 10)[::2] == (-180, 180)


def test_the_two_halves_of_a_box_are_as_wide_as_the_whole() -> None:
    box = (176.0, -19.5, -178.0, -15.5)
    halves = split_at_cut(box)
    assert sum(width(half) for half in halves) == pytest.approx(width(box)) == pytest.approx(6)
    assert as_area(box).area == pytest.approx(6 * 4)


def test_a_box_holds_what_lies_in_it_and_nothing_unknown() -> None:
    inside = holds((176, -20, -178, -15), np.array([179, -179, 0, np.nan]), np.full(4, -18.0))
    assert list(inside) == [True, True, False, False]
