"""The page of claims as its readers meet it: at three widths, by hand, by keys and by link."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Literal, Unpack

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from geo.claims import build_ledger, flag_party_denials, flag_single_origin
from geo.events import read_events
from geo.story.story_file import read_story
from tests.browser.map_page import Visit
from tests.browser.opening import OpenPage, Reader
from tests.browser.running_app import ROOT, running
from tests.browser.stories import ServedStory, only_shipped
from tests.shipped_record import RECORD

pytestmark = pytest.mark.browser

DRONE = "kremlin-2023-05-03-drone-1"
EVENTS = read_events(ROOT / "data/events.geojson").events
PARTIES = {"russia", "ukraine"}
SIDES = read_story(ROOT / "data").declared_sides
HOSTILE = '<img src="http://elsewhere.invalid/x.png" onerror="globalThis.ran=1">{{ 7 * 7 }}, a "b"'
WIDTHS = [(1440, 900), (1024, 768), (390, 844)]


def open_claims(
    open_page: OpenPage,
    address: str,
    query: str = f"event={DRONE}",
    width: int = 1440,
    height: int = 900,
    **reader: Unpack[Reader],
) -> Page:
    """Open the page of claims and wait for its end."""
    page = open_page(f"{address}/claims?{query}", width, height, **reader)
    expect(page.locator("#search")).to_be_visible()
    # Elements arrive one by one; the last to come is the end of the page.
    expect(page.locator("#check, #differ").first).to_be_attached()
    return page


def left_of(element: Locator) -> float:
    """Return where an element starts, in pixels from the left."""
    box = element.bounding_box()
    assert box is not None
    return box["x"]


@pytest.mark.parametrize(
    ("story", "width", "height"),
    [*(("shipped", *size) for size in WIDTHS), ("fiji", 1024, 768), ("ships", 390, 844)],
    indirect=["story"],
)
@pytest.mark.parametrize("has_event", [True, False])
def test_nothing_scrolls_sideways(
    shared_page: OpenPage, story: ServedStory, width: int, height: int, has_event: bool
) -> None:
    query = f"event={story.fullest_event}" if has_event else ""
    page = open_claims(shared_page, story.address, query, width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.ledger, .ledger *')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1
                       && !one.closest('.wide'))
        .map(one => one.className)"""
    )
    assert wide == []


@pytest.mark.parametrize(
    ("story", "width", "height", "columns"),
    [
        ("shipped", 1440, 900, 2),
        ("shipped", 1024, 768, 2),
        ("shipped", 390, 844, 1),
        ("fiji", 1024, 768, 2),
        ("ships", 390, 844, 1),
    ],
    indirect=["story"],
)
def test_four_boxes_lie_two_by_two_and_in_one_column_on_a_phone(
    shared_page: OpenPage, story: ServedStory, width: int, height: int, columns: int
) -> None:
    query = f"event={story.fullest_event}"
    page = open_claims(shared_page, story.address, query, width=width, height=height)
    boxes = page.locator(".boxes > .box")
    expect(boxes).to_have_count(4)
    assert len({round(left_of(boxes.nth(at))) for at in range(4)}) == columns


def test_a_sentence_of_a_box_opens_the_claims_it_rests_on(
    shared_page: OpenPage, address: str
) -> None:
    page = open_claims(shared_page, address)
    sentence = page.locator(".box-disputed details").first
    expect(sentence.locator(".statement").first).to_be_hidden()
    sentence.locator("summary").click()
    expect(sentence.locator(".statement").first).to_be_visible()
    expect(sentence).to_contain_text("Mykhailo Podolyak")
    sentence.locator("summary").click()
    expect(sentence.locator(".statement").first).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_cell_opens_what_was_said_and_escape_closes_it(
    shared_page: OpenPage, address: str, width: int, height: int
) -> None:
    page = open_claims(shared_page, address, width=width, height=height)
    row = page.get_by_role("row").filter(has=page.get_by_text("Volodymyr Zelensky", exact=False))
    cell = row.first.get_by_role("button").first
    expect(cell).to_contain_text("×")
    expect(cell).to_contain_text("Denies")
    cell.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".opened:popover-open")
    expect(panel).to_contain_text("fights on its own land")
    for words in ("Ukrainian side", "Helsinki", "press conference", "Official statement"):
        expect(panel).to_contain_text(words)
    expect(panel.get_by_role("link", name="Ukrainska Pravda")).to_have_attribute("target", "_blank")
    page.keyboard.press("Escape")
    expect(page.locator(".opened:popover-open")).to_have_count(0)


def test_every_cell_says_its_stance_by_symbol_and_word(shared_page: OpenPage, address: str) -> None:
    page = open_claims(shared_page, address)
    stances = page.locator("table.grid .stance").all_inner_texts()
    assert len(stances) > 40
    assert all(re.fullmatch(r"\S\s\w[\w ]+", stance) for stance in stances)


def test_the_grid_is_a_table_with_a_caption_and_headings_of_rows_and_columns(
    shared_page: OpenPage, address: str
) -> None:
    page = open_claims(shared_page, address)
    grid = page.locator("table.grid")
    expect(grid.locator("caption")).to_be_visible()
    assert grid.locator("thead th[scope=col]").count() == 9
    assert grid.locator("tbody th[scope=row]").count() == 27
    assert grid.locator("tbody th[scope=rowgroup]").count() == 6


def test_the_drones_themselves_lie_apart_in_the_order_of_the_clock(
    shared_page: OpenPage, address: str
) -> None:
    page = open_claims(shared_page, address)
    rows = page.locator(".stretch").first.locator("li")
    times = [row.locator(".time").inner_text() for row in rows.all()]
    assert times[:5] == ["02:27", "02:37", "02:43", "about 14:29", "about 14:33"]
    events = page.locator(".stretch li.event .time").all_inner_texts()
    assert events == ["02:27", "02:43"]


