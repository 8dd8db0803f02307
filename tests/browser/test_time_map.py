"""The map, its time bar and the list in a real browser, under the content policy of the app."""

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import ROOT, running

HARNESS = Path(__file__).parent / "harness"
BLUE = (0, 107, 164)  # Group "two", the most frequent.
DAY = 86_400_000
Open = Callable[..., Page]

pytestmark = pytest.mark.browser

# The page's own copy of the map, so that a test can ask what deck.gl would pick.
FIND_MAP = """async () => {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const module = await import(loaded.find(name => name.endsWith('/time_map.js')));
  globalThis.our = module;
  globalThis.map = module.parts.get('time_map');
}"""

FETCHED = "performance.getEntriesByType('resource').map(entry => entry.name)"


@pytest.fixture(scope="module")
def harness() -> Iterator[str]:
    with running(HARNESS / "app.py", PYTHONPATH=f"{ROOT}:{HARNESS}") as address:
        yield address


def wait_until(page: Page, condition: str, seconds: float = 30) -> None:
    """Wait for the page; Playwright's own way needs eval, which the content policy forbids."""
    latest = monotonic() + seconds
    while not page.evaluate(condition):
        assert monotonic() < latest, f"not within {seconds} s: {condition}"
        page.wait_for_timeout(50)


def opened(open_page: Open, address: str, **options: object) -> Page:
    """Open a page and wait until its map is painted and rests."""
    page = open_page(address, **options)
    expect(page.locator(".canvas.top canvas")).to_be_visible(timeout=60_000)
    page.evaluate(FIND_MAP)
    wait_until(page, "map.drawn && map.view.top.layerManager?.getLayers().every(l => l.isLoaded)")
    page.wait_for_timeout(500)
    return page


def told(page: Page) -> dict[str, object]:
    """What Python last heard."""
    return json.loads(page.get_by_test_id("stCode").inner_text())


def expect_told(page: Page, name: str, value: object) -> None:
    """Wait until Python has heard it, and the page that it has."""
    latest = monotonic() + 30
    while told(page)[name] != value:
        assert monotonic() < latest, f"{name}: {told(page)[name]}, wanted {value}"
        page.wait_for_timeout(50)


def count_messages(page: Page) -> None:
    """Count every message to the server from now on."""
    page.evaluate(
        """() => {
          globalThis.sent = 0;
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (message) { sent += 1; send.call(this, message); };
        }"""
    )


def sent(page: Page) -> int:
    return page.evaluate("sent")


def total(page: Page) -> int:
    return page.evaluate("map.events.total")


def on_screen(page: Page, row: str, offset: str = "[0, 0]") -> tuple[float, float]:
    """Where the page shows the row of an expression, moved by degrees."""
    x, y = page.evaluate(
        f"""() => {{
          const {{lon, lat}} = {row}, [east, north] = {offset};
          const [x, y] = map.view.top.getViewports()[0].project([lon + east, lat + north]);
          const box = map.view.node.getBoundingClientRect();
          return [box.x + x, box.y + y];
        }}"""
    )
    return x, y


def coloured_pixels(page: Page, colour: tuple[int, int, int]) -> int:
    """How many pixels of the map have a colour."""
    picture = Image.open(io.BytesIO(page.locator(".map-box").screenshot())).convert("RGB")
    return sum(
        count
        for count, pixel in picture.getcolors(2**24)
        if max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) < 12
    )


def drag(
    page: Page, start: tuple[float, float], to: tuple[float, float], drop: bool = True
) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(*(a + (b - a) * step / 10 for a, b in zip(start, to, strict=True)))
    if drop:
        page.mouse.up()


def handle_at(page: Page, side: str) -> tuple[float, float]:
    box = page.locator(f".time-bar .handle.{side} .grip").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_map_is_painted_and_the_events_on_it(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)

    assert coloured_pixels(page, BLUE) > 1000
    assert coloured_pixels(page, (247, 246, 242)) > 50_000  # Land.
    expect(page.locator(".count")).to_have_text("{0} of {0}".format(total(page)))


