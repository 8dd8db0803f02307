"""The line from the selected event to the nearest point of the border, in the app and on a site."""

import io
from itertools import pairwise
from math import asinh, hypot, log2, radians, tan

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page
from pyproj import Geod

from geo.drawing.colours.palette import LIGHT
from geo.events.vocabulary import PINNED
from tests.browser.map_page import Point, Visit, locate, wait_for_zoom, wait_until_painted
from tests.browser.stories import ServedStory

pytestmark = pytest.mark.browser

LENGTH = 240
"""Of the line, in pixels."""


def choose_event(story: ServedStory) -> str:
    """Return the pinned event that is farthest from the border, so that nothing hides the line."""
    events = story.events
    far = events[events["location_precision"].isin(PINNED)]["distance_m"].idxmax()
    return str(far)


def measure_world(start: Point, end: Point) -> float:
    """Return how far two places are apart on a Mercator map whose world is 512 pixels wide."""
    right = (end[0] - start[0] + 180) % 360 - 180
    ups = [asinh(tan(radians(lat))) for _, lat in (start, end)]
    return 512 / 360 * hypot(right, (ups[1] - ups[0]) * 360 / (2 * np.pi))


def find_dark(page: Page) -> NDArray[np.bool_]:
    """Return which pixels of the page are as dark as the ink of a selection."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    dark: NDArray[np.bool_] = np.asarray(picture).max(axis=2) < max(LIGHT.ink) + 70
    return dark


def share_dark(dark: NDArray[np.bool_], places: list[Point]) -> float:
    """Return the share of places that have a dark pixel within a pixel of theirs."""
    near = [dark[round(y) - 1 : round(y) + 2, round(x) - 1 : round(x) + 2].any() for x, y in places]
    return sum(map(bool, near)) / len(near)


def test_a_dashed_line_leads_from_the_selected_event_to_the_nearest_point_of_the_border(
    visit: Visit, story: ServedStory
) -> None:
    name = choose_event(story)
    event = story.events.loc[name]
    start = (float(event["lon"]), float(event["lat"]))
    end = (float(event["nearest_lon"]), float(event["nearest_lat"]))
    steps = [start, *Geod(ellps="WGS84").npts(*start, *end, LENGTH - 1), end]
    middle = steps[LENGTH // 2]
    zoom = log2(LENGTH / measure_world(start, end))
    view = f"view={middle[0]:.4f},{middle[1]:.4f},{zoom:.2f}"

    page = visit(f"/?{view}")
    wait_for_zoom(page, round(zoom, 2))
    wait_until_painted(page)
    # An open field of the filters may have pushed it down.
    page.locator(".map-box").scroll_into_view_if_needed()
    before = find_dark(page)
    page = visit(f"/?{view}&event={name}")
    wait_until_painted(page)
    after = find_dark(page)

    places = [locate(page, *step) for step in steps]
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]
    assert sum(lengths) == pytest.approx(LENGTH, rel=0.02)
    # Without the ring at its start, the words in its middle and the foot at its end.
    dashed = places[24:80] + places[160:-8]
    # With the gaps between dashes, in which a pixel beside a place may still be of a dash.
    assert 0.6 < share_dark(after, dashed) < 0.95
    x, y = places[-1]
    foot = [(x + right, y + down) for right, down in ((3.5, 0), (-3.5, 0), (0, 3.5), (0, -3.5))]
    assert share_dark(after, foot) == 1
    assert not after[round(y), round(x)], "a ring, not a disc"
    assert share_dark(before, [*dashed, *foot]) < 0.1
