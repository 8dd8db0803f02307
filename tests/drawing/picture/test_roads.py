"""Roads in a picture: where the map is close enough, with the credit that they ask for."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from geo.drawing.colours.palette import LIGHT
from tests.drawing.picture.reading import draw, read_words
from tests.event_texts import record
from tests.story_folders import point, write_story


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story with an event in a city that has many roads."""
    return write_story(tmp_path_factory.mktemp("city"), record("one", geometry=point(2.35, 48.85)))


def count_road(png: bytes) -> int:
    """Return how many pixels have the colour of a road."""
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return int((pixels == LIGHT.road).all(axis=-1).sum())


def test_roads_are_drawn_from_zoom_7_on(city: Path) -> None:
    assert count_road(draw(city, "view=2.35,48.85,8.5", format="png")) > 500
    assert count_road(draw(city, "view=2.35,48.85,6.5", format="png")) == 0


def test_roads_that_are_drawn_are_credited_and_no_others(city: Path) -> None:
    near, far = (
        read_words(draw(city, f"view=2.35,48.85,{zoom}", format="svg")).replace("\n", " ")
        for zoom in (8.5, 6.5)
    )
    credit = "Roads,rail:©OpenStreetMapcontributors,ODbL1.0"
    assert credit in near.replace(" ", "")
    assert credit not in far.replace(" ", "")


@pytest.mark.parametrize("view", ["179.9,-17.8,8", "-179.9,-17.8,8", "0,84.9,9", "-140,-40,9"])
def test_a_close_picture_of_any_place_is_drawn(city: Path, view: str) -> None:
    assert draw(city, f"view={view}", format="png").startswith(b"\x89PNG")
