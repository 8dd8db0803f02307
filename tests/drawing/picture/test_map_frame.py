"""Positions on the sheet, by PROJ and by geodesics."""

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.drawing.picture.map_frame import MapFrame, fit_bounds
from geo.link.camera import Camera
from tests.drawing.picture.reading import HALF_WORLD_M, TO_MERCATOR

cameras = st.builds(Camera, st.floats(-180, 180), st.floats(-80, 80), st.floats(0, 12))


@given(cameras, st.floats(-180, 180), st.floats(-84, 84))
def test_positions_project_as_proj_says(camera: Camera, lon: float, lat: float) -> None:
    frame = MapFrame(100, 20, 500, 400, camera)
    per_px = 2 * HALF_WORLD_M / 512 / 2**camera.zoom
    x, y = TO_MERCATOR.transform(lon, lat)
    x0, y0 = TO_MERCATOR.transform(camera.lon, camera.lat)
    # The sphere of EPSG:3857 has its map's latitude; PROJ gives the same to a millimetre.
    by_proj = (350 + (x - x0) / per_px, 220 - (y - y0) / per_px)
    assert frame.project(lon, lat)[0] == pytest.approx(by_proj, abs=1e-3, rel=1e-6)


@given(
    st.floats(-180, 180),
    st.floats(-60, 60),
    st.floats(0.5, 100),
    st.floats(0.5, 20),
)
def test_a_fitted_frame_holds_its_bounds(
    west: float, south: float, width: float, height: float
) -> None:
    east = (west + width + 180) % 360 - 180
    north = south + height
    frame = MapFrame(0, 0, 500, 400, fit_bounds((west, south, east, north), 500, 400))
    corners = frame.place(np.array([west, east]), np.array([south, north]))
    assert frame.contains(corners, margin=1e-6).all()


@pytest.mark.parametrize("lat", [0, 52, -84])
def test_a_unit_of_the_sheet_is_as_long_as_the_parallel_there(lat: float) -> None:
    frame = MapFrame(0, 0, 500, 400, Camera(30, 10, 4))
    degree_m = 1000 * Geodesic.WGS84.Inverse(lat, 0, lat, 0.001)["s12"]
    assert float(frame.metres_per_px(lat)) == pytest.approx(360 * degree_m / 512 / 16, rel=1e-6)
