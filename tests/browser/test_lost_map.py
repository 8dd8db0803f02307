"""A map whose graphics memory the browser takes back says so, and comes back as it was."""

from functools import partial

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from tests.browser.chromium import start_chromium
from tests.browser.harness_page import StartMap
from tests.browser.map_page import (
    count_pixels,
    describe,
    wait_for_base,
    wait_until_painted,
)
from tests.browser.opening import new_context
from tests.browser.waiting import wait_until, wait_until_still

BLUE = (0, 107, 164)  # Group "two", the most frequent.
LAND = (247, 246, 242)
STOPPED = "The browser has stopped this map"
LOSE = """(canvases, which) => {
  canvases[0].isOld = true;
  const gl = canvases.at(which).getContext('webgl2');
  gl.getExtension('WEBGL_lose_context').loseContext();
}"""
ARE_NEW = "canvases => canvases.every(one => !one.isOld)"

pytestmark = pytest.mark.browser


def is_painted(page: Page | FrameLocator) -> bool:
    """Whether the map shows its events over land."""
    return count_pixels(page, BLUE) > 500 and count_pixels(page, LAND) > 5_000


def wait_for_new_map(page: Page) -> None:
    """Wait until other canvases than before are painted."""
    canvases = page.locator(".canvas canvas")
    wait_until(
        page,
        lambda: "camera" in describe(page) and canvases.evaluate_all(ARE_NEW),
        "there is a new map",
    )
    wait_until_painted(page)
    wait_for_base(page)


@pytest.mark.parametrize("which", [0, -1], ids=["base", "events"])
def test_a_lost_map_is_drawn_again_where_it_was(start_map: StartMap, which: int) -> None:
    page = start_map(camera=[37.6, 55.7, 6])
    wait_for_base(page)
    page.locator(".canvas.top canvas").press("ArrowRight")
    wait_until(page, lambda: describe(page)["camera"][0] > 37.7, "the reader has moved the map")
    wait_until(page, lambda: not describe(page)["base"]["isShifted"], "the base has followed")
    # What is painted is seen a little later, on a busy machine.
    wait_until(page, lambda: count_pixels(page, BLUE) > 100, "its events are seen")
    wait_until(page, lambda: count_pixels(page, LAND) > 5_000, "its land is seen")
    events = wait_until_still(page, lambda: count_pixels(page, BLUE))
    land = wait_until_still(page, lambda: count_pixels(page, LAND))
    before = describe(page)

    page.locator(".canvas canvas").evaluate_all(LOSE, which)
    wait_for_new_map(page)
    after = describe(page)
    assert after["window"] == before["window"]
    assert after["camera"] == pytest.approx(before["camera"], abs=0.02)
    same_events, same_land = pytest.approx(events, rel=0.1), pytest.approx(land, rel=0.2)
    wait_until(page, lambda: count_pixels(page, BLUE) == same_events, "the same events are seen")
    wait_until(page, lambda: count_pixels(page, LAND) == same_land, "the same land is seen")
    expect(page.locator(".message")).to_have_count(0)


def test_a_map_that_is_lost_out_of_view_says_so_and_waits(start_map: StartMap) -> None:
    page = start_map()
    page.locator(".map-box").evaluate("box => (box.style.display = 'none')")
    page.locator(".canvas canvas").evaluate_all(LOSE, 0)
    expect(page.locator(".message")).to_have_text(
        f"{STOPPED} to save memory. It is drawn again when it is in view."
    )
    page.get_by_role("slider").first.press("PageUp")
    window = describe(page)["window"]
    page.locator(".map-box").evaluate("box => (box.style.display = '')")
    wait_for_new_map(page)
    assert describe(page)["window"] == window
    wait_until(page, lambda: count_pixels(page, BLUE) > 500, "its events are seen")


def test_with_memory_for_one_map_the_visible_one_is_drawn(browser: Browser, harness: str) -> None:
    few = start_chromium(browser.browser_type, "--max-active-webgl-contexts=2")
    frame = '<iframe src="/?list=no" width="800" height="800" style="display: block"></iframe>'
    article = f'<!doctype html>{frame}<p style="height: 3000px">Words.</p>{frame}'

    def answer(route: Route) -> None:
        route.fulfill(body=article, content_type="text/html")

    page = new_context(few, 900, 900).new_page()
    page.route("**/article", answer)
    page.goto(f"{harness}/article")
    first, second = page.locator("iframe").all()
    for map_ in (first, second, first):
        map_.scroll_into_view_if_needed()
        shown = map_.content_frame
        shown.locator(".canvas.top canvas").wait_for()
        wait_until(page, partial(is_painted, shown), "the map in view is painted")
    few.close()
