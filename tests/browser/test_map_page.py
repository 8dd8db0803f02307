"""The map page as its readers meet it: the shipped story, from a link, by hand and by keys."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.map_page import (
    Scheme,
    Visit,
    count_colours,
    count_messages,
    count_pixels,
    drag,
    find_handle,
    find_row,
    locate,
    open_map,
    sent,
    wait_for_run,
    wait_for_zoom,
)
from tests.browser.opening import OpenPage
from tests.browser.stories import ServedStory, only_shipped
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

DARK_BLUE = (30, 69, 131)  # The shipped group with most events, in the light theme.


def count_in_bar(page: Page) -> int:
    """Return how many events the time bar says are shown."""
    return int(page.locator(".time-bar .count").inner_text().split()[0])


def test_a_first_visit_shows_every_event_and_asks_no_other_host(
    open_page: OpenPage, story: ServedStory
) -> None:
    page = open_map(open_page, story.address)
    expect(page.locator("p.count b")).to_have_text(f"{len(story.events)} events")
    expect(page.locator(".event").first).to_be_visible()
    wait_until(page, lambda: count_colours(page) > 20, "land and events are painted")


@only_shipped
def test_the_brush_takes_marks_off_the_map_while_it_is_dragged(visit: Visit) -> None:
    page = visit("/")
    wait_until(page, lambda: count_pixels(page, DARK_BLUE) > 300, "the events are painted")
    before = count_pixels(page, DARK_BLUE)
    start, end = find_handle(page, "from"), find_handle(page, "to")
    drag(page, start, ((start[0] + end[0]) / 2, start[1]), drop=False)
    wait_until(page, lambda: count_pixels(page, DARK_BLUE) < before, "fewer marks are painted")
    page.mouse.up()
    expect(page).to_have_url(re.compile("from="))


def test_the_brush_filters_while_dragged_and_count_list_and_link_follow(
    visit: Visit, story: ServedStory
) -> None:
    page = visit("/")
    whole = len(story.events)
    wait_until(page, lambda: count_in_bar(page) == whole, "the bar counts every event")
    count_messages(page)
    start, end = find_handle(page, "from"), find_handle(page, "to")
    drag(page, start, ((start[0] + end[0]) / 2, start[1]), drop=False)
    wait_until(page, lambda: count_in_bar(page) < whole, "fewer events are counted")
    expect(page.locator("p.count b")).to_contain_text(f"of {whole} events")
    assert sent(page) == 0
    assert "from=" not in page.url

    page.mouse.up()
    expect(page.locator("p.count")).to_contain_text("outside the dates")
    expect(page).to_have_url(re.compile("from=.*to="))


def test_keys_on_a_handle_do_the_same(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("slider", name="First moment shown").press("PageUp")
    expect(page.locator("p.count b")).to_have_text(re.compile(" of "))
    expect(page).to_have_url(re.compile("from="))


def test_a_click_on_a_marker_opens_its_card(visit: Visit, story: ServedStory) -> None:
    event = story.events.loc[story.most_told]
    page = visit(f"/?view={event.lon},{event.lat},11")
    wait_for_zoom(page, 11)
    row = find_row(page, story.most_told)
    x, y = locate(page, row["lon"], row["lat"])
    # Marks of one place are drawn side by side. A hand may be slow, and so may a machine.
    page.mouse.click(x + float(str(row["dx"])), y + float(str(row["dy"])), delay=600)
    expect(page.locator(".card h2")).to_have_text(event.title)
    expect(page).to_have_url(re.compile(f"event={story.most_told}"))
    expect(page.locator(".card")).to_contain_text(" km")


def test_a_choice_in_the_list_flies_there(visit: Visit, story: ServedStory) -> None:
    event = story.events.loc[story.most_told]
    page = visit(f"/?group={event.group}")
    page.get_by_role("button", name=event.title).click()
    expect(page.locator(".card h2")).to_have_text(event.title)
    expect(page).to_have_url(re.compile("view="))
    view = parse_qs(urlsplit(page.url).query)["view"][0]
    wait_for_zoom(page, float(view.split(",")[2]))
    row, box = find_row(page, story.most_told), page.locator(".map-box").bounding_box()
    x, y = locate(page, row["lon"], row["lat"])
    assert box is not None
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


def test_all_comes_back_with_one_click(visit: Visit, story: ServedStory) -> None:
    page = visit(f"/?group={story.first_group}&q=no+such+words")
    expect(page.locator("p.count b")).to_have_text("No event matches these filters")
    page.get_by_role("button", name="Show all", exact=True).click()
    expect(page.locator("p.count b")).to_have_text(f"{len(story.events)} events")


@pytest.mark.parametrize(
    ("story", "width", "height"),
    [
        *(("shipped", *size) for size in ((1440, 900), (1024, 768), (390, 844))),
        ("fiji", 1024, 768),
        ("ships", 390, 844),
    ],
    indirect=["story"],
)
def test_nothing_scrolls_sideways(
    open_page: OpenPage, story: ServedStory, width: int, height: int
) -> None:
    link = f"{story.address}/?event={story.most_told}"
    page = open_map(open_page, link, width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMainBlockContainer *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1
                       && !one.closest('.wide, [style*="overflow"], .bars, .axis'))
        .map(one => one.className)"""
    )
    assert wide == []


