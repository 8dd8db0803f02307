"""Words of a hostile file and a hostile link are shown as text, and run and load nothing."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import follow_link, open_map, wait_for_answer
from tests.browser.opening import OpenPage
from tests.browser.panel_page import open_filters
from tests.browser.running_app import running
from tests.browser.waiting import wait_until_same
from tests.shipped_record import RECORD

pytestmark = pytest.mark.browser

ELSEWHERE = "http://elsewhere.invalid/x.png"
WORDS = [
    f"![x]({ELSEWHERE})",
    f'<img src="{ELSEWHERE}" onerror="globalThis.ran = 1">',
    "<script>globalThis.ran = 1</script>",
    "{{ 7 * 7 }} ${7 * 7} {% raw %}",
    "[click](javascript:globalThis.ran=1) :material/home: $x^2$",
    "\u200fdesrever\u200f Ω≈ç√ 🛸 שלום Щёлково\u200b",
    "'\"></div><style>body{display:none}</style>",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a file whose every word is an attack."""
    features = deepcopy(RECORD["features"][: len(WORDS)])
    for feature, words in zip(features, WORDS, strict=True):
        properties = feature["properties"]
        for member in ("title", "summary", "place", "place_local", "region", "group", "doubt"):
            properties[member] = words
        for member in ("target", "damage", "note", "means_reported"):
            properties[member] = words
        for claim in properties["claims"]:
            claim |= {"actor": words, "summary": words, "side": words}
        for source in properties["sources"]:
            source |= {"publisher": words, "title": words}
    folder = tmp_path_factory.mktemp("hostile")
    path = Path(folder) / "events.geojson"
    path.write_text(json.dumps(RECORD | {"features": features, "title": WORDS[1]}), "utf-8")
    with running(EVENTS=str(path)) as address:
        yield address


def test_each_word_is_read_as_it_is_written(open_page: OpenPage, hostile: str) -> None:
    page = open_map(open_page, hostile, width=1024, height=768)
    heading = page.locator(".card h2")
    for feature, words in zip(RECORD["features"], WORDS, strict=False):
        follow_link(page, f"/?event={feature['id']}")
        wait_until_same(page, lambda: heading.all_text_contents(), [words])
        assert page.locator('img[src*="elsewhere"]').count() == 0
        assert page.evaluate("globalThis.ran") is None


def test_the_list_the_filters_and_the_other_pages_run_nothing(
    open_page: OpenPage, hostile: str
) -> None:
    page = open_page(hostile)
    expect(page.get_by_text(WORDS[0]).filter(visible=True).first).to_be_visible()
    open_filters(page)
    expect(page.locator(".filter-panel .word").first).to_be_visible()
    shut = page.locator(".filter-panel .field:not([hidden]):not([open]) summary")
    while shut.count():
        shut.first.click()
    expect(page.locator(".filter-panel .word").last).to_be_visible()
    for name, path in (("Who says what", "claims"), ("Method", "method")):
        page.get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{path}*")
        wait_for_answer(page)
        expect(page.locator("h1, h2").first).to_be_visible()
        assert page.evaluate("globalThis.ran") is None
    assert page.locator('img[src*="elsewhere"]').count() == 0


def test_a_hostile_link_is_shown_as_text(open_page: OpenPage, address: str) -> None:
    page = open_page(address + "/?group=<img src=x onerror=globalThis.ran=1>&q={{7*7}}&x[]=1")
    expect(page.get_by_text("<img src=x onerror=globalThis.ran=1>")).to_be_visible()
    assert page.evaluate("globalThis.ran") is None
