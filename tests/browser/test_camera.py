"""The camera of the map in a real browser: moved by hand, by Python, and kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness_page import StartMap, read_report, report_by_key
from tests.browser.map_page import (
    count_messages,
    count_pixels,
    describe,
    drag,
    open_map,
    sent,
    wait_for_frames,
    wait_for_zoom,
    window_of,
)
from tests.browser.opening import OpenPage
from tests.browser.waiting import wait_until

ORANGE = (200, 120, 20)
PLACE = [30, 50]

# In each frame, after the map has painted it: by how many pixels the two canvases differ about a
# place, and whether an older paint of the base was shown; until the map is gone.
RECORD_DIFFERENCES = """place => {
  globalThis.differences = [];
  globalThis.shifts = 0;
  const look = () => setTimeout(() => requestAnimationFrame(() => {
    const {base, events} = map.locate(place);
    if (!base) return;
    differences.push(Math.hypot(base[0] - events[0], base[1] - events[1]));
    shifts += map.describe().base.isShifted;
    look();
  }));
  look();
}"""

pytestmark = pytest.mark.browser


def test_both_canvases_show_one_camera_in_every_frame_and_the_same_paint_at_rest(
    start_map: StartMap,
) -> None:
    page = start_map(motion="no-preference")
    page.evaluate(RECORD_DIFFERENCES, PLACE)
    drag(page, (500, 400), (600, 450), drop=False)

    def move_on() -> object:
        """Move to and fro; return whether the base was ever moved instead of painted."""
        page.mouse.move(500, 400, steps=5)
        page.mouse.move(600, 450, steps=5)
        return page.evaluate("shifts")

    wait_until(page, move_on, "the base is moved before it is painted")
    page.mouse.up()
    zoom = describe(page)["camera"][2]
    page.mouse.move(500, 400)
    page.mouse.wheel(0, -300)
    wait_until(page, lambda: describe(page)["camera"][2] > zoom, "the wheel zooms in")
    wait_until(page, lambda: not describe(page)["base"]["isShifted"], "the base is painted")

    assert max(page.evaluate("differences")) < 0.5
    wait_until(page, lambda: page.evaluate("differences.at(-1)") < 1e-6, "no difference at rest")


def test_a_pan_is_reported_once_it_stops(start_map: StartMap) -> None:
    page = start_map()
    count_messages(page)
    drag(page, (500, 400), (600, 450), drop=False)
    report_by_key(page)
    assert sent(page) == 1
    assert read_report(page)["camera"] is None

    page.mouse.up()
    wait_until(page, lambda: read_report(page)["camera"], "Python receives the camera")
    report_by_key(page)
    longitude, latitude, zoom = describe(page)["camera"]

    assert sent(page) == 3
    assert read_report(page)["camera"] == [
        pytest.approx(longitude, abs=5.1e-5),
        pytest.approx(latitude, abs=5.1e-5),
        pytest.approx(zoom, abs=5.1e-3),
    ]


def test_python_moves_the_brush_and_the_camera_and_receives_no_echo(
    start_map: StartMap,
) -> None:
    page = start_map(motion="no-preference")
    count_messages(page)
    page.get_by_role("button", name="May 2023", exact=True).click()
    expect(page.locator(".range")).to_have_text("1 May 2023 – 31 May 2023")
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_for_zoom(page, 8)
    assert read_report(page)["window"] is None
    report_by_key(page)

    assert read_report(page)["window"] == window_of(page)
    assert read_report(page)["camera"] is None
    assert sent(page) == 3


def test_where_motion_is_unwelcome_nothing_flies(start_map: StartMap) -> None:
    page = start_map(motion="reduce")
    start = describe(page)["camera"][2]
    page.evaluate(
        """() => {
          globalThis.zooms = new Set();
          const watched = map;
          const look = () => {
            if (map !== watched) return;
            zooms.add(map.describe().camera[2]);
            requestAnimationFrame(look);
          };
          look();
        }"""
    )
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_for_zoom(page, 8)
    wait_for_frames(page)

    assert page.evaluate("[...zooms]") == [start, 8]


def test_a_page_switch_keeps_the_view_and_the_canvases(open_page: OpenPage, harness: str) -> None:
    page = open_map(open_page, harness)
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_for_zoom(page, 8)
    canvas = page.locator(".canvas.top canvas")
    canvas.evaluate("canvas => { globalThis.canvas = canvas; }")
    for name in ("Empty", "Again", "Map", "Empty", "Again"):
        page.get_by_role("link", name=name).click()
        if name == "Empty":
            expect(page.get_by_text("No map here.")).to_be_visible()
        else:
            expect(canvas).to_be_visible()

    assert canvas.evaluate("canvas => canvas === globalThis.canvas && canvas.isConnected")
    assert describe(page)["camera"] == pytest.approx([37.6, 55.7, 8])
    wait_until(page, lambda: count_pixels(page, ORANGE) > 100, "the events are painted")
    page.locator(".event").nth(3).click()
    expect(page.locator(".event[aria-current]")).to_have_count(1)


def zoom_in(page: Page) -> None:
    """Zoom in by a level, and wait until the map has come to rest."""
    zoom = describe(page)["camera"][2]
    page.get_by_role("button", name="Zoom in").click()
    wait_for_zoom(page, zoom + 1)


def test_a_layer_is_drawn_at_its_own_zooms_only(start_map: StartMap) -> None:
    page = start_map(width=800, camera=[30, 50, 5.5], list="no")
    black = (0, 0, 0)
    zoom_in(page)
    wait_until(page, lambda: describe(page)["base"]["isWhole"], "the base map is whole")
    before = count_pixels(page, black)
    zoom_in(page)

    # A disc of 20 pixels, from zoom 7 on.
    wait_until(page, lambda: count_pixels(page, black) > before + 900, "the disc is drawn")