@pytest.mark.parametrize(
    ("story", "scheme"),
    [("shipped", "light"), ("shipped", "dark"), ("fiji", "dark"), ("ships", "light")],
    indirect=["story"],
)
def test_our_parts_have_no_serious_accessibility_problem(
    shared_page: OpenPage, story: ServedStory, scheme: Scheme
) -> None:
    link = f"{story.address}/?event={story.most_told}"
    page = open_map(shared_page, link, color_scheme=scheme)
    # Only what we draw: Streamlit's own widgets are not ours to correct.
    ours = {"include": [[".st-key-top"], [".st-key-count"], [".st-key-explorer"]]}
    found = Axe().run(page, context=ours).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in serious] == []


@pytest.mark.parametrize("story", ["fiji"], indirect=True)
def test_a_story_across_180_degrees_shows_both_sides(visit: Visit) -> None:
    page = visit("/")
    expect(page.locator("p.count b")).to_have_text("4 events")
    west, east = (find_row(page, name) for name in ("light-west", "light-east"))
    points = [locate(page, row["lon"], row["lat"]) for row in (west, east)]
    assert abs(points[0][1] - points[1][1]) < 2


def test_in_a_frame_there_is_no_menu(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/?embed=true&group=kremlin")
    expect(page.get_by_text("2 of", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Method")).not_to_be_visible()


def test_a_step_back_shows_what_was_shown(visit: Visit, story: ServedStory) -> None:
    page = visit(f"/?group={story.first_group}")
    find = page.get_by_role("searchbox", name="Find")
    find.fill("second drone")
    find.press("Enter")
    expect(page).to_have_url(re.compile("q=second"))
    wait_for_run(page)
    page.go_back()
    count = f"{story.count(story.first_group)} of {len(story.events)}"
    expect(page.locator("p.count b")).to_contain_text(count)
    expect(find).to_have_value("")


def test_the_time_bar_names_the_clock_it_reads(visit: Visit) -> None:
    page = visit("/?zone=utc&from=2023-05-02T21:00&to=2023-05-03T03:00")
    slider = page.get_by_role("slider", name="First moment shown")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("UTC"))


def test_the_same_move_is_reported_again_after_all_was_shown(
    visit: Visit, story: ServedStory
) -> None:
    page, whole = visit("/"), len(story.events)
    for _ in range(2):
        page.get_by_role("slider", name="First moment shown").press("PageUp")
        expect(page).to_have_url(re.compile("from="))
        expect(page.locator("p.count b")).to_have_text(re.compile(" of "))
        page.get_by_role("button", name="Show all", exact=True).click()
        expect(page).not_to_have_url(re.compile("from="))
        expect(page.locator(".time-bar .count")).to_have_text(f"{whole} of {whole}")
        wait_for_run(page)
