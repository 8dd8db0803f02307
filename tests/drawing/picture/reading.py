"""Draw pictures and read them back: pixels, words, and places by another projection."""

import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pyproj import Transformer

from geo.drawing.picture.compose import frame_map
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import CARD, Paper, Picture, PictureFormat
from geo.story.view import View, open_view
from tests.shipped_record import DATA, open_shipped

FIJI = Path(__file__).parents[2] / "data/fiji"
DRONE = "kremlin-2023-05-03-drone-1"
SVG = "{http://www.w3.org/2000/svg}"
TO_MERCATOR = Transformer.from_crs(4326, 3857, always_xy=True)
HALF_WORLD_M = 20_037_508.342789244  # EPSG:3857, half of its width.


def draw(
    folder: Path,
    link: str = "",
    format: PictureFormat = "png",
    paper: Paper = CARD,
    density: float = 2,
    indexed: bool = False,
) -> bytes:
    """Return a picture of a view; the shipped story is opened once for all tests."""
    picture = Picture(format, paper, density=density, indexed=indexed)
    view = open_shipped(link) if folder == DATA else open_view(folder, link)
    return draw_picture(view, picture)


def read_pixels(content: bytes) -> NDArray[np.int_]:
    """Return the pixels of a PNG, shape (height, width, 3)."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


def read_words(svg: bytes) -> str:
    """Return all text of an SVG."""
    texts = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return " ".join("".join(text.itertext()) for text in texts)


def place_by_hand(view: View, picture: Picture, lon: float, lat: float) -> tuple[float, float]:
    """Return a position in pixels of a PNG, by PROJ instead of the picture's own projection."""
    frame = frame_map(view, picture)
    camera = view.link.camera
    assert camera is not None
    per_px = 2 * HALF_WORLD_M / 512 / 2**camera.zoom
    (x, y), (x0, y0) = (TO_MERCATOR.transform(*at) for at in ((lon, lat), (camera.lon, camera.lat)))
    right = frame.left + frame.width / 2 + (x - x0) / per_px
    down = frame.top + frame.height / 2 - (y - y0) / per_px
    scale = picture.paper.scale * picture.density
    return right * scale, down * scale
