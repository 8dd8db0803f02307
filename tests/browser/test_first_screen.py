"""The first screen: how much of it the map has, and what lies on it, at every size of window."""

import re
from itertools import combinations
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FloatRect, Locator, Page, ViewportSize, expect

from tests.browser.map_page import (
    Visit,
    count_messages,
    describe,
    open_map,
    sent,
    wait_for_run,
)
from tests.browser.opening import OpenPage
from tests.browser.panel_page import open_filters
from tests.browser.stories import ServedStory, only_app, only_shipped
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser

DRONE = "kremlin-2023-05-03-drone-1"
# Of the window, as it is without a touch of the reader.
SHARES = [
    (1920, 1080, 0.60),
    (1440, 900, 0.60),
    (1366, 768, 0.60),
    (1024, 768, 0.60),
    (390, 844, 0.65),
]


def wait_for_linked_view(page: Page) -> None:
    """Wait until the link names the view that the map shows, as it does where it rests."""

    def is_linked() -> bool:
        *_, zoom = parse_qs(urlsplit(page.url).query).get("view", [""])[0].split(",")
        return zoom == f"{describe(page)['camera'][2]:.2f}"

    wait_until(page, is_linked, "the link names the view")


def box_of(page: Page, selector: str) -> FloatRect:
    """Return where an element lies in the window."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """Return whether two boxes share more than a pixel."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(across, down) > 1


def visible_share(page: Page) -> float:
    """Return which share of the window is the map, next to what is at its sides."""
    share: float = page.evaluate(
        """box => {
          const map = document.querySelector('.st-key-map_side');
          const beside = '.st-key-list_side, .st-key-filters_side, .st-key-panels, .st-key-top';
          let hits = 0, all = 0;
          // To look at a point takes long.
          for (let x = 2; x < innerWidth; x += 17) {
            for (let y = 2; y < innerHeight; y += 17) {
              all += 1;
              const [right, bottom] = [box.x + box.width, box.y + box.height];
              const inBox = x >= box.x && x < right && y >= box.y && y < bottom;
              if (!inBox) continue;
              const top = document.elementFromPoint(x, y);
              hits += map.contains(top) && !top.closest(beside);
            }
          }
          return hits / all;
        }""",
        box_of(page, ".map-box"),
    )
    return share


@pytest.mark.parametrize(("width", "height", "least"), SHARES)
def test_the_map_has_most_of_the_window(
    shared_page: OpenPage, address: str, width: int, height: int, least: float
) -> None:
    phone = width < 500
    page = open_map(shared_page, address, width, height, has_touch=phone, is_mobile=phone)
    assert visible_share(page) >= least
    assert box_of(page, ".st-key-top")["height"] <= 56
    bottom = height - (52 if phone else 0)
    for part in (".map-buttons", ".scale-bar", ".credit", ".legend", ".share-button", ".time-bar"):
        box = box_of(page, part)
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= width + 1, part
        assert box["y"] + box["height"] <= bottom + 1, part
    note = page.get_by_text("From public sources; incomplete", exact=False)
    expect(note.locator("visible=true")).to_have_count(1)
    low = [".scale-bar", ".credit", ".legend"]
    for one, other in combinations(low, 2):
        assert not overlap(box_of(page, one), box_of(page, other)), (one, other)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if phone:
        assert box_of(page, ".st-key-lead")["height"] < height / 6, "a strip"
        page.get_by_text("Who says what, in short").tap()
        expect(page.get_by_role("link", name="Follow it in 10 steps")).to_be_visible()


@only_shipped
def test_the_lead_is_dismissed_once_and_leads_to_the_briefing(visit: Visit) -> None:
    page = visit("/")
    lead = page.locator(".lead-panel")
    expect(lead.get_by_role("link", name="Follow it in 10 steps")).to_have_attribute(
        "href", re.compile("briefing.briefing=kremlin")
    )
    page.locator(".st-key-close_lead button").click()
    expect(lead).to_have_count(0)


def test_a_reader_who_comes_with_a_question_is_not_asked_another(
    shared_page: OpenPage, address: str
) -> None:
    page = open_map(shared_page, f"{address}/?event={DRONE}")
    expect(page.locator(".card h2")).to_be_visible()
    expect(page.locator(".lead-panel")).to_have_count(0)


