"""Where a map looks: at all of what it is to show, on a phone too."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from geo.link.camera import Camera, fit_camera, make_camera

# Web Mercator by PROJ, whose world is this wide in metres, and 512 pixels at zoom 0.
MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
WORLD_M = 2 * math.pi * 6_378_137
BOX_PX = 260


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-84, 84)), min_size=1, max_size=5),
)
def test_all_points_lie_within_the_box_of_a_phone(points: list[tuple[float, float]]) -> None:
    camera = fit_camera(points)
    scale = 512 * 2**camera.zoom / WORLD_M
    wide = max(abs((lon - camera.lon + 180) % 360 - 180) for lon, _ in points) / 360 * WORLD_M
    middle = MERCATOR.transform(0, camera.lat)[1]
    high = max(abs(MERCATOR.transform(0, lat)[1] - middle) for _, lat in points)
    around = (max(lon for lon, _ in points) - min(lon for lon, _ in points)) > 180
    # Zoom and centre are rounded: a pixel more may be needed. Beyond half the world nothing fits.
    if camera.zoom > 0:
        assert high * scale <= BOX_PX / 2 + 2
        assert around or wide * scale <= BOX_PX / 2 + 2


def test_one_place_is_seen_with_its_surroundings() -> None:
    assert fit_camera([(10.0, 20.0)]) == fit_camera([(10.0, 20.0)] * 3) == Camera(10.0, 20.0, 9.0)


def test_a_pole_is_not_a_place_of_a_flat_map() -> None:
    assert 84 < fit_camera([(0.0, 90.0)]).lat < 86


@pytest.mark.parametrize(
    "camera",
    [(180.1, 0, 1), (0, -90.1, 1), (0, 0, -0.1), (0, 0, 24.1), (math.nan, 0, 1), (0, math.inf, 1)],
)
def test_a_camera_that_no_map_can_have_is_refused(camera: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="wanted longitude, latitude and a zoom of 0 to 24"):
        make_camera(*camera)


def test_the_ends_of_the_map_can_be_looked_at() -> None:
    assert make_camera(-180, 90, 24) == Camera(-180, 90, 24)
