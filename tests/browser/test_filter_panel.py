"""The filter panel: what it keeps and counts, held against Python, by hand and by keys."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from geo.drawing.map_state import write_filters
from geo.link.fields import FIELDS
from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from geo.story.view import open_view
from geo.times import Range, milliseconds
from tests.browser.conftest import ROOT, running
from tests.browser.test_time_map import count_messages, drag, handle_at, opened, sent

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
RECORD = open_view(ROOT / "data").record
EVENTS = len(RECORD.events)
GROUPS = {"The Kremlin": "kremlin", "Moscow and": "moscow_region", "Bases": "infrastructure"}


def panel(page: Page) -> Locator:
    return page.locator(".filter-panel")


def found(page: Page) -> int:
    """How many events the panel says are shown."""
    return int(panel(page).locator(".found").inner_text().split()[0])


def counted(page: Page) -> int:
    """How many events Python counts at the head of the page."""
    words = page.locator("p.count b").inner_text()
    return 0 if words.startswith("No ") else int(words.split()[0])


def words_shown(page: Page) -> dict[str, int]:
    """The counts beside the words of the first field."""
    rows = panel(page).locator(".field").first.locator(".word")
    return {
        row.locator("input").get_attribute("value") or "": int(row.locator(".number").inner_text())
        for row in rows.all()
    }


def test_a_ticked_word_filters_map_and_list_and_is_written_into_the_link(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    panel(page).get_by_role("checkbox", name="Moscow and its region").check()
    expect(page).to_have_url(re.compile(r"\?group=moscow_region$"))
    of_moscow = int((RECORD.events["group"] == "moscow_region").sum())
    expect(page.locator(".list-count")).to_have_text(f"{of_moscow} events")
    expect(page.locator("p.count b")).to_contain_text(f"{of_moscow} of {EVENTS}")
    assert page.evaluate("map.events.total") == of_moscow
    panel(page).get_by_role("checkbox", name="Moscow and its region").uncheck()
    expect(page).not_to_have_url(re.compile("group="))


def test_counts_follow_the_brush_and_nothing_is_sent(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    assert words_shown(page) == Counter(RECORD.events["group"])
    count_messages(page)
    x, y = handle_at(page, "from")
    drag(page, (x, y), (x + 350, y), drop=False)
    page.wait_for_timeout(300)
    start, end = (
        datetime(1970, 1, 1) + timedelta(milliseconds=ms)
        for ms in page.evaluate("map.choices.window")
    )
    events = RECORD.events
    touches = (events["start_local"] < end) & (events["end_local"] > start)
    assert 0 < touches.sum() < EVENTS
    assert {word: n for word, n in words_shown(page).items() if n} == Counter(
        events["group"][touches]
    )
    assert found(page) == touches.sum()
    assert sent(page) == 0
    page.mouse.up()


def some_filters(chance: Random) -> Filters:
    """Filters such as a reader might set, often more than one."""
    words = {
        name: frozenset(chance.sample(sorted(RECORD.events[name].dropna().unique()), 2))
        for name in FIELDS
        if chance.random() < 0.25
    }
    low, high = sorted(chance.sample(range(0, 850), 2))
    start = datetime(2022, 2, 20) + timedelta(days=chance.randrange(500))
    length = timedelta(minutes=chance.choice([90, 60 * 24, 60 * 24 * 40, 60 * 24 * 400]))
    voices = [frozenset(), frozenset({"any_party_denies"}), frozenset({"one_origin_only"})]
    reaches = [None, None, Reach(low, high), Reach(high_km=low), Reach(low_km=high)]
    return Filters(
        range=chance.choice([None, Range(start, start + length)]),
        voices=chance.choice(voices),
        reach=chance.choice(reaches),
        words=words,
    )


def test_the_browser_keeps_what_python_keeps(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    chance = Random(20230503)
    filters = [some_filters(chance) for _ in range(150)]
    everything = (-1e14, 1e14)
    windows = [
        (milliseconds(one.range.start), milliseconds(one.range.end)) if one.range else everything
        for one in filters
    ]
    presence = page.evaluate(
        """asked => {
          const {choices} = map, {starts, ends, rows} = choices.events;
          return asked.map(([query, [lo, hi]]) => {
            const {failed, doubtful} = choices.facets.judge(query, null);
            return Object.fromEntries(rows.map(({id}, i) => {
              const how = our.membership(starts[i], ends[i], lo, hi);
              return [id, failed[i] ? 'hidden' : how === 'outside' ? how
                : doubtful[i] || how === 'possible' ? 'possible' : 'definite'];
            }));
          });
        }""",
        [[write_filters(one), window] for one, window in zip(filters, windows, strict=True)],
    )
    for one, seen in zip(filters, presence, strict=True):
        assert seen == apply_filters(RECORD.events, one).to_dict(), one
    kinds = Counter(word for seen in presence for word in seen.values())
    assert min(kinds[word] for word in ("definite", "possible", "outside", "hidden")) > 20


def test_each_word_counts_what_ticking_it_alone_would_show(open_page: Open, address: str) -> None:
    link = {"verification": "unverified", "group": "infrastructure", "to": "2023-02-01"}
    page = opened(open_page, f"{address}/?{urlencode(link)}")
    others = Filters(
        words={"verification": {"unverified"}},
        range=Range(datetime(2000, 1, 1), datetime(2023, 2, 2)),
    )
    expected = Counter(
        RECORD.events["group"][
            apply_filters(RECORD.events, others).isin(["definite", "possible"]).to_numpy()
        ]
    )
    assert {word: n for word, n in words_shown(page).items() if n} == expected


@pytest.mark.parametrize(
    "link",
    [
        {"q": "дрон"},
        {"q": "KREMLIN press", "voice": "any_party_denies"},
        {"reach": "..100", "zone": "utc"},
        {"attribution": "contested", "from": "2023-05-01"},
        {"q": "no such words anywhere"},
    ],
)
def test_the_panel_and_the_head_of_the_page_count_the_same(
    open_page: Open, address: str, link: dict[str, str]
) -> None:
    page = opened(open_page, f"{address}/?{urlencode(link)}")
    assert found(page) == counted(page)
    assert counted(page) < EVENTS


def test_words_to_find_are_sent_on_enter_and_stand_in_the_link(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    find = page.get_by_role("searchbox", name="Find")
    find.fill("Кремль")
    find.press("Enter")
    expect(page).to_have_url(re.compile("q=%D0%9A"))
    expect(page.locator("p.count b")).to_contain_text(f"of {EVENTS}")
    expect(panel(page).locator(".found")).to_have_text(re.compile(rf"^{counted(page)} "))
    assert 0 < found(page) < EVENTS


def test_a_link_shows_its_choices_in_the_panel(open_page: Open, address: str) -> None:
    link = {"q": "drone", "verification": "partly_verified", "reach": "100..450", "zone": "utc"}
    page = opened(open_page, f"{address}/?{urlencode(link)}")
    expect(page.get_by_role("searchbox", name="Find")).to_have_value("drone")
    # The field that the link uses is open.
    expect(panel(page).get_by_role("checkbox", name="Partly verified")).to_be_checked()
    expect(panel(page).locator(".reach .told-chosen")).to_have_text("100 to 450 km")
    expect(panel(page).get_by_role("radio", name="UTC")).to_be_checked()


def test_keys_set_the_distance_and_a_step_back_unsets_it(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?group=infrastructure")
    page.get_by_role("slider", name="Greatest distance").focus()
    for _ in range(4):
        page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile(r"reach=\.\.\d+"))
    expect(page.locator("p.count")).to_contain_text("up to")
    page.go_back()
    expect(page).not_to_have_url(re.compile("reach"))
    expect(panel(page).locator(".reach .told-chosen")).to_have_text("any")
    expect(panel(page).get_by_role("checkbox", name="Bases, fuel")).to_be_checked()


def test_a_preset_sets_the_dates_on_the_clock_of_the_place(open_page: Open, address: str) -> None:
    page = opened(open_page, f"{address}/?zone=utc")
    panel(page).get_by_role("combobox", name="Dates").select_option("that-night")
    expect(page).to_have_url(re.compile("from=2023-05-02T21%3A00"))
    expect(panel(page).get_by_role("radio", name="time of the place")).to_be_checked()


def test_the_hours_of_a_preset_read_in_utc_are_not_that_preset(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, f"{address}/?from=2023-05-02T21:00&to=2023-05-03T06:00")
    dates = panel(page).get_by_role("combobox", name="Dates")
    expect(dates).to_have_value("that-night")
    panel(page).get_by_role("radio", name="UTC").check()
    expect(page).to_have_url(re.compile("zone=utc"))
    expect(dates).to_have_value("")


def test_dates_are_own_dates_only_where_some_are_set(open_page: Open) -> None:
    with running(STORY=str(ROOT / "tests/data/fiji")) as address:
        page = opened(open_page, address)
        dates = panel(page).get_by_role("combobox", name="Dates").locator("option:checked")
        expect(dates).to_have_text("all dates")
        page.get_by_role("slider", name="First moment shown").press("PageUp")
        expect(page).to_have_url(re.compile("from="))
        expect(dates).to_have_text("as set under the map")


def test_a_story_without_border_or_events_says_so(
    open_page: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    (folder / "story.json").write_text('{"title": "Empty"}', encoding="utf-8")
    (folder / "events.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    with running(STORY=str(folder)) as address:
        page = open_page(f"{address}/?reach=..100")
        expect(page.locator(".list-count")).to_have_text("This dataset has no events.")
        expect(panel(page).locator(".reach .told-chosen")).to_have_text("up to 100 km")
        expect(panel(page).locator(".reach")).to_be_visible()
        panel(page).get_by_role("button", name="Show all").click()
        expect(panel(page).locator(".reach")).to_be_hidden()


def test_quick_choices_all_count(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    for name in GROUPS:
        panel(page).get_by_role("checkbox", name=name).check()
    for word in GROUPS.values():
        expect(page).to_have_url(re.compile(f"group={word}"))
    expected = int(RECORD.events["group"].isin(list(GROUPS.values())).sum())
    expect(page.locator("p.count b")).to_contain_text(f"{expected} of {EVENTS}")
    page.wait_for_timeout(500)
    for name in GROUPS:
        expect(panel(page).get_by_role("checkbox", name=name)).to_be_checked()
    assert found(page) == expected


def test_the_same_choice_counts_again_after_all_was_shown(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    box = panel(page).get_by_role("checkbox", name="The Kremlin")
    for _ in range(2):
        box.check()
        expect(page).to_have_url(re.compile("group=kremlin"))
        panel(page).get_by_role("button", name="Show all").click()
        expect(page).not_to_have_url(re.compile("group="))
        expect(box).not_to_be_checked()


def test_steps_back_after_quick_clicks_show_what_the_link_says(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    box = panel(page).get_by_role("checkbox", name="The Kremlin")
    for _ in range(7):
        box.click(no_wait_after=True)
    expect(page).to_have_url(re.compile("group=kremlin"))
    page.wait_for_timeout(1500)
    for _ in range(2):
        page.go_back()
        page.wait_for_timeout(1500)
        assert found(page) == counted(page)
        assert box.is_checked() == ("group=kremlin" in page.url)


def test_a_field_counts_as_soon_as_it_is_opened(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    field = panel(page).locator(".field", has_text="Verification")
    field.locator("summary").click()
    expect(field.locator(".number").first).to_have_text(re.compile(r"\d"))
    numbers = [int(number) for number in field.locator(".number").all_inner_texts()]
    assert sum(numbers) == EVENTS


@pytest.mark.parametrize(
    ("reach", "told"),
    [
        ("0..0", "0 to 0 km"),
        ("10.5..20.25", "10.5 to 20.25 km"),
        ("..5000", "up to 5000 km"),
        ("5000..", "5000 km or more"),
    ],
)
def test_the_distance_is_told_as_the_link_asks_for_it(
    open_page: Open, address: str, reach: str, told: str
) -> None:
    page = opened(open_page, f"{address}/?reach={reach}")
    said = panel(page).locator(".reach .told-chosen")
    expect(said).to_have_text(told)
    expect(page.locator("p.count")).to_contain_text(f"{told} from the border")
    assert said.evaluate("told => told.scrollWidth <= told.clientWidth")
    least, most = (
        int(handle.get_attribute(name) or "")
        for handle, name in zip(
            panel(page).get_by_role("slider").all(), ("aria-valuenow", "aria-valuemax"), strict=True
        )
    )
    assert least < most


def test_a_space_that_is_being_typed_stays_while_the_page_runs(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    find = page.get_by_role("searchbox", name="Find")
    find.fill("oil")
    find.press("Enter")
    find.press("Space")
    expect(page).to_have_url(re.compile("q=oil$"))
    page.wait_for_timeout(1000)
    find.press_sequentially("depot")
    expect(find).to_have_value("oil depot")


def test_what_a_browser_may_say_breaks_nothing(open_page: Open, address: str) -> None:
    page = opened(open_page, address)
    for said in ("group=<b>mars</b>&reach=x..y&zone=moon&=&%ff", "[1, 2]", "q=" + "x" * 5000):
        page.evaluate("said => our.parts.get('filters').onAsk('filters', said)", said)
        page.wait_for_timeout(300)
    page.evaluate("() => our.parts.get('filters').onAsk('filters', {group: {kremlin: 1}})")
    page.evaluate("() => our.parts.get('filters').onAsk('zone', 'moon')")
    page.evaluate("() => our.parts.get('filters').onAsk('preset', null)")
    page.wait_for_timeout(500)
    expect(page.locator("p.count b")).to_have_text(f"{EVENTS} events")
    panel(page).get_by_role("checkbox", name="The Kremlin").check()
    expect(page).to_have_url(re.compile("group=kremlin"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_has_no_barrier(open_page: Open, address: str, scheme: str) -> None:
    page = opened(
        open_page, f"{address}/?group=kremlin&voice=any_party_denies", color_scheme=scheme
    )
    page.get_by_text("Verification").click()
    page.get_by_role("button", name="What these words mean").first.click()
    violations = Axe().run(page, context={"include": [[".st-key-filters"]]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in violations] == []


def test_on_a_phone_the_panel_opens_and_keeps_its_width(open_page: Open, address: str) -> None:
    page = opened(open_page, address, width=390, height=844, has_touch=True)
    page.get_by_test_id("stExpandSidebarButton").click()
    box = panel(page).get_by_role("checkbox", name="The Kremlin")
    box.check()
    expect(page).to_have_url(re.compile("group=kremlin"))
    row = panel(page).locator(".word label").first.bounding_box()
    assert row is not None
    assert row["height"] >= 44 or not page.evaluate("matchMedia('(pointer: coarse)').matches")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_analysis_is_filtered_by_the_same_panel(open_page: Open, address: str) -> None:
    page = open_page(f"{address}/analysis?group=kremlin")
    expect(panel(page).get_by_role("checkbox", name="The Kremlin")).to_be_checked(timeout=60_000)
    panel(page).get_by_role("checkbox", name="Moscow and its region").check()
    expect(page).to_have_url(re.compile("group=kremlin&group=moscow_region"))
    assert found(page) == int(RECORD.events["group"].isin(["kremlin", "moscow_region"]).sum())
