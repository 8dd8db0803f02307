"""Every page on paper: A4, nothing blank, nothing cut, nothing of the screen's frame."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from geo.drawing.colours.palette import LIGHT
from tests.browser.map_page import open_map, wait_for_answer, wait_for_base
from tests.browser.opening import OpenPage
from tests.browser.stories import SITE, ServedStory
from tests.shipped_record import RECORD

pytestmark = pytest.mark.browser

TITLES = [feature["properties"]["title"] for feature in RECORD["features"]]
EVENT = RECORD["features"][0]


def squeeze(text: str) -> str:
    """Return text without blanks and hyphens: lines break where the sheet ends.

    PDFium gives a hyphen at the end of a line as one of two characters of its own.
    """
    return "".join(re.sub(r"[-\x02\ufffe]", "", text).split())


def read_sheet(sheet: PdfPage) -> str:
    return squeeze(sheet.get_textpage().get_text_bounded())


def print_page(page: Page) -> tuple[list[PdfPage], str]:
    """Return the sheets of a page as printed, and all words on them."""
    paper = list(PdfDocument(page.pdf(prefer_css_page_size=True)))
    sheets = [read_sheet(sheet) for sheet in paper]
    for number, (sheet, text) in enumerate(zip(paper, sheets, strict=True), start=1):
        assert [round(side) for side in sheet.get_size()] == [595, 842]
        assert f"{number}/{len(paper)}" in text
        pictures = [one for one in sheet.get_objects() if one.type == FPDF_PAGEOBJ_IMAGE]
        assert len(text) > 200 or pictures or number == len(paper), f"sheet {number} is blank"
        grey = sheet.render(scale=1).to_pil().convert("L")
        assert grey.crop((0, 0, 30, 842)).getextrema() == (255, 255), "white to the left edge"
        assert grey.crop((565, 0, 595, 842)).getextrema() == (255, 255), "white to the right edge"
    return paper, "".join(sheets)


def test_the_map_is_printed_with_every_entry_of_its_list(open_page: OpenPage, address: str) -> None:
    page = open_map(open_page, address)
    wait_for_base(page)
    expect(page.locator(".list-count")).to_contain_text("events")
    paper, words = print_page(page)
    missing = [title for title in TITLES if squeeze(title) not in words]
    assert missing == []
    assert len(paper) <= 14
    colours = paper[0].render(scale=1).to_pil().convert("RGB").getcolors(10**6)
    assert colours is not None
    assert len(colours) > 500, "the map is on the first sheet"
    first = read_sheet(paper[0])
    assert "Printedon" in first
    version = re.search("Dataversion([0-9a-f]{12})", first)
    assert version
    assert squeeze(f"{address}/?data={version[1]}") in first


def test_the_selected_event_is_printed_with_its_sources(open_page: OpenPage, address: str) -> None:
    page = open_map(open_page, f"{address}/?event={EVENT['id']}")
    paper, words = print_page(page)
    assert len(paper) <= 5
    for source in EVENT["properties"]["sources"]:
        assert squeeze(source["publisher"]) in words


@pytest.mark.parametrize(
    ("path", "last_words", "most_sheets"),
    [
        (
            "/analysis",
            (
                "Distance from the border (km)",
                "Verified, at least in part",
                "Cite this view",
                "In a notebook",
            ),
            8,
        ),
        (f"/claims?event={EVENT['id']}", ("When it was said",), 10),
        ("/claims", ("Why",), 6),
        ("/method", (), 8),
    ],
    ids=["analysis", "event", "claims", "method"],
)
def test_other_pages_are_printed_completely(
    open_page: OpenPage, address: str, path: str, last_words: tuple[str, ...], most_sheets: int
) -> None:
    page = open_page(address + path)
    expect(page.locator(".foot")).to_be_visible()
    wait_for_answer(page)
    headings = page.locator("h1:visible, h2:visible, th:visible").all_inner_texts()
    paper, words = print_page(page)
    words = words.casefold()
    missing = [text for text in (*headings, *last_words) if squeeze(text).casefold() not in words]
    assert missing == []
    assert len(paper) <= most_sheets


@pytest.fixture(scope="module")
def site(serve: Callable[[str], str]) -> ServedStory:
    """The site of a small story with two groups and a border."""
    name = f"{SITE}fiji"
    return ServedStory("fiji", serve(name), is_site=True)


def find_words(sheet: PdfPage, words: str) -> tuple[float, float]:
    """Return where words start on a sheet: from the left and from the top, in points."""
    page = sheet.get_textpage()
    found = page.search(words, match_case=True).get_next()
    assert found is not None, words
    left, _, _, top = page.get_charbox(found[0])
    return left, 842 - top


def test_the_start_page_of_a_site_is_printed_with_its_map_and_key(
    open_page: OpenPage, site: ServedStory
) -> None:
    page = open_map(open_page, f"{site.address}/?event={site.fullest_event}")
    wait_for_base(page)
    paper, words = print_page(page)
    event = site.events.loc[site.fullest_event]
    for text in (event["title"], *(one.publisher for one in event["sources"])):
        assert squeeze(text) in words
    first = read_sheet(paper[0])
    version = re.search("Dataversion([0-9a-f]{12})", first)
    assert version
    assert squeeze(f"{site.address}/?event={site.fullest_event}&data={version[1]}") in first
    assert "Close" not in words, "a button"

    # The key is below the map, which stays whole, and its colours are there.
    _, credit = find_words(paper[0], "Base map:")
    _, legend = find_words(paper[0], "Legend")
    assert 0 < legend - credit < 50
    colours = paper[0].render(scale=1).to_pil().convert("RGB")
    for label, colour in zip(site.groups.values(), LIGHT.hues, strict=False):
        left, top = find_words(paper[0], label)
        key = colours.crop((int(left) - 24, int(top) - 2, int(left), int(top) + 10))
        assert colour in [pixel for _, pixel in key.getcolors(1000) or []], label


def test_the_start_page_of_a_site_is_printed_with_every_entry_of_its_list(
    open_page: OpenPage, site: ServedStory
) -> None:
    page = open_map(open_page, site.address)
    expect(page.locator(".event")).to_have_count(len(site.events))
    paper, words = print_page(page)
    # Once in the list beside the map, and once among the latest; an Arabic word is printed from
    # its end.
    titles = [max(re.findall("[ -~]+", title), key=len) for title in site.events["title"]]
    assert [words.count(squeeze(title)) for title in titles] == [2, 2, 2, 2]
    assert len(paper) <= 3


def test_the_page_of_an_event_on_a_site_is_printed_completely(
    open_page: OpenPage, site: ServedStory
) -> None:
    page = open_page(f"{site.address}/events/{site.fullest_event}/")
    headings = page.locator("h1:visible, h2:visible, th:visible").all_inner_texts()
    statements = [one.summary for one in site.events["claims"].loc[site.fullest_event]]
    paper, words = print_page(page)
    words = words.casefold()
    wanted = ("Nearest point", "Corrections and changes", "Not a census", *headings, *statements)
    assert [text for text in wanted if squeeze(text).casefold() not in words] == []
    assert len(paper) <= 3
