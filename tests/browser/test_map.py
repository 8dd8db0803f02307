"""The map in a real browser, under the app's content policy: what is painted and found on it."""

import re
from random import Random

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.harness_page import StartMap, link
from tests.browser.map_page import (
    Row,
    Scheme,
    colour_at,
    count_pixels,
    describe,
    locate,
    open_map,
    read_rows,
    show_scheme,
    show_window,
    wait_for_base,
    wait_until_painted,
)
from tests.browser.opening import OpenPage, new_context
from tests.browser.waiting import wait_until

BLUE = (0, 107, 164)  # Group "two", the most frequent.
LAND = (247, 246, 242)
SEA = (224, 232, 238)
FETCHED = "performance.getEntriesByType('resource').map(entry => entry.name)"

pytestmark = pytest.mark.browser


def moment(row: Row, name: str) -> int:
    """Return a moment of a row, ms."""
    return int(str(row[name]))


def find_shown(page: Page, window: list[int]) -> set[str]:
    """Return the ids of the events whose marks are shown in a window."""
    shown: dict[str, list[str]] = page.evaluate(
        "window => { map.showWindow(window); return map.findShownEvents(); }", window
    )
    return set(shown.get("events", []))


def ids_inside(rows: list[Row], window: list[int], ends: tuple[str, str]) -> set[str]:
    """Return the ids of the rows that lie in a window, in whole or in part."""
    low, high = window
    start, end = ends
    return {str(row["id"]) for row in rows if moment(row, start) < high and moment(row, end) > low}


def test_the_map_is_painted_and_the_events_on_it(start_map: StartMap) -> None:
    page = start_map()
    wait_for_base(page)

    wait_until(page, lambda: count_pixels(page, BLUE) > 1000, "events are seen")
    wait_until(page, lambda: count_pixels(page, LAND) > 50_000, "land is seen")
    total = describe(page)["total"]
    expect(page.locator(".count")).to_have_text(f"{total} of {total}")


def test_the_theme_colours_the_parts(start_map: StartMap) -> None:
    wanted: dict[Scheme, str] = {"dark": "rgb(20, 23, 27)", "light": "rgb(255, 255, 255)"}
    page = start_map()
    for scheme, colour in wanted.items():
        show_scheme(page, scheme)
        button = page.locator(".time-bar .button").first
        expect(button).to_have_css("background-color", colour)


def random_windows(edges: list[int], count: int) -> list[list[int]]:
    """Return windows that end on the edge of an interval, a millisecond beside one, or anywhere."""
    random = Random(7)
    windows = []
    for _ in range(count):
        ends = [random.choice(edges) + random.choice([-1, 0, 0, 1]) for _ in range(2)]
        if random.random() < 0.2:
            ends[0] = random.randint(min(edges), max(edges))
        windows.append([min(ends), max(ends) + (ends[0] == ends[1])])
    return windows


def test_what_is_drawn_and_found_is_exact_in_random_windows(start_map: StartMap) -> None:
    page = start_map(width=640, height=700, scene="grid", list="no")
    rows = read_rows(page, "rows.json")
    edges = [moment(row, name) for row in rows for name in ("l0", "l1")]
    wrong = []
    for window in random_windows(edges, 40):
        if find_shown(page, window) != ids_inside(rows, window, ("l0", "l1")):
            wrong.append(window)
    assert wrong == []


def test_the_zone_decides_which_clock_the_window_reads(start_map: StartMap) -> None:
    page = start_map(width=640, height=700, scene="grid", list="no")
    rows = read_rows(page, "rows.json")
    short = next(row for row in rows if moment(row, "l1") - moment(row, "l0") == 60_000)
    window = [moment(short, "l0"), moment(short, "l1")]
    at_place = ids_inside(rows, window, ("l0", "l1"))
    in_utc = ids_inside(rows, window, ("t0", "t1"))
    assert short["id"] in at_place - in_utc

    assert find_shown(page, window) == at_place
    page.get_by_text("UTC", exact=True).click()
    expect(page.locator(".zone")).to_have_text("UTC")

    def reads_in_utc() -> bool:
        return find_shown(page, window) == in_utc

    wait_until(page, reads_in_utc, "the map reads the window in UTC")
    expect(page.get_by_role("slider").first).to_have_attribute("aria-valuetext", re.compile("UTC$"))