def test_a_narrower_window_leaves_the_map_as_much_as_one_opened_so(
    open_page: OpenPage, address: str
) -> None:
    wide, narrow = ViewportSize(width=1440, height=900), ViewportSize(width=1024, height=768)
    page = open_map(open_page, f"{address}/?event={DRONE}")
    side, entry = page.locator(".st-key-list_side"), page.locator(".legend .entry").first
    expect(entry).to_be_visible()
    page.set_viewport_size(narrow)
    expect(entry).to_be_hidden()
    expect(page.locator(".card h2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    expect(entry).to_be_visible()
    page.set_viewport_size(wide)
    expect(side).to_be_visible()
    page.set_viewport_size(narrow)
    expect(side).to_be_hidden()
    page.get_by_role("button", name="Events", exact=True).click()
    page.set_viewport_size(wide)
    page.set_viewport_size(narrow)
    expect(side, "as the reader has chosen").to_be_visible()


def test_a_window_that_widens_on_another_page_has_the_list_as_one_opened_so(
    open_page: OpenPage, address: str
) -> None:
    page = open_map(open_page, f"{address}/?event={DRONE}", 1024, 768)
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("link", name="Method", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Method")).to_be_visible()
    page.set_viewport_size(ViewportSize(width=1440, height=900))
    expect(page.locator("html[data-list]")).to_have_count(0)
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.locator(".card h2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card h2")).to_have_count(0)
    expect(page.locator(".st-key-list_side")).to_be_visible()


def entry_of(page: Page, group: str) -> Locator:
    """Return the entry of a group in the legend."""
    return page.locator(f".legend .entry[data-id={group}]")


def test_an_entry_of_the_legend_filters_and_shows_only_what_is_shown(
    visit: Visit, story: ServedStory
) -> None:
    page, group = visit("/"), story.first_group
    words = set(story.events["verification"][story.events["group"] == group])
    entry = entry_of(page, group)
    entry.click()
    expect(page).to_have_url(re.compile(f"group={group}"))
    expect(entry).to_have_attribute("aria-pressed", "true")
    # Itself, and how its events are verified, where that differs.
    expect(page.locator(".legend .entry")).to_have_count(1 + len(words))
    entry.click()
    expect(page).not_to_have_url(re.compile("group="))


def test_the_legend_chooses_what_colours_say_and_a_step_back_returns(
    visit: Visit, story: ServedStory
) -> None:
    page, kinds = visit("/"), story.events["event_type"].nunique()
    colours = page.get_by_role("combobox", name="Colour by")
    colours.select_option(label="By type of event")
    expect(page).to_have_url(re.compile("colour=type"))
    expect(page.get_by_role("list", name="Colour by").locator(".entry")).to_have_count(kinds)
    page.go_back()
    expect(page).not_to_have_url(re.compile("colour="))
    expect(entry_of(page, story.first_group)).to_be_visible()


def test_the_map_goes_to_what_is_found_unless_its_reader_has_moved_it(
    open_page: OpenPage, story: ServedStory
) -> None:
    page = open_map(open_page, f"{story.address}/", reduced_motion="no-preference")
    whole, entry = describe(page)["camera"][2], entry_of(page, story.first_group)
    entry.click()
    wait_until(page, lambda: describe(page)["camera"][2] > whole + 0.5, "the map goes there")
    page.get_by_role("button", name="Zoom out").click()
    wait_for_linked_view(page)
    wait_for_run(page)
    moved = describe(page)["camera"]
    entry.click()
    expect(page).not_to_have_url(re.compile("group="))
    wait_for_run(page)
    assert describe(page)["camera"] == moved
    page.get_by_role("button", name="Fit the events found").click()
    wait_until(page, lambda: abs(describe(page)["camera"][2] - whole) < 0.1, "all are shown")
    wait_for_linked_view(page)
    entry.click()
    wait_until(page, lambda: describe(page)["camera"][2] > whole + 0.5, "the map goes there again")
    wait_for_linked_view(page)
    zoom = f"{describe(page)['camera'][2]:.2f}"

    # Flights of the page's own leave the map to the filters.
    page.locator(".events .event").first.click()
    expect(page).to_have_url(re.compile("event="))
    wait_until(page, lambda: f"{describe(page)['camera'][2]:.2f}" != zoom, "it goes to the event")
    wait_for_run(page)
    entry.click()
    wait_until(page, lambda: abs(describe(page)["camera"][2] - whole) < 0.1, "all are shown again")
    expect(page.locator(".outside-note button")).not_to_be_visible()


def test_a_map_that_its_reader_has_moved_says_what_lies_outside(
    visit: Visit, story: ServedStory
) -> None:
    group = story.first_group
    page = visit(f"/?group={group}&view=5,5,6")
    note = page.locator(".outside-note button")
    found = story.count(group)
    expect(note).to_have_text(f"None of the {found} events found is on this map · Fit")
    page.get_by_role("button", name="Zoom in").click()
    entry_of(page, group).click()
    expect(note).to_have_text(re.compile("None of the [0-9]+ events found"))
    assert describe(page)["camera"][:2] == pytest.approx([5, 5]), "the reader keeps the map"
    wait_for_run(page)
    note.click()
    expect(note).not_to_be_visible()
    rows = page.evaluate("map.findShownEvents()")
    assert rows
    expect(page).not_to_have_url(re.compile("view=5,5,"))


# A site has one such link, past the pages.
@only_app
def test_a_reader_who_uses_the_keyboard_skips_the_map(visit: Visit) -> None:
    page = visit("/")
    skip = page.get_by_role("button", name="Skip to the list of events")
    # Past the menu of the pages.
    page.get_by_role("link", name="Skip to main content").press("Enter")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    shown = skip.bounding_box()
    assert shown
    assert shown["width"] > 100
    page.keyboard.press("Enter")
    expect(page.locator(".events .event").first).to_be_focused()


def test_keys_move_in_the_list_and_into_a_card_and_back(visit: Visit) -> None:
    page = visit("/")
    events = page.locator(".events .event")
    events.first.focus()
    page.keyboard.press("ArrowDown")
    expect(events.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(events.nth(1)).to_be_focused()


def test_panels_fold_without_a_word_to_the_server(open_page: OpenPage, address: str) -> None:
    page = open_map(open_page, address)
    count_messages(page)
    before = box_of(page, ".map-box")["width"]
    page.locator(".toggle-list").click()
    expect(page.locator(".event-list")).not_to_be_visible()
    assert box_of(page, ".map-box")["width"] > before
    page.locator(".toggle-filters").click()
    expect(page.locator(".filter-panel")).to_be_visible()
    assert sent(page) == 0


def test_the_sheet_of_a_phone_has_three_heights_and_peeks_at_an_event(
    open_page: OpenPage, address: str
) -> None:
    link = f"{address}/?event={DRONE}"
    # A tap while the sheet still glides means the height that it is gliding to.
    page = open_map(open_page, link, 390, 844, has_touch=True, is_mobile=True)
    title = page.locator(".card h2")

    def title_top() -> float:
        return box_of(page, ".card h2")["y"]

    peek = title_top()
    assert 422 < peek < 844 - 52, "the headline is in the first screen, below the map"
    page.locator(".sheet-grip").tap()
    wait_until(page, lambda: title_top() < peek - 250, "half")
    half = title_top()
    page.locator(".sheet-grip").tap()
    wait_until(page, lambda: title_top() < half - 150, "full")
    assert title_top() > box_of(page, ".toggle-list")["y"], "the title stays in view"
    page.locator(".sheet-grip").tap()
    wait_until(page, lambda: abs(title_top() - peek) < 3, "back to the map")
    expect(title).to_contain_text("First of two drones")
    page.locator(".toggle-filters").tap()
    expect(page.locator(".filter-panel")).to_be_visible()
    tabs = page.locator(".st-key-pages a").evaluate_all(
        "links => links.map(link => Math.min(link.offsetWidth, link.offsetHeight))"
    )
    assert min(tabs) >= 44


@pytest.mark.parametrize("width", [1024, 1060, 1100, 1130, 1280])
def test_between_filters_and_card_the_credits_leave_the_time_bar_free(
    shared_page: OpenPage, address: str, width: int
) -> None:
    page = open_map(shared_page, f"{address}/?event={DRONE}", width, 800)
    expect(page.locator(".card h2")).to_be_visible()
    open_filters(page)
    wait_until(page, lambda: box_of(page, ".st-key-map_side")["x"] > 200, "the map gives way")
    bar, credit = box_of(page, ".time-bar"), box_of(page, ".credit")
    assert credit["y"] + credit["height"] <= bar["y"]
    assert bar["y"] + bar["height"] <= 800


@pytest.mark.parametrize("width", [1024, 390])
def test_a_long_count_stands_apart_from_what_is_before_it(
    shared_page: OpenPage, address: str, width: int
) -> None:
    link = f"{address}/?from=2023-05-02T21:00&to=2023-05-03T06:00"
    page = open_map(shared_page, link, width, 844)
    count = box_of(page, ".st-key-count")
    named = [each.bounding_box() for each in page.locator(".st-key-top :is(h1, a)").all()]
    beside = [box for box in named if box and box["y"] < count["y"] + count["height"]]
    assert beside
    assert max(box["x"] + box["width"] for box in beside) + 4 <= count["x"]
