"""The shipped border and base map, for tests that only look at them."""

from pathlib import Path

import pytest

from geo.border import Border, read_border
from geo.drawing.basemap.basemap import Basemap, read_basemap
from geo.story.story_file import read_story

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def border() -> Border:
    """The shipped border."""
    return read_border(DATA / "border" / "ukraine.geojson")


@pytest.fixture(scope="session")
def basemap(border: Border) -> Basemap:
    """The shipped base map."""
    return read_basemap(read_story(DATA).basemap, DATA, border)
