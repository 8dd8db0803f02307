"""The map is flat and north is up; a circle has the size of its place in every view."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page
from pyproj import Geod, Transformer

from geo import open_view
from tests.browser.map_page import (
    Visit,
    describe,
    find_row,
    keeping_window,
    locate,
    show_window,
    wait_for_zoom,
)
from tests.browser.stories import only_shipped
from tests.browser.waiting import wait_until, wait_until_still
from tests.shipped_record import DATA

TO_MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)

pytestmark = [pytest.mark.browser, only_shipped]


def photograph(page: Page) -> NDArray[np.int_]:
    """Return a strip of the map, 40 px to both sides of its middle, as columns from its top."""
    box = page.locator(".map-box").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2
    clip = {"x": middle - 20, "y": box["y"], "width": 40, "height": box["height"]}
    png = page.screenshot(clip=clip)  # type: ignore[arg-type]
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def find_southern_rim(lon: float, lat: float, radius_m: float) -> float:
    """Return the latitude of the lowest point of a circle that is as wide as its parallel says."""
    degree_m = 1000 * Geod(ellps="WGS84").inv(lon, lat, lon + 0.001, lat)[2]
    x, y = TO_MERCATOR.transform(lon, lat)
    radius = TO_MERCATOR.transform(radius_m / degree_m, 0)[0]
    south: float = TO_MERCATOR.transform(x, y - radius, direction="INVERSE")[1]
    return south


def test_no_key_turns_or_tilts_the_map(visit: Visit) -> None:
    page = visit("/?view=37,55,6")
    wait_for_zoom(page, 6)
    canvas = page.locator("#events-canvas")
    before = [locate(page, lon, lat) for lon, lat in ((37, 55), (39, 55), (37, 57))]
    for key in ("Shift+ArrowRight", "Shift+ArrowUp", "Control+ArrowLeft", "Alt+ArrowDown"):
        canvas.press(key)
    # What these keys might do comes before what the next one does.
    canvas.press("Equal")
    wait_for_zoom(page, 7)
    after = [locate(page, lon, lat) for lon, lat in ((37, 55), (38, 55), (37, 56.0117))]
    assert after == [pytest.approx(place, abs=1) for place in before]


def test_a_circle_is_where_its_radius_says_in_a_near_view_far_from_its_middle(
    visit: Visit,
) -> None:
    events = open_view(DATA).kept
    event = events[events["location_precision"] == "region"].iloc[0]
    rim = find_southern_rim(event["lon"], event["lat"], event["radius_m"])
    page = visit(f"/?view={event['lon']},{rim},13")
    wait_for_zoom(page, 13)
    row = find_row(page, event.name)
    start, end = int(str(row["l0"])), int(str(row["l1"]))
    with keeping_window(page):
        show_window(page, (start - 2, start - 1))
        wait_until_still(page, lambda: describe(page)["paints"]["events"])
        hidden = photograph(page)

        def find_difference() -> NDArray[np.float64]:
            """Return by how much each row of pixels differs from that without the event."""
            rows: NDArray[np.float64] = abs(photograph(page) - hidden).sum(axis=2).mean(axis=1)
            return rows

        show_window(page, (start, end))
        wait_until(page, lambda: find_difference().max() > 30, "there is a line")
        difference = find_difference()
    assert difference.argmax() == pytest.approx(len(difference) / 2, abs=2)
