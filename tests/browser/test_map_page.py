"""The explorer as its readers meet it: from a link, by hand and by keys."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.map_page import (
    Scheme,
    Visit,
    count_colours,
    count_messages,
    count_pixels,
    drag,
    find_barriers,
    find_handle,
    find_row,
    locate,
    open_map,
    sent,
    wait_for_run,
    wait_for_zoom,
)
from tests.browser.opening import OpenPage
from tests.browser.panel_page import panel_of
from tests.browser.stories import SITE, SURFACES, ServedStory, only_shipped
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

DARK_BLUE = (30, 69, 131)  # The shipped group with most events, in the light theme.


def count_in_bar(page: Page) -> int:
    """Return how many events the time bar says are shown."""
    return int(page.locator(".time-bar .count").inner_text().split()[0])


def count_words(story: ServedStory, group: str) -> str:
    """Return what the head of the page says where only a group is shown."""
    return f"{story.count(group)} of {len(story.events)} events"


@pytest.mark.parametrize("story", [*SURFACES, "fiji"], indirect=True)
def test_every_event_is_counted_listed_and_painted(visit: Visit, story: ServedStory) -> None:
    page = visit("/")
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
    hidden = f"{whole - count_in_bar(page)} outside the dates"
    expect(page.locator("p.count")).to_contain_text(hidden)
    expect(page).to_have_url(re.compile("from=.*to="))
    assert sent(page) == (0 if story.is_site else 1)


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


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_scrolls_sideways(
    shared_page: OpenPage, story: ServedStory, width: int, height: int
) -> None:
    page = open_map(shared_page, f"{story.address}/?event={story.most_told}", width, height)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMainBlockContainer *, #main *')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1
                       && !one.closest('.wide, [style*="overflow"], .bars, .axis'))
        .map(one => one.className)"""
    )
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_parts_have_no_serious_accessibility_problem(
    shared_page: OpenPage, story: ServedStory, scheme: Scheme
) -> None:
    link = f"{story.address}/?event={story.most_told}"
    page = open_map(shared_page, link, color_scheme=scheme)
    # Only what we draw: Streamlit's own widgets are not ours to correct.
    ours = [".st-key-top", ".st-key-count", ".st-key-explorer"]
    found = find_barriers(page, [".masthead", "#main"] if story.is_site else ours)
    assert [words for impact, *words in found if impact in ("serious", "critical")] == []


@pytest.mark.parametrize("story", ["fiji", f"{SITE}fiji"], indirect=True)
def test_a_story_across_180_degrees_shows_both_sides(visit: Visit) -> None:
    page = visit("/")
    expect(page.locator("p.count b")).to_have_text("4 events")
    west, east = (find_row(page, name) for name in ("light-west", "light-east"))
    points = [locate(page, row["lon"], row["lat"]) for row in (west, east)]
    assert abs(points[0][1] - points[1][1]) < 2


def test_in_a_frame_there_is_no_menu(open_page: OpenPage, story: ServedStory) -> None:
    group = story.first_group
    page = open_page(f"{story.address}/?embed=true&group={group}")
    expect(page.locator("p.count b")).to_have_text(count_words(story, group))
    expect(page.get_by_role("link", name="Method")).not_to_be_visible()


def test_a_step_back_shows_what_was_shown(visit: Visit, story: ServedStory) -> None:
    page = visit(f"/?group={story.first_group}")
    find = page.get_by_role("searchbox", name="Find")
    find.fill("second drone")
    find.press("Enter")
    expect(page).to_have_url(re.compile("q=second"))
    wait_for_run(page)
    page.go_back()
    expect(page.locator("p.count b")).to_have_text(count_words(story, story.first_group))
    expect(find).to_have_value("")


def test_the_time_bar_names_the_clock_it_reads(visit: Visit) -> None:
    page = visit("/?zone=utc&from=2023-05-02T21:00&to=2023-05-03T03:00")
    slider = page.get_by_role("slider", name="First moment shown")
    expect(slider).to_have_attribute("aria-valuetext", "2 May 2023, 21:00, UTC")
    # The same hours, and the clock that the story reads.
    panel_of(page).get_by_role("radio", name="Local time").check()
    expect(slider).to_have_attribute("aria-valuetext", "2 May 2023, 21:00, local time")


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
