"""The explorer as its readers meet it: from a link, by hand and by keys."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from geo.drawing.marks.event_layer import (
    FULL_SIZE_FROM,
    MARK_PX,
    SMALLEST_DISC_PX,
    SMALLEST_MARK_PX,
)
from tests.browser.map_page import (
    Scheme,
    Visit,
    count_colours,
    count_messages,
    count_pixels,
    describe,
    drag,
    find_barriers,
    find_handle,
    find_row,
    locate,
    open_map,
    read_rows,
    sent,
    wait_for_run,
    wait_for_zoom,
)
from tests.browser.opening import OpenPage
from tests.browser.panel_page import panel_of
from tests.browser.stories import SITE, SURFACES, ServedStory, only_app, only_shipped
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
    event = story.events.loc[story.fullest_event]
    page = visit(f"/?view={event.lon},{event.lat},11")
    wait_for_zoom(page, 11)
    row = find_row(page, story.fullest_event)
    x, y = locate(page, row["lon"], row["lat"])
    # Marks of one place are drawn side by side. A hand may be slow, and so may a machine.
    page.mouse.click(x + float(str(row["dx"])), y + float(str(row["dy"])), delay=600)
    expect(page.locator(".card h2")).to_have_text(event.title)
    expect(page).to_have_url(re.compile(f"event={story.fullest_event}"))
    expect(page.locator(".card")).to_contain_text(" km")


def test_a_choice_in_the_list_flies_there(visit: Visit, story: ServedStory) -> None:
    event = story.events.loc[story.fullest_event]
    page = visit(f"/?group={event.group}")
    page.get_by_role("button", name=event.title).click()
    expect(page.locator(".card h2")).to_have_text(event.title)
    expect(page).to_have_url(re.compile("view="))
    view = parse_qs(urlsplit(page.url).query)["view"][0]
    wait_for_zoom(page, float(view.split(",")[2]))
    row, box = find_row(page, story.fullest_event), page.locator(".map-box").bounding_box()
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
    page = open_map(shared_page, f"{story.address}/?event={story.fullest_event}", width, height)
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
    link = f"{story.address}/?event={story.fullest_event}"
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


def test_a_link_to_an_event_that_is_gone_says_so(visit: Visit, story: ServedStory) -> None:
    page = visit("/?event=gone-%3Cb%3E&view=1,2,9")
    note = page.get_by_role("status").filter(has_text="is not in this record")
    expect(note).to_have_text(
        "The event “gone-<b>” is not in this record; it may have been withdrawn or renamed. "
        "See the corrections"
    )
    leads = re.compile(r"method#corrections|corrections/index\.html")
    expect(note.get_by_role("link")).to_have_attribute("href", leads)
    expect(page.get_by_text("left out")).to_have_count(0)
    expect(page.locator("p.count b")).to_have_text(f"{len(story.events)} events")


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


# For each event, whether a click at some zoom, on its mark or on the rim of its circle, opens it or
# a list that has it.
FIND_UNREACHABLE = """async sizes => {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const table = await our.fetchJson(loaded.find(name => name.endsWith('/events.json')));
  const {rows} = table;
  const all = {events: new our.EventRows(table, 'place'), window: [-1e14, 1e14]};
  const viewportAt = zoom => {
    const size = 512 * 2 ** zoom;
    const whole = {longitude: 0, latitude: 0, width: size, height: size};
    return {zoom, ...whole, project: ([lon, lat]) => {
      const sine = Math.sin(lat * Math.PI / 180);
      return [size * (lon / 360 + 0.5),
              size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
    }};
  };
  const isReached = (row, zoom) => {
    const viewport = viewportAt(zoom);
    const [x, y] = viewport.project([row.lon, row.lat]);
    const radius = row.pin ? 0 : Math.max(5, 0.98 * row.r / our.metresPerPixel(row.lat, zoom));
    return [0, 45, 90, 135, 180, 225, 270, 315].some(degrees => {
      const angle = degrees * Math.PI / 180;
      const point = row.pin ? [x + row.dx, y + row.dy]
        : [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      const here = our.chooseAt(our.findEventsAt(all, sizes, viewport, point, 0));
      return here.some(event => event.row.id === row.id);
    });
  };
  const unreached = rows.filter(
    row => row.lon !== null && ![4, 6, 8, 10, 12, 14].some(zoom => isReached(row, zoom)));
  return [rows.length, unreached.map(row => row.id)];
}"""
# A point of the window between two marks that overlap, or in the middle of a circle within another.
FIND_HEAP = """rows => {
  const EQUATOR_M = 40_075_016.7;
  const world = 512 * 2 ** map.describe().camera[2];
  const pixelsPerMetre = lat => world / (EQUATOR_M * Math.cos(lat * Math.PI / 180));
  const marks = rows.filter(row => row.lon !== null).map(row => {
    const [away, y] = map.locate([row.lon, row.lat]).events;
    // On the other side of 180 degrees it is seen where the world comes again.
    const x = away - world * Math.round((away - innerWidth / 2) / world);
    const r = row.r * pixelsPerMetre(row.lat);
    return row.pin ? {x: x + row.dx, y: y + row.dy, r: 7, pin: true} : {x, y, r, pin: false};
  });
  const isOnMap = ({x, y}) =>
    document.elementFromPoint(x, y)?.closest('.st-key-time_map, .map-view');
  for (const one of marks) for (const other of marks) {
    const apart = Math.hypot(one.x - other.x, one.y - other.y);
    if (one === other || one.pin !== other.pin || apart > Math.max(one.r, other.r)) continue;
    const point = one.pin ? {x: (one.x + other.x) / 2, y: (one.y + other.y) / 2} : one;
    const covers = marks.filter(
      mark => mark.pin && Math.hypot(mark.x - point.x, mark.y - point.y) < 20);
    if (isOnMap(point) && (one.pin || !covers.length)) return [point.x, point.y];
  }
  return null;
}"""


# The site has the same module, in a script that nobody else can call.
@only_app
def test_every_event_is_reached_from_the_map_alone(visit: Visit) -> None:
    page = visit("/")
    describe(page)  # Brings the module.
    sizes = {
        "markPx": MARK_PX,
        "smallestMarkPx": SMALLEST_MARK_PX,
        "fullSizeFrom": FULL_SIZE_FROM,
        "smallestDiscPx": SMALLEST_DISC_PX,
    }
    number, unreached = page.evaluate(FIND_UNREACHABLE, sizes)
    assert number > 0
    assert unreached == []


def test_what_lies_at_one_place_is_listed_and_chosen_by_key(
    visit: Visit, story: ServedStory
) -> None:
    # Events of the small story lie at one place only where the map is small too.
    page = visit("/?view=180,-17.5,4" if story.is_site else "/")
    if story.is_site:
        wait_for_zoom(page, 4)
    heap = page.evaluate(FIND_HEAP, read_rows(page))
    page.mouse.click(*heap)
    choices = page.locator(".here .event")
    expect(choices.first).to_be_focused()
    over_the_map = page.locator(".st-key-share_side, .st-key-legend_side, #legend")
    assert not any(one.is_visible() for one in over_the_map.all())
    page.keyboard.press("ArrowDown")
    expect(choices.nth(1)).to_be_focused()
    name = choices.nth(1).get_attribute("data-id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"event={name}"))
    expect(page.locator(".card")).to_be_visible()
    assert all(one.is_visible() for one in over_the_map.all())
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("event="))
