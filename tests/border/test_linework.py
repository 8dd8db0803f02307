"""Geodesics, chords and the certificate of the nearest piece."""

import gzip

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.border import Border, distance_to_border
from geo.border.geodesic import arc_error, arc_length, inverse, longest_chord, to_ecef
from geo.border.linework import Linework
from tests.border.places import (
    SQUARE,
    TRUTH,
    around_the_square,
    geodesic_m,
    places,
    points,
)


def test_geodesics_agree_with_karneys_test_set() -> None:
    with gzip.open(TRUTH / "truth_geodesics.dat.gz") as rows:
        lat1, lon1, azimuth, lat2, lon2, _, length, *_ = np.loadtxt(rows).T
    found_azimuth, found = inverse(lon1, lat1, lon2, lat2)
    assert np.abs(found - length).max() < 1e-7
    short = (length > 1) & (length < 1.9e7)  # Nearly opposite points have nearly any azimuth.
    assert np.abs(found_azimuth - azimuth)[short].max() < 1e-6


@given(st.floats(-90, 90), st.floats(0, 360), st.floats(1, 2e7))
def test_no_chord_is_longer_than_its_geodesic_allows(lat: float, azimuth: float, m: float) -> None:
    end = Geodesic.WGS84.Direct(lat, 0, azimuth, m)
    chord = np.linalg.norm(to_ecef(end["lon2"], end["lat2"]) - to_ecef(0, lat))
    shortest = geodesic_m(0, lat, end["lon2"], end["lat2"])
    assert chord <= longest_chord(np.array(shortest)) + 1e-6


@given(st.floats(-90, 90), st.floats(0, 360), st.floats(1, 3e6))
def test_arcs_are_as_good_as_they_say(lat: float, azimuth: float, m: float) -> None:
    end = Geodesic.WGS84.Direct(lat, 0, azimuth, m)
    arc = arc_length(to_ecef(0, lat), to_ecef(end["lon2"], end["lat2"]))
    assert abs(arc - m) <= arc_error(np.array(m)) + 1e-6


@given(around_the_square, st.floats(0.01, 0.5))
def test_more_vertices_on_the_same_border_change_nothing(
    place: tuple[float, float], degrees: float
) -> None:
    denser = Border(shapely.segmentize(SQUARE.polygon, degrees))
    here = distance_to_border(points(place), SQUARE).iloc[0]
    there = distance_to_border(points(place), denser).iloc[0]
    assert there.distance_m == pytest.approx(here.distance_m, abs=0.001)
    assert there.inside == here.inside


lines = st.lists(st.tuples(st.floats(-20, 20), st.floats(-89, 89)), min_size=2, max_size=6)


@given(lines, st.floats(0.001, 1), places)
def test_no_point_of_a_line_is_nearer_than_the_distance_found(
    line: list[tuple[float, float]], scale: float, place: tuple[float, float]
) -> None:
    path = np.array(line) * scale
    (found,), (nearest,) = Linework([path]).find_nearest(*np.array([place]).T)
    along = np.arange(0, len(path) - 1, 0.001)
    lon, lat = (np.interp(along, range(len(path)), degrees) for degrees in path.T)
    assert found <= inverse(lon, lat, *place)[1].min() + 0.001
    assert found == pytest.approx(geodesic_m(*place, *nearest), abs=0.001)
