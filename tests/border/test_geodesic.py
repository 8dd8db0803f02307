"""Geodesics, chords and arcs, compared with published ones."""

import gzip

import numpy as np
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.border.geodesic import arc_error, arc_length, inverse, longest_chord, to_ecef
from tests.border.places import TRUTH, geodesic_m


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
def test_arcs_are_as_exact_as_documented(lat: float, azimuth: float, m: float) -> None:
    end = Geodesic.WGS84.Direct(lat, 0, azimuth, m)
    arc = arc_length(to_ecef(0, lat), to_ecef(end["lon2"], end["lat2"]))
    assert abs(arc - m) <= arc_error(np.array(m)) + 1e-6
