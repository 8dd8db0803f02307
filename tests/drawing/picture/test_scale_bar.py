"""A scale bar is true, at every zoom."""

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.picture.map_frame import MapFrame
from geo.link.camera import Camera


@pytest.mark.parametrize(("lat", "zoom"), [(0, 3), (52, 5), (-17, 9), (80, 2)])
def test_the_scale_bar_is_true_in_the_middle_of_the_map(lat: float, zoom: float) -> None:
    frame = MapFrame(0, 0, 500, 400, Camera(30, lat, zoom))
    metres, wide = frame.scale_bar(90)
    assert 20 < wide <= 90
    degrees = wide / frame.world_px * 360
    pieces = 1000  # Along the parallel, which no geodesic follows for long.
    piece = Geodesic.WGS84.Inverse(lat, 0, lat, degrees / pieces)["s12"]
    assert metres == pytest.approx(piece * pieces, rel=1e-4)
    assert str(metres)[0] in "125"


@given(st.builds(Camera, st.floats(-180, 180), st.floats(-90, 90), st.floats(0, 24)))
def test_every_camera_of_a_link_has_a_scale_bar(camera: Camera) -> None:
    metres, wide = MapFrame(0, 0, 500, 400, camera).scale_bar(90)
    assert metres > 0
    assert 20 < wide <= 90