def test_an_event_that_only_may_lie_in_the_window_is_paler(start_map: StartMap) -> None:
    page = start_map(width=1100, scene="grid", list="no")
    first = read_rows(page, "rows.json")[0]
    start, end = moment(first, "l0"), moment(first, "l1")
    x, y = locate(page, first["lon"], first["lat"])
    full = (196, 30, 58)
    pale = [s + 0.45 * (f - s) for s, f in zip(SEA, full, strict=True)]
    for window, wanted in (
        ([start, end], full),
        ([start + 1, end + 1], pale),
        ([end, end + 1], SEA),
    ):
        show_window(page, window)
        wait_until(
            page,
            lambda wanted=wanted: colour_at(page, x, y) == pytest.approx(wanted, abs=4),  # type: ignore[misc]
            f"the icon is of colour {wanted}",
        )


def test_a_filter_hides_rows_and_reads_only_what_it_filters_by(
    open_page: OpenPage, harness: str
) -> None:
    page = open_map(open_page, link(harness, scene="grid"), width=1100)
    fetched = page.evaluate(FETCHED)
    page.get_by_text("Every second event").click()
    expect(page.locator(".count")).to_contain_text("300 of 300")
    wait_until_painted(page)
    shown = page.evaluate("map.findShownEvents()")

    names = set(shown["events"])
    assert {int(name[1:]) % 2 for name in names} == {0}
    assert len(names) == 300
    # Read once, by the list for its marks or by the filter, and nothing else.
    names_read = [name.rpartition("/")[2] for name in page.evaluate(FETCHED)]
    assert names_read.count("facets.json") == 1
    assert set(names_read[len(fetched) :]) <= {"facets.json"}
    expect(page.locator(".list-count")).to_have_text("300 events")


def test_hostile_titles_stay_text(start_map: StartMap) -> None:
    page = start_map(scene="hostile")
    titles = page.locator(".event .title").all_inner_texts()
    first = read_rows(page, "rows.json")[0]
    x, y = locate(page, first["lon"], first["lat"])
    page.mouse.move(x - 5, y)
    page.mouse.move(x, y)
    expect(page.locator(".tooltip .title")).to_be_visible()

    assert any(title.startswith("<img src=x onerror=") for title in titles)
    assert any(title.startswith("@@=window.hostile") for title in titles)
    assert page.evaluate("window.hostile") is None
    isolated = page.locator(".event .facts bdi").all_inner_texts()
    assert any("right to left" in place for place in isolated)
    assert page.locator(".event img, .event script, .tooltip img").count() == 0


def test_the_tooltip_stays_inside_the_map(start_map: StartMap) -> None:
    page = start_map(width=640, height=700, scene="grid", list="no")
    rows = read_rows(page, "rows.json")
    corners = [rows[at] for at in (0, 29, 570, 599)]
    tooltip, frame = page.locator(".tooltip"), page.locator(".map-box").bounding_box()
    assert frame is not None
    for row in corners:
        x, y = locate(page, row["lon"], row["lat"])
        page.mouse.move(x - 20, y)
        page.mouse.move(x, y)
        expect(tooltip.locator(".title")).to_have_text(str(row["title"]))
        box = tooltip.bounding_box()
        assert box is not None
        assert frame["x"] <= box["x"]
        assert frame["y"] <= box["y"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_a_missing_bundle_is_said_in_words_and_the_bar_still_works(
    browser: Browser, harness: str
) -> None:
    context = new_context(browser)
    page = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/deck.js", refuse)
    page.goto(harness)
    expect(page.get_by_role("alert")).to_contain_text("the drawing library did not load")
    total = len(read_rows(page, "rows.json"))
    expect(page.locator(".list-count")).to_have_text(f"{total} events")
    page.get_by_role("slider").first.press("PageUp")
    expect(page.locator(".list-count")).not_to_have_text(f"{total} events")
    context.close()


def test_a_part_is_taken_out_where_its_component_is_gone_and_not_before(
    start_map: StartMap,
) -> None:
    page = start_map()
    describe(page)  # Brings the module.
    states = page.evaluate(
        """async () => {
          const host = Object.assign(document.createElement('div'), {className: 'host'});
          const component = document.body.appendChild(document.createElement('div'));
          const parentElement = component.attachShadow({mode: 'open'});
          parentElement.append(host);
          let stops = 0;
          const part = {node: document.createElement('p'), stop: () => (stops += 1)};
          // Overtaken, and at its end before the other call has started.
          const end = await our.mount(part, {data: {}, parentElement}, () => {});
          end();
          const states = [[part.node.isConnected, stops]];
          const last = await our.mount(part, {data: {}, parentElement}, () => {});
          component.remove();
          end();
          states.push([host.contains(part.node), stops]);
          last();
          return [...states, [host.contains(part.node), stops]];
        }"""
    )
    assert states == [[True, 0], [True, 0], [False, 1]]