def test_dragging_filters_at_once_and_sends_nothing_before_it_ends(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness)
    before = coloured_pixels(page, BLUE)
    count_messages(page)
    page.evaluate(
        """() => {
          globalThis.paints = {base: 0, top: 0};
          for (const [canvas, deck] of [['base', map.view.base.deck], ['top', map.view.top]]) {
            const paint = deck._drawLayers.bind(deck);
            deck._drawLayers = (...how) => { paints[canvas] += 1; paint(...how); };
          }
        }"""
    )
    x, y = handle_at(page, "from")
    drag(page, (x, y), (x + 500, y), drop=False)
    page.wait_for_timeout(500)
    shown = int(page.locator(".count").inner_text().split()[0])

    assert sent(page) == 0
    assert 0 < shown < 100
    assert 0 < coloured_pixels(page, BLUE) < before
    assert page.evaluate("paints.top") > 0
    assert page.evaluate("paints.base") == 0
    # The list follows without a word of Python.
    expect(page.locator(".list-count")).to_have_text(f"{shown} events")
    assert sent(page) == 0

    page.mouse.up()
    expect_told(page, "window", page.evaluate("map.choices.window"))
    assert sent(page) == 1


def test_the_window_is_dragged_as_a_whole_and_a_double_click_brings_all_back(
    open_page: Open, harness: str
) -> None:
    window = [1_672_531_200_000, 1_680_307_200_000]  # January to March 2023.
    page = opened(open_page, f"{harness}?window={json.dumps(window)}")
    box = page.locator(".span").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + 10)
    drag(page, middle, (middle[0] - 200, middle[1]))
    moved = page.evaluate("map.choices.window")

    assert moved[1] - moved[0] == window[1] - window[0]
    assert moved[0] < window[0]
    assert moved[0] % DAY == 0
    page.locator(".brush").dblclick(position={"x": 5, "y": 30})
    expect(page.locator(".range")).to_have_text("24 Feb 2022 – 23 Aug 2023")
    expect(page.get_by_role("button", name="Whole bar")).to_be_disabled()


def test_keys_move_the_handles_and_say_the_date_with_its_zone(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness)
    first, last = page.get_by_role("slider").all()
    first.focus()
    for key, said in [
        ("ArrowRight", "25 Feb 2022"),
        ("ArrowUp", "26 Feb 2022"),
        ("ArrowLeft", "25 Feb 2022"),
        ("PageUp", "27 Mar 2022"),
        ("PageDown", "25 Feb 2022"),
        ("Home", "24 Feb 2022"),
        ("End", "23 Aug 2023"),
        ("Shift+ArrowLeft", "22 Aug 2023"),
        ("Shift+PageDown", "23 Jul 2023"),
    ]:
        page.keyboard.press(key)
        expect(first).to_have_attribute("aria-valuetext", f"{said}, local time of each place")
    expect(last).to_have_attribute("aria-valuetext", "23 Jul 2023, local time of each place")
    assert int(first.get_attribute("aria-valuenow") or "") == 514


def test_keys_report_when_they_come_to_rest(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    page.get_by_role("slider").last.focus()
    count_messages(page)
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    assert sent(page) == 0
    page.wait_for_timeout(1500)

    assert sent(page) == 1
    expect_told(page, "window", page.evaluate("map.choices.window"))


def test_play_fills_the_window_to_its_end_and_leaves_it_as_it_was(
    open_page: Open, harness: str
) -> None:
    june = [1_685_577_600_000, 1_688_169_600_000]
    page = opened(open_page, f"{harness}?window={json.dumps(june)}")
    count_messages(page)
    page.get_by_role("combobox", name="Speed").select_option(label="7 days/s")
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(300)
    start, early = page.evaluate("map.choices.window")

    assert start == june[0]
    assert june[0] < early < june[1]
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=30_000)
    assert page.evaluate("map.choices.window") == june
    page.wait_for_timeout(500)
    assert sent(page) == 0