def test_a_minute_is_a_tick_and_a_day_a_bar_across(shared_page: OpenPage, address: str) -> None:
    page = open_claims(shared_page, address)
    day = page.locator(".stretch").first
    video = day.locator("li", has_text="Yakimanka").locator(".track > *")
    that_day = page.locator(".time", has_text=re.compile("^that day$"))
    parade = day.locator("li", has=that_day).first.locator(".track > *")
    evening = day.locator("li", has_text="Volodymyr Zelensky").locator(".track > *")
    track = day.locator(".track").first.bounding_box()
    sizes = [one.bounding_box() for one in (video, evening, parade)]
    assert track is not None
    minute, quarter, whole = (box["width"] / track["width"] for box in sizes if box)
    assert minute < 0.03
    assert quarter == pytest.approx(0.25, abs=0.01)
    assert whole == pytest.approx(1, abs=0.01)


def test_a_moment_chosen_by_hand_hides_what_came_later(open_page: OpenPage, address: str) -> None:
    page = open_claims(open_page, address)
    expect(page.locator(".ledger-head")).to_contain_text(
        "41 statements by 24 named speakers and at least one who is not named"
    )
    page.get_by_role("radio", name="noon, 3 May 2023").or_(
        page.get_by_role("button", name="noon, 3 May 2023")
    ).first.click()
    expect(page.locator(".ledger-head")).to_contain_text("1 statement by 1 speaker")
    expect(page.locator(".ledger-head")).to_contain_text("May have been said by then: 11")
    expect(page.locator("table.grid tbody th[scope=row]")).to_have_count(1)
    expect(page).to_have_url(re.compile("known=2023-05-03T12"))
    expect(page.locator(".check")).to_contain_text("Unverified")


def test_a_search_finds_a_speaker_in_either_alphabet(open_page: OpenPage, address: str) -> None:
    page = open_claims(open_page, address, "")
    box = page.get_by_label("Speaker or words")
    box.fill("Подоляк")
    box.press("Enter")
    expect(page.locator(".found .count")).to_contain_text("statements found")
    expect(page.locator(".found .hit").first).to_contain_text("Podolyak")


def test_an_event_of_the_list_leads_to_its_ledger(open_page: OpenPage, address: str) -> None:
    page = open_claims(open_page, address, "")
    link = page.locator(".differ a").first
    title = link.inner_text()
    link.click()
    expect(page.locator(".ledger-head .event-title")).to_have_text(title)


@only_shipped
@pytest.mark.parametrize(
    ("words", "voice", "wanted"),
    [
        ("a party denies", "any_party_denies", int(flag_party_denials(EVENTS, PARTIES).sum())),
        (
            "no second origin affirms it",
            "one_origin_only",
            int(flag_single_origin(EVENTS, SIDES).sum()),
        ),
    ],
)
def test_the_map_keeps_only_events_that_are_denied_or_that_no_second_origin_affirms(
    visit: Visit, words: str, voice: str, wanted: int
) -> None:
    page = visit("/")
    if not page.get_by_role("checkbox", name=words).is_visible():
        page.get_by_text("Only events where").click()
    page.get_by_role("checkbox", name=words).check()
    expect(page.locator("p.count b")).to_have_text(f"{wanted} of {len(EVENTS)} events")
    expect(page).to_have_url(re.compile(f"voice={voice}"))


@pytest.mark.parametrize(
    ("story", "scheme"),
    [("shipped", "light"), ("shipped", "dark"), ("fiji", "dark"), ("ships", "light")],
    indirect=["story"],
)
@pytest.mark.parametrize("has_event", [True, False])
def test_our_parts_have_no_serious_accessibility_problem(
    shared_page: OpenPage, story: ServedStory, scheme: Literal["light", "dark"], has_event: bool
) -> None:
    query = f"event={story.fullest_event}" if has_event else ""
    page = open_claims(shared_page, story.address, query, color_scheme=scheme)
    # Only what we draw: Streamlit's own widgets are not ours to correct.
    found = Axe().run(page, context={"include": [[".ledger"]]}).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in serious] == []


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with one event, each of whose words is an attack."""
    features = deepcopy([one for one in RECORD["features"] if one["id"] == DRONE])
    for claim in features[0]["properties"]["claims"]:
        claim |= {"actor": f"{HOSTILE} {claim['id']}", "summary": HOSTILE, "side": HOSTILE}
        claim |= {"channel": HOSTILE, "where": HOSTILE}
    for source in features[0]["properties"]["sources"]:
        source |= {"publisher": HOSTILE, "title": HOSTILE}
    features[0]["properties"] |= {"title": HOSTILE, "place": HOSTILE, "region": HOSTILE}
    path = tmp_path_factory.mktemp("hostile") / "events.geojson"
    path.write_text(json.dumps(RECORD | {"features": features}), "utf-8")
    with running(EVENTS=str(path)) as address:
        yield address


def test_hostile_words_are_text_everywhere_on_the_page(open_page: OpenPage, hostile: str) -> None:
    page = open_claims(open_page, hostile)
    assert page.locator(".ledger-head .event-title").text_content() == HOSTILE
    page.locator("button.cell").first.click()
    expect(page.locator(".opened:popover-open")).to_contain_text(HOSTILE)
    assert page.locator('img[src*="elsewhere"]').count() == 0
    assert page.evaluate("globalThis.ran") is None
    assert len(build_ledger(EVENTS, DRONE)) == page.locator(".stretch details").count()
