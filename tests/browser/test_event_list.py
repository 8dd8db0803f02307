"""The list of the events in a real browser, beside the map."""

import math
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness_page import StartMap, report_by_key, wait_for_report
from tests.browser.map_page import Row, locate, read_rows
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


def test_a_choice_in_the_list_or_on_the_map_reports_its_id(start_map: StartMap) -> None:
    page = start_map()
    page.locator(".event").nth(20).press("Enter")
    chosen = page.locator(".event[aria-current=true]")
    expect(chosen).to_have_count(1)
    wait_for_report(page, "selected", chosen.get_attribute("data-id"))
    scroller = page.locator(".list-scroller")

    def is_in_view() -> bool:
        # Until the list is written again there may be no such box.
        box, frame = chosen.bounding_box(), scroller.bounding_box()
        if box is None or frame is None:
            return False
        starts_inside = frame["y"] - 1 <= box["y"]
        return starts_inside and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1

    wait_until(page, is_in_view, "the chosen event is in view")

    rows = read_rows(page, "rows.json")
    x, y, lonely = find_lonely(page, rows)
    page.mouse.click(x, y)
    expect(chosen).to_have_attribute("data-id", lonely)
    wait_for_report(page, "selected", chosen.get_attribute("data-id"))
    page.mouse.click(x + 60, y)
    expect(page.locator(".event[aria-current]")).to_have_count(0)
    wait_for_report(page, "selected", None)


def test_a_press_chooses_an_event_though_the_dates_change_meanwhile(start_map: StartMap) -> None:
    page = start_map()
    counted = page.locator(".list-count").inner_text()
    pressed = page.locator(".event").nth(3)
    name = pressed.get_attribute("data-id")
    pressed.hover()
    page.mouse.down()
    report_by_key(page)
    expect(pressed).to_have_attribute("data-id", str(name))
    page.mouse.up()
    wait_for_report(page, "selected", name)
    # What was put off comes now.
    expect(page.locator(".list-count")).not_to_have_text(counted)


def test_the_list_is_one_stop_of_the_tab_key_with_arrows_inside(start_map: StartMap) -> None:
    page = start_map(width=900, height=640, scene="grid")
    events = page.locator(".event")
    stops = page.locator(".events .event[tabindex='0']")
    expect(events).to_have_count(200)
    expect(stops).to_have_count(1)
    stops.focus()
    for key, place in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("End", 199)]:
        page.keyboard.press(key)
        expect(events.nth(place)).to_be_focused()
    # Beyond the last one that is written the next two hundred follow.
    page.keyboard.press("ArrowDown")
    expect(events).to_have_count(400)
    expect(events.nth(200)).to_be_focused()
    expect(stops).to_have_count(1)
    page.keyboard.press("Home")
    expect(events.first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show 200 more")).to_be_focused()


def find_lonely(page: Page, rows: Sequence[Row]) -> tuple[float, float, str]:
    """Return where the event lies that has the most room around it, in px, and its id."""
    places = [(*locate(page, row["lon"], row["lat"]), str(row["id"])) for row in rows]
    box = page.locator(".canvas.top").bounding_box()
    assert box is not None
    left, top, right, bottom = box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]

    def measure_room(place: tuple[float, float, str]) -> float:
        x, y, name = place
        others = [math.dist((x, y), other[:2]) for other in places if other[2] != name]
        # Beside the click there has to be room for one on nothing.
        return min(*others, x - left, y - top, right - x, bottom - y)

    return max(places, key=measure_room)


def test_the_list_turns_round_and_grows_by_two_hundred(start_map: StartMap) -> None:
    page = start_map(width=900, height=640, scene="grid")
    events = page.locator(".event")
    starts = {str(row["id"]): int(str(row["l0"])) for row in read_rows(page, "rows.json")}

    def shown_starts() -> list[int]:
        names = events.evaluate_all("events => events.map(event => event.dataset.id)")
        return [starts[name] for name in names]

    expect(events).to_have_count(200)
    assert shown_starts() == sorted(starts.values())[:200]
    page.get_by_role("button", name="Show 200 more").click()
    expect(events).to_have_count(400)
    page.get_by_role("button", name="Show 200 more").click()
    expect(events).to_have_count(600)
    expect(page.get_by_role("button", name="more")).to_have_count(0)
    page.get_by_role("button", name="Oldest first").click()
    expect(page.get_by_role("button", name="Newest first")).to_be_visible()
    assert shown_starts() == sorted(starts.values(), reverse=True)[:200]