def test_the_usual_speed_takes_about_twenty_seconds(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)
    for length, step in [(545 * DAY, DAY), (30 * DAY, DAY), (9 * 3_600_000, 60_000)]:
        usual = page.evaluate(f"our.playSpeeds([0, {length}], {step}).usual")
        assert 12 <= length / usual <= 33


def test_a_pause_reports_and_play_goes_on_from_it(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    whole = page.evaluate("map.choices.window")
    count_messages(page)
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Pause").click()
    start, end = page.evaluate("map.choices.window")
    page.wait_for_timeout(1000)

    assert (start % DAY, end % DAY) == (0, 0)
    assert end < whole[1]
    assert sent(page) == 1
    expect_told(page, "window", [start, end])
    page.get_by_role("button", name="One step on").click()
    assert page.evaluate("map.choices.window") == [start, end + DAY]
    speed = page.get_by_role("combobox", name="Speed")
    speed.select_option(speed.locator("option").last.get_attribute("value"))
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=60_000)
    assert page.evaluate("map.choices.window") == whole


def test_steps_move_a_window_and_begin_with_the_first_day_of_all(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness)
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".range")).to_have_text("24 Feb 2022")
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".range")).to_have_text("24 Feb 2022 – 25 Feb 2022")
    page.get_by_role("button", name="May 2023", exact=True).click()
    expect(page.locator(".range")).to_have_text("1 May 2023 – 31 May 2023")
    page.get_by_role("button", name="One step back").click()
    expect(page.locator(".range")).to_have_text("30 Apr 2023 – 30 May 2023")


