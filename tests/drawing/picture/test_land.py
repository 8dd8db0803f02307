"""The base map of a picture lies where PROJ puts it, in the colours of the palette."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image
from shapely import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.basemap.drawings import Level, draw_part
from geo.drawing.basemap.places import Place
from geo.drawing.colours.palette import LIGHT, Colour
from geo.drawing.picture.canvas import Canvas, open_canvas
from geo.drawing.picture.ink import to_rgba
from geo.drawing.picture.land import paint_land, write_names
from geo.drawing.picture.map_frame import MapFrame
from geo.link.camera import Camera
from tests.drawing.picture.reading import HALF_WORLD_M, TO_MERCATOR

WIDTH, HEIGHT = 400, 300
ALWAYS = Level(0)
NO_PINS = np.empty((0, 4))


def open_paper(camera: Camera) -> tuple[Figure, Canvas]:
    """A sheet of one pixel for a unit, whose map leaves a margin of 20 on all sides."""
    figure = Figure(figsize=(WIDTH / 96, HEIGHT / 96), dpi=96, facecolor=to_rgba(LIGHT.halo))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    return figure, open_canvas(axes, MapFrame(20, 20, WIDTH - 40, HEIGHT - 40, camera), LIGHT)


def map_of(part: str, *shapes: BaseGeometry, level: Level = ALWAYS) -> Basemap:
    return Basemap(tuple(draw_part(part, shapes, [level])), ())


def paint(camera: Camera, basemap: Basemap) -> NDArray[np.uint8]:
    """The pixels of a picture of a base map, shape (HEIGHT, WIDTH, 3)."""
    figure, canvas = open_paper(camera)
    paint_land(canvas, basemap)
    content = io.BytesIO()
    figure.savefig(content, format="png")
    return np.asarray(Image.open(content).convert("RGB"))


def find_pixel(camera: Camera, lon: float, lat: float) -> tuple[float, float]:
    """Where PROJ puts a position: pixels right and down; beyond 180 degrees on the right."""
    per_px = 2 * HALF_WORLD_M / 512 / 2**camera.zoom
    (x, y), (x0, y0) = (TO_MERCATOR.transform(*at) for at in ((lon, lat), (camera.lon, camera.lat)))
    if x < x0 - HALF_WORLD_M:
        x += 2 * HALF_WORLD_M
    return WIDTH / 2 + (x - x0) / per_px, HEIGHT / 2 - (y - y0) / per_px


def read_colour(pixels: NDArray[np.uint8], camera: Camera, lon: float, lat: float) -> Colour:
    right, down = find_pixel(camera, lon, lat)
    red, green, blue = (int(part) for part in pixels[int(down), int(right)])
    return red, green, blue


def test_land_fills_its_outline_and_the_sea_the_rest() -> None:
    camera = Camera(30, 50, 4)
    pixels = paint(camera, map_of("home", box(26, 48, 34, 52)))
    for lon, lat in ((26.2, 48.2), (33.8, 51.8), (30, 50)):
        assert read_colour(pixels, camera, lon, lat) == LIGHT.home
    for lon, lat in ((25.8, 50), (34.2, 50), (30, 47.8), (30, 52.2)):
        assert read_colour(pixels, camera, lon, lat) == LIGHT.sea


def test_nothing_is_painted_outside_of_the_map() -> None:
    pixels = paint(Camera(30, 50, 4), map_of("home", box(-170, -80, 170, 80)))
    assert tuple(pixels[HEIGHT // 2, 25]) == LIGHT.home
    for down, right in (
        (HEIGHT // 2, 10),
        (HEIGHT // 2, WIDTH - 10),
        (10, 200),
        (HEIGHT - 10, 200),
    ):
        assert tuple(pixels[down, right]) == LIGHT.halo


@pytest.mark.parametrize("lon", [179.5, -179.5])
def test_land_goes_on_beyond_the_180th_meridian(lon: float) -> None:
    camera = Camera(lon, -17, 5)
    islands = map_of("home", box(177, -18, 180, -16), box(-180, -18, -178, -16))
    pixels = paint(camera, islands)
    row = pixels[HEIGHT // 2, 21 : WIDTH - 21]
    land = np.flatnonzero((row == LIGHT.home).all(axis=1))
    # Five degrees of 360 on a world of 512 pixels at zoom 0, and no gap where the halves meet.
    assert len(land) == pytest.approx(5 / 360 * 512 * 2**5, abs=2)
    assert (np.diff(land) == 1).all()


def test_land_at_a_pole_ends_where_the_map_of_the_world_does() -> None:
    camera = Camera(0, 84.8, 3)
    pixels = paint(camera, map_of("home", box(-5, 80, 5, 90)))
    assert read_colour(pixels, camera, 0, 84.9) == LIGHT.home
    assert read_colour(pixels, camera, 0, 85.05) == LIGHT.sea


def test_a_map_of_nothing_is_sea() -> None:
    for nothing in (Basemap((), ()), map_of("home", Polygon()), map_of("border", LineString())):
        pixels = paint(Camera(30, 50, 4), nothing)
        assert (pixels[25:-25, 25:-25] == LIGHT.sea).all()


@pytest.mark.parametrize(("zoom", "is_shown"), [(3.9, False), (4, True), (4.9, True), (5, False)])
def test_a_drawing_is_shown_at_its_own_zooms_alone(zoom: float, is_shown: bool) -> None:
    camera = Camera(30, 50, zoom)
    pixels = paint(camera, map_of("home", box(26, 46, 34, 54), level=Level(4, 5)))
    assert (read_colour(pixels, camera, 30, 50) == LIGHT.home) == is_shown


def test_the_border_lies_over_the_land_whatever_comes_first() -> None:
    camera = Camera(30, 50, 4)
    border, land = map_of("border", LineString([(20, 50), (40, 50)])), box(26, 46, 34, 54)
    pixels = paint(camera, Basemap((*border.drawings, *map_of("home", land).drawings), ()))
    assert read_colour(pixels, camera, 30, 51) == LIGHT.home
    _, down = find_pixel(camera, 30, 50)
    near = pixels[int(down) - 2 : int(down) + 3, WIDTH // 2].astype(int)
    assert abs(near - LIGHT.border).sum(axis=1).min() < 40


def write(camera: Camera, *places: Place, kept_free: tuple[float, ...] = ()) -> dict[str, float]:
    """The names that are written, each with where it starts, in pixels from the left."""
    _, canvas = open_paper(camera)
    free = [(kept_free[0], kept_free[1], kept_free[2], kept_free[3])] if kept_free else []
    write_names(canvas, Basemap((), places), NO_PINS, free)
    return {text.get_text(): text.get_position()[0] for text in canvas.axes.texts}


@pytest.mark.parametrize("lon", [178.5, -179.5])
def test_a_name_stands_beside_its_dot_on_both_sides_of_the_180th_meridian(lon: float) -> None:
    camera = Camera(179, 0, 5)
    found = write(camera, Place(en="Порт ß", lon=lon, lat=0, rank=1))
    right, _ = find_pixel(camera, lon, 0)
    # The right side is the first choice, 5 pixels from the dot.
    assert found == {"Порт ß": pytest.approx(right + 5)}


def test_two_names_at_one_place_do_not_cover_each_other() -> None:
    twins = [Place(en=name, lon=30, lat=50, rank=1) for name in ("Alpha", "Omega")]
    found = write(Camera(30, 50, 5), *twins)
    assert len(set(found.values())) == len(found)


def test_a_name_that_is_not_whole_or_not_free_is_left_out() -> None:
    camera, port = Camera(30, 50, 5), Place(en="Port", lon=30, lat=50, rank=1)
    right, down = find_pixel(camera, 30, 50)
    assert "Port" in write(camera, port)
    assert write(camera, port, kept_free=(right + 8, down - 5, right + 20, down + 5)) == {}
    assert write(Camera(22.2, 50, 5), port) == {}
    assert write(camera) == {}
