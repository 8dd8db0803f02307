"""A street map of a story in a browser: our colours, our server, and a note where it ends."""

import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.drawing.colours.palette import LIGHT
from tests.browser.map_page import colour_at, wait_for_map
from tests.browser.opening import new_context
from tests.browser.running_app import running
from tests.browser.stories import FOLDERS
from tests.browser.waiting import wait_until
from tests.story.tile_files import write_tiles
from tests.vector_tiles import area, layer

pytestmark = pytest.mark.browser

ZOOM = 12
LON, LAT = 43.0, 13.0
WHOLE = [(0, 0), (4096, 0), (4096, 4096), (0, 4096)]


def tile_at(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    """Return the column and row of a tile."""
    down = math.asinh(math.tan(math.radians(lat)))
    side = 1 << zoom
    return int((lon + 180) / 360 * side), int((1 - down / math.pi) / 2 * side)


@pytest.fixture(scope="module")
def with_streets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app whose story has a park for a street map, some tiles wide."""
    folder = Path(shutil.copytree(FOLDERS["ships"], tmp_path_factory.mktemp("streets") / "ships"))
    column, row = tile_at(LON, LAT, ZOOM)
    park = layer("landuse", area(WHOLE, {"kind": "park"}))
    write_tiles(
        folder / "basemap.pmtiles",
        {(ZOOM, column + i, row + j): park for i in range(-2, 3) for j in range(-2, 3)},
        min_lon_e7=int((LON - 0.2) * 1e7),
        max_lon_e7=int((LON + 0.2) * 1e7),
        min_lat_e7=int((LAT - 0.2) * 1e7),
        max_lat_e7=int((LAT + 0.2) * 1e7),
    )
    with running(STORY=str(folder)) as address:
        yield address


def open_at(browser: Browser, address: str, lon: float) -> tuple[Page, list[str]]:
    page = new_context(browser).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/?view={lon},{LAT},13")
    wait_for_map(page)
    return page, asked


def test_streets_are_drawn_in_our_colours_and_no_other_host_is_asked(
    browser: Browser, with_streets: str
) -> None:
    page, asked = open_at(browser, with_streets, LON)
    box = page.locator(".map-view").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.6
    wait_until(page, lambda: colour_at(page, x, y) == LIGHT.green, "the park is green")
    expect(page.locator(".no-streets")).to_be_hidden()
    assert any("/api/tiles/streets/" in url for url in asked)
    own = (with_streets, "data:", f"blob:{with_streets}")
    assert [url for url in asked if not url.startswith(own)] == []
    page.context.close()


def test_where_the_street_map_ends_the_map_says_so(browser: Browser, with_streets: str) -> None:
    page, _ = open_at(browser, with_streets, LON + 1)
    expect(page.locator(".no-streets")).to_have_text("No street map here")
    expect(page.locator(".no-streets")).to_be_visible()
    page.context.close()