def test_where_motion_is_unwelcome_play_goes_in_steps_and_nothing_flies(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness, reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    seen = set()
    for _ in range(20):
        seen.add(tuple(page.evaluate("map.choices.window")))
        page.wait_for_timeout(50)
    page.get_by_role("button", name="Pause").click()
    assert 1 <= len(seen) <= 3

    page.evaluate(
        """() => {
          globalThis.zooms = new Set();
          const move = map.view.moved;
          map.view.moved = view => { zooms.add(view.zoom); move.call(map.view, view); };
        }"""
    )
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_until(page, "Math.abs(map.view.view.zoom - 8) < 0.01")
    assert page.evaluate("[...zooms]") == [8]


def test_python_moves_the_brush_and_the_camera_and_hears_no_echo(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness)
    page.get_by_role("button", name="May 2023", exact=True).click()
    expect(page.locator(".range")).to_have_text("1 May 2023 – 31 May 2023")
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_until(page, "Math.abs(map.view.view.zoom - 8) < 0.001")
    page.wait_for_timeout(1000)
    heard = told(page)

    assert (heard["window"], heard["camera"], heard["runs"]) == (None, None, 3)


def test_a_pan_is_reported_once_it_rests(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    count_messages(page)
    drag(page, (500, 400), (600, 450), drop=False)
    page.wait_for_timeout(800)
    assert sent(page) == 0
    page.mouse.up()
    wait_until(page, "sent === 1")
    page.wait_for_timeout(500)

    expect_told(page, "camera", page.evaluate("map.view.camera"))


def test_both_canvases_show_one_camera_in_every_frame_and_the_same_paint_at_rest(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, harness)
    page.evaluate("map.view.base.cost = 1e5")  # As on a machine that cannot paint so often.
    drag(page, (500, 400), (600, 450), drop=False)
    apart = """() => {
      const [base, top] = [map.view.base.deck, map.view.top].map(deck => deck.getViewports()[0]);
      const box = map.view.baseBox.getBoundingClientRect(), map_ = map.node.getBoundingClientRect();
      const scale = box.width / base.width, [x, y] = base.project([30, 50]);
      const [u, v] = top.project([30, 50]);
      return Math.hypot(box.left - map_.left + scale * x - u, box.top - map_.top + scale * y - v);
    }"""
    page.wait_for_timeout(300)
    assert page.evaluate("map.view.baseBox.style.transform") != ""
    assert page.evaluate(apart) < 0.5
    page.mouse.up()
    page.evaluate("map.view.base.cost = 1")
    page.mouse.move(500, 400)
    page.mouse.wheel(0, -300)
    wait_until(page, "map.view.baseBox.style.transform === ''")
    wait_until(page, f"({apart})() < 1e-6")


def random_windows(edges: list[int], count: int) -> list[list[int]]:
    """Windows whose ends lie on the edge of an interval, a millisecond beside one, or anywhere."""
    random = Random(7)
    windows = []
    for _ in range(count):
        ends = [random.choice(edges) + random.choice([-1, 0, 0, 1]) for _ in range(2)]
        if random.random() < 0.2:
            ends[0] = random.randint(min(edges), max(edges))
        windows.append([min(ends), max(ends) + (ends[0] == ends[1])])
    return windows


def test_what_is_drawn_and_picked_is_exact_in_random_windows(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?scene=grid&list=no", width=640)
    rows = page.evaluate("map.events.rows.map(({id, l0, l1}) => ({id, l0, l1}))")
    windows = random_windows([row[name] for row in rows for name in ("l0", "l1")], 150)
    found = page.evaluate(
        """windows => windows.map(window => {
          map.bar.setWindow(window);
          const {clientWidth: width, clientHeight: height} = map.view.node;
          const ids = {};
          for (const {layer, object} of map.view.top.pickObjects({x: 0, y: 0, width, height}))
            (ids[layer.id] ??= []).push(object.id);
          return ids;
        })""",
        windows,
    )
    wrong = []
    for (low, high), picked in zip(windows, found, strict=True):
        expected = {row["id"] for row in rows if row["l0"] < high and row["l1"] > low}
        for layer in ("ScatterplotLayer", "PathLayer", "TextLayer", "IconLayer"):
            if set(picked.get(layer, [])) != expected:
                wrong.append((layer, low, high))
    assert wrong == []


def test_an_event_that_only_may_lie_in_the_window_is_paler(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?scene=grid&list=no", width=1100)

    def shade(window: list[int]) -> tuple[int, ...]:
        """The pixel in the middle of the first event's icon."""
        page.evaluate("window => map.bar.setWindow(window)", window)
        x, y = on_screen(page, "map.events.rows[0]", "[0.2, 0.3]")
        page.wait_for_timeout(200)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        return picture.getpixel((round(x), round(y)))

    start, end = page.evaluate("[map.events.rows[0].l0, map.events.rows[0].l1]")
    sea = (224, 232, 238)
    full, pale = shade([start, end]), shade([start + 1, end + 1])

    assert full == pytest.approx((120, 0, 120), abs=3)
    assert pale == pytest.approx(
        [s + 0.45 * (f - s) for s, f in zip(sea, full, strict=True)], abs=4
    )
    assert shade([end, end + 1]) == pytest.approx(sea, abs=2)


def test_a_filter_hides_rows_and_reads_only_what_it_filters_by(
    open_page: Open, harness: str
) -> None:
    page = opened(open_page, f"{harness}?scene=grid", width=1100)
    fetched = page.evaluate(FETCHED)
    page.get_by_text("Every second event").click()
    expect(page.locator(".count")).to_contain_text("300 of 300")
    page.wait_for_timeout(300)
    ids = page.evaluate(
        """() => {
          const {clientWidth: width, clientHeight: height} = map.view.node;
          const picked = map.view.top.pickObjects({x: 0, y: 0, width, height});
          return [...new Set(picked.map(({object}) => object.id))];
        }"""
    )

    assert {int(name[1:]) % 2 for name in ids} == {0}
    assert len(ids) == 300
    assert [name.rpartition("/")[2] for name in page.evaluate(FETCHED)[len(fetched) :]] == [
        "facets.json"
    ]
    expect(page.locator(".list-count")).to_have_text("300 events")


def test_the_zone_decides_which_clock_the_window_reads(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?scene=grid&list=no", width=1100)
    assert page.evaluate("map.events.starts[0] - map.events.rows[0].t0") == 3 * 3_600_000
    page.get_by_text("UTC", exact=True).click()
    expect(page.locator(".zone")).to_have_text("UTC")
    assert page.evaluate("map.events.starts[0] - map.events.rows[0].t0") == 0
    expect(page.get_by_role("slider").first).to_have_attribute("aria-valuetext", "1 Jan 1000, UTC")


def test_a_layer_is_drawn_at_its_own_zooms_only(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)
    asked = (
        """zoom => our.atItsZoom({viewport: {zoom}, layer: {props: {minZoom: 7, maxZoom: 9}}})"""
    )

    assert [page.evaluate(asked, zoom) for zoom in (6.99, 7, 8.99, 9)] == [False, True, True, False]
    assert page.evaluate("map.view.base.deck.props.layerFilter === our.atItsZoom")
    assert (
        page.evaluate("map.layers.find(({layer}) => layer.id === 'base-near').layer.props.minZoom")
        == 7
    )


def test_a_choice_in_the_list_or_on_the_map_reports_its_id(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    page.locator(".event").nth(20).focus()
    page.keyboard.press("Enter")
    chosen = page.locator(".event[aria-current=true]")
    expect(chosen).to_have_count(1)
    expect_told(page, "selected", chosen.get_attribute("data-id"))
    seen = page.evaluate(
        """() => { const list = our.parts.get('event_list'), box = e => e.getBoundingClientRect();
        const [a, b] = [box(list.scroller), box(list.list.querySelector('[aria-current]'))];
        return b.top >= a.top - 1 && b.bottom <= a.bottom + 1; }"""
    )
    assert seen

    lonely = "map.events.rows.find(({lon}) => lon > 44 && lon < 48)"
    x, y = on_screen(page, lonely)
    there = page.evaluate(
        f"(spot => map.events.rows.flatMap(row => row.lon === spot.lon ? row.id : []))({lonely})"
    )
    page.mouse.click(x, y)
    expect(chosen).to_have_attribute("data-id", re.compile("|".join(there)))
    assert chosen.get_attribute("data-id") in there
    expect_told(page, "selected", chosen.get_attribute("data-id"))
    page.mouse.click(x + 60, y)
    expect(page.locator(".event[aria-current]")).to_have_count(0)
    expect_told(page, "selected", None)


def test_the_list_turns_round_and_grows_by_two_hundred(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?scene=grid")
    expect(page.locator(".event")).to_have_count(200)
    first = page.locator(".event").first.get_attribute("data-id")
    page.get_by_role("button", name="Show 200 more").click()
    expect(page.locator(".event")).to_have_count(400)
    page.get_by_role("button", name="Show 200 more").click()
    expect(page.locator(".event")).to_have_count(600)
    expect(page.get_by_role("button", name="more")).to_have_count(0)
    page.get_by_role("button", name="Oldest first").click()
    expect(page.get_by_role("button", name="Newest first")).to_be_visible()
    order = page.evaluate("our.parts.get('event_list').inside.map(({start}) => start)")

    assert order == sorted(order, reverse=True)
    assert page.locator(".event").first.get_attribute("data-id") != first


def test_an_empty_range_is_said_plainly(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?window=[1654041600000,1654128000000]")

    expect(page.locator(".list-count")).to_have_text("No event lies in this range.")
    expect(page.locator(".count")).to_have_text(f"0 of {total(page)}")


def test_hostile_titles_stay_text(open_page: Open, harness: str) -> None:
    page = opened(open_page, f"{harness}?scene=hostile")
    titles = page.locator(".event .title").all_inner_texts()
    x, y = on_screen(page, "map.events.rows[0]")
    page.mouse.move(x - 5, y)
    page.mouse.move(x, y)
    expect(page.locator(".tooltip .title")).to_be_visible()

    assert any(title.startswith("<img src=x onerror=") for title in titles)
    assert any(title.startswith("@@=window.hostile") for title in titles)
    assert page.evaluate("window.hostile") is None
    assert page.locator(".event img, .event script, .tooltip img").count() == 0


def test_the_tooltip_stays_inside_the_map(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    outside = page.evaluate(
        """() => { const {tooltip, node} = map.view, map_ = node.getBoundingClientRect();
        const row = map.events.rows[0], wrong = [];
        for (const x of [0, node.clientWidth / 2, node.clientWidth])
          for (const y of [0, node.clientHeight / 2, node.clientHeight]) {
            tooltip.show(row, x, y);
            const box = tooltip.node.getBoundingClientRect();
            const beside = box.left < map_.left || box.right > map_.right;
            if (beside || box.top < map_.top || box.bottom > map_.bottom) wrong.push([x, y]);
          }
        return wrong; }"""
    )

    assert outside == []


def test_a_page_switch_keeps_the_view_and_the_canvases(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness)
    page.get_by_role("button", name="Fly", exact=True).click()
    wait_until(page, "Math.abs(map.view.view.zoom - 8) < 0.001")
    page.evaluate("globalThis.canvas = map.view.top.getCanvas()")
    for name in ("Empty", "Again", "Map", "Empty", "Again"):
        page.get_by_role("link", name=name).click()
        if name == "Empty":
            expect(page.get_by_text("No map here.")).to_be_visible()
        else:
            expect(page.locator(".canvas.top canvas")).to_be_visible()
    page.wait_for_timeout(500)

    assert page.evaluate("map.view.camera") == [37.6, 55.7, 8]
    assert page.evaluate("map.view.top.getCanvas() === canvas && canvas.isConnected")
    assert coloured_pixels(page, (200, 120, 20)) > 100
    page.locator(".event").nth(3).click()
    expect(page.locator(".event[aria-current]")).to_have_count(1)


def test_the_theme_colours_the_parts(shared_page: Open, harness: str) -> None:
    paper = {}
    for scheme in ("light", "dark"):
        page = opened(shared_page, harness, color_scheme=scheme)
        paper[scheme] = page.evaluate(
            "getComputedStyle(map.node.querySelector('.button')).backgroundColor"
        )

    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 27)"}


def test_a_missing_bundle_is_said_in_words_and_the_bar_still_works(
    browser: Browser, harness: str
) -> None:
    context = browser.new_context()
    page = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/deck.js", refuse)
    page.goto(harness)
    expect(page.get_by_role("alert")).to_contain_text("the drawing library did not load")
    page.evaluate(FIND_MAP)
    expect(page.locator(".list-count")).to_have_text(f"{total(page)} events")
    page.get_by_role("slider").first.press("PageUp")
    expect(page.locator(".list-count")).not_to_have_text(f"{total(page)} events")
    context.close()


def test_a_finger_finds_the_handles_and_scrolls_beside_them(open_page: Open, harness: str) -> None:
    page = opened(open_page, harness, width=390, height=844, has_touch=True, is_mobile=True)
    sizes = page.evaluate(
        """() => map.bar.brush.handles.map(handle => {
          const {width, height} = getComputedStyle(handle, '::before');
          return [parseFloat(width), parseFloat(height), getComputedStyle(handle).touchAction];
        })"""
    )
    buttons = page.evaluate(
        """() => [...map.node.querySelectorAll('button:not([hidden])')].map(button =>
        Math.min(button.offsetWidth, button.offsetHeight))"""
    )
    assert all(width >= 44 and height >= 44 and action == "none" for width, height, action in sizes)
    assert min(buttons) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    place = "[document.querySelector('[data-testid=stMain]').scrollTop, String(map.choices.window)]"
    page.locator(".brush").scroll_into_view_if_needed()
    before = page.evaluate(place)
    box = page.locator(".brush").bounding_box()
    assert box is not None
    devtools = page.context.new_cdp_session(page)
    devtools.send(
        "Input.synthesizeScrollGesture",
        {"x": box["x"] + box["width"] / 2, "y": box["y"] + 30, "yDistance": -200},
    )
    after = page.evaluate(place)
    assert after[0] > before[0]
    assert after[1] == before[1]


def test_late_answers_of_python_do_not_undo_the_reader(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)
    news = page.evaluate(
        """() => { const echo = new our.Echo(our.sameWindow), heard = [];
        const hears = window => heard.push(echo.isNews(window));
        hears([0, 9]);                                   // at first
        echo.report([1, 9]); echo.report([2, 9]);
        hears([0, 9]); hears([1, 9]); hears([2, 9]);     // late, then the two echoes
        hears([5, 6]); hears([5, 6]); hears([2, 9]);     // a preset, its rerun, another preset
        echo.report([1, 9]); echo.report([2, 9]);        // there and back before Python looks
        hears([2, 9]); hears([1, 9]);                    // one answer to both, then a step back
        return heard; }"""
    )

    assert news == [True, False, False, False, True, False, True, False, True]


def test_ticks_never_touch_and_name_the_year_they_are_in(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)
    closest = page.evaluate(
        """() => { let closest = Infinity; const start = Date.UTC(2022, 1, 24);
        for (let hours = 1; hours < 20_000_000; hours *= 1.7)
          for (const width of [280, 700, 1300]) {
            const domain = [start, start + hours * 36e5];
            const {fine} = our.ticks(domain, width, 'en-GB');
            const perMs = width / (domain[1] - domain[0]);
            for (let i = 1; i < fine.length; i++)
              closest = Math.min(closest, (fine[i].at - fine[i - 1].at) * perMs);
          }
        return closest; }"""
    )
    words = page.evaluate("our.ticks([Date.UTC(2022, 1, 24), Date.UTC(2023, 7, 24)], 900, 'en-GB')")

    assert closest >= 30
    assert [tick["words"] for tick in words["coarse"]] == ["2022", "2023"]
    assert [tick["words"] for tick in words["fine"]][:3] == ["Mar", "Apr", "May"]


def test_a_night_is_told_by_the_minute(shared_page: Open, harness: str) -> None:
    page = opened(shared_page, harness)
    said = page.evaluate(
        """() => { const night = [Date.UTC(2023, 4, 2, 21), Date.UTC(2023, 4, 3, 6)];
        const {speeds, usual} = our.playSpeeds(night, 6e4);
        return [our.windowWords([night[0], Date.UTC(2023, 4, 2, 23, 27)], 6e4, 'en-GB'),
          our.windowWords(night, 6e4, 'en-GB'), usual, Math.min(...speeds),
          our.ticks(night, 800, 'en-GB').fine.map(tick => tick.words)]; }"""
    )

    assert said[0] == ["2 May 2023, 21:00", "23:27"]
    assert said[1] == ["2 May 2023, 21:00", "3 May 2023, 06:00"]
    assert said[2:4] == [30 * 60_000, 5 * 60_000]
    assert said[4][:3] == ["21:00", "22:00", "23:00"]


def test_the_scale_bar_agrees_with_the_geodesic(shared_page: Open, harness: str) -> None:
    pyproj = pytest.importorskip("pyproj")
    page = opened(shared_page, harness)
    for latitude in (-70.0, 0.0, 50.0):
        degrees = 100 * 360 / (512 * 2**9)
        _, _, metres = pyproj.Geod(ellps="WGS84").inv(0, latitude, degrees, latitude)
        assert page.evaluate(f"100 * our.metresPerPixel({latitude}, 9)") == pytest.approx(
            metres, rel=1e-4
        )
