"""The map page as its readers meet it: the shipped story, from a link, by hand and by keys."""

import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.test_time_map import (
    coloured_pixels,
    count_messages,
    drag,
    handle_at,
    on_screen,
    opened,
    sent,
)

from tests.browser.conftest import ROOT, running

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
DRONE = "kremlin-2023-05-03-drone-1"
EVENTS = len(json.loads((ROOT / "data/events.geojson").read_text("utf-8"))["features"])
DARK_BLUE = (30, 69, 131)  # The group with most events, in the light theme.


def count(page: Page) -> str:
    return page.locator("p.count b").inner_text()


def test_a_first_visit_shows_every_event_and_asks_no_other_host(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    assert coloured_pixels(page, DARK_BLUE) > 300
    assert count(page) == f"{EVENTS} events"
    expect(page.get_by_role("listitem").first).to_be_visible()


def test_the_brush_filters_while_dragged_and_count_list_and_link_follow(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    before = coloured_pixels(page, DARK_BLUE)
    count_messages(page)
    x, y = handle_at(page, "from")
    drag(page, (x, y), (x + 350, y), drop=False)
    page.wait_for_timeout(300)
    assert coloured_pixels(page, DARK_BLUE) < before
    assert sent(page) == 0
    assert count(page) == f"{EVENTS} events"

    page.mouse.up()
    expect(page.locator("p.count")).to_contain_text("outside the dates")
    expect(page).to_have_url(re.compile("from=.*to="))


def test_keys_on_a_handle_do_the_same(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    page.get_by_role("slider", name="First moment shown").focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    expect(page.locator("p.count")).to_contain_text("outside the dates")


def test_a_click_on_a_marker_opens_its_card(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?view=37.62,55.75,11")
    row = f"map.events.rows.find(row => row.id === '{DRONE}')"
    x, y = on_screen(page, row)
    shift = page.evaluate(f"(() => {{ const {{dx, dy}} = {row}; return [dx, dy]; }})()")
    page.mouse.click(x + shift[0], y + shift[1])
    expect(page.locator(".card h2")).to_contain_text("Kremlin")
    expect(page).to_have_url(re.compile(f"event={DRONE}"))
    expect(page.locator(".card")).to_contain_text("451 km")


def test_a_choice_in_the_list_flies_there(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?group=kremlin")
    page.get_by_role("button", name="First of two drones").click()
    expect(page.locator(".card h2")).to_contain_text("First of two drones")
    expect(page).to_have_url(re.compile("view="))
    page.wait_for_timeout(2000)
    x, y = on_screen(page, f"map.events.rows.find(row => row.id === '{DRONE}')")
    box = page.locator(".map-box").bounding_box()
    assert box is not None
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


def test_a_copied_link_shows_the_same_on_a_fresh_server(open_page: Open, address: str) -> None:
    link = "?from=2023-05-02T21%3A00&to=2023-05-03T06%3A00&colour=type&q=kremlin"
    page = opened(open_page, f"{address}/{link}")
    shown = count(page)
    copied = page.url.removeprefix(address)
    with running() as fresh:
        again = opened(open_page, fresh + copied)
        assert count(again) == shown
        assert again.url.removeprefix(fresh) == copied
        expect(again.get_by_role("searchbox", name="Find")).to_have_value("kremlin")


def test_all_comes_back_with_one_click(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?group=kremlin&q=no+such+words")
    assert count(page) == "No event matches these filters"
    page.get_by_role("button", name="Show all", exact=True).click()
    expect(page.locator("p.count b")).to_have_text(f"{EVENTS} events")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_scrolls_sideways(open_page: Open, address: str, width: int, height: int) -> None:
    page = opened(open_page, f"{address}/?event={DRONE}", width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMainBlockContainer *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1
                       && !one.closest('.wide, [style*="overflow"], .bars, .axis'))
        .map(one => one.className)"""
    )
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_of_ours(open_page: Open, address: str, scheme: str) -> None:
    page = opened(open_page, f"{address}/?event={DRONE}", color_scheme=scheme)
    # Only what we draw: Streamlit's own widgets are not ours to mend.
    ours = {"include": [[".masthead"], ["p.count"], [".card"], [".legend"], [".st-key-map_side"]]}
    found = Axe().run(page, context=ours).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in serious] == []


def test_a_story_across_180_degrees_shows_both_sides(open_page: Open) -> None:
    with running(STORY=str(ROOT / "tests/data/fiji")) as address:
        page = opened(open_page, address)
        assert count(page) == "4 events"
        west, east = (
            on_screen(page, f"map.events.rows.find(row => row.id === '{name}')")
            for name in ("light-west", "light-east")
        )
        assert abs(west[1] - east[1]) < 2


def test_in_a_frame_there_is_no_menu(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?embed=true&group=kremlin")
    expect(page.get_by_text("2 of", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Method")).not_to_be_visible()


def test_a_step_back_shows_what_was_shown(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?group=kremlin")
    find = page.get_by_role("searchbox", name="Find")
    find.fill("second drone")
    find.press("Enter")
    expect(page).to_have_url(re.compile("q=second"))
    page.go_back()
    expect(page.locator("p.count b")).to_contain_text(f"2 of {EVENTS}")
    expect(find).to_have_value("")


def test_the_time_bar_names_the_clock_it_reads(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?zone=utc&from=2023-05-02T21:00&to=2023-05-03T03:00")
    slider = page.get_by_role("slider", name="First moment shown")
    assert "UTC" in (slider.get_attribute("aria-valuetext") or "")


def test_the_same_move_is_told_again_after_all_was_shown(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?group=infrastructure")
    for _ in range(2):
        page.get_by_role("slider", name="First moment shown").focus()
        page.keyboard.press("PageUp")
        expect(page).to_have_url(re.compile("from="))
        expect(page.locator("p.count")).to_contain_text("outside the dates")
        page.get_by_role("button", name="Show all", exact=True).click()
        expect(page).not_to_have_url(re.compile("from="))
        expect(page.locator(".time-bar .count")).to_have_text(f"{EVENTS} of {EVENTS}")
