"""The briefing in a real browser: keys, the presenter's view, links, paper, and the one file."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from geo.publishing.one_file import build_one_file
from geo.story.briefing import read_briefing
from geo.story.view import open_view
from tests.browser.conftest import ROOT, running

STEPS = read_briefing(ROOT / "data", "kremlin").steps
LAST = len(STEPS)
EVENTS = len(open_view(ROOT / "data").record.events)
Open = Callable[..., Page]

PICTURES_ARE_THERE = """() => [...document.querySelectorAll('.sheet img')]
    .every(one => one.complete && one.naturalWidth)"""

pytestmark = pytest.mark.browser


def opened(open_page: Open, address: str, step: int = 1, **options: object) -> Page:
    """Open the app at a step and wait for its map."""
    page = open_page(f"{address}/briefing?briefing=kremlin&step={step}", **options)
    expect(page.locator(".canvas.top canvas")).to_be_visible(timeout=60_000)
    expect_step(page, step)
    return page


def expect_step(page: Page, number: int) -> None:
    expect(page.locator(".step:visible :is(h1, h2)").first).to_have_text(
        STEPS[number - 1].headline, timeout=20_000
    )
    expect(page.locator(".step-place")).to_have_text(f"{number} of {LAST}")


def font_px(page: Page, selector: str) -> float:
    return page.locator(selector).first.evaluate(
        "node => parseFloat(getComputedStyle(node).fontSize)"
    )


def is_painted(page: Page) -> bool:
    """Whether the map shows more than one even colour, and marks of the Kremlin's red."""
    picture = Image.open(io.BytesIO(page.locator(".map-box").screenshot())).convert("RGB")
    colours = picture.getcolors(2**24)
    red = sum(count for count, (r, g, b) in colours if r > 150 and g < 90 and b < 90)
    return len(colours) > 50 and red > 30


def test_buttons_and_arrow_keys_turn_the_steps_and_the_address(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address, reduced_motion="reduce")
    expect(page.locator(".step-back")).to_be_disabled()
    page.locator(".step-next").click()
    expect_step(page, 2)
    page.keyboard.press("ArrowRight")
    expect_step(page, 3)
    page.keyboard.press("ArrowLeft")
    expect_step(page, 2)
    page.wait_for_url("**/briefing?briefing=kremlin&step=2")
    page.locator(".step-dot").nth(LAST - 1).click()
    expect_step(page, LAST)
    expect(page.locator(".step-next")).to_be_disabled()
    page.keyboard.press("ArrowRight")
    expect_step(page, LAST)


def test_arrow_keys_stay_with_the_time_bar_the_map_and_the_pace(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address, step=7)
    window = page.locator(".range").inner_text()
    page.locator(".time-bar .handle.to").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".range")).not_to_have_text(window)
    page.locator(".step-pace").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".canvas.top canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1500)
    expect_step(page, 7)


def test_another_step_shows_its_own_dates_whatever_was_moved_before(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address, reduced_motion="reduce")
    page.locator(".step-next").click()
    expect_step(page, 2)
    told = page.locator(".range").inner_text()
    page.locator(".step-back").click()
    expect_step(page, 1)
    page.locator(".time-bar .handle.to").focus()
    page.keyboard.press("PageDown")
    expect(page.locator(".range")).not_to_have_text(told)
    page.wait_for_timeout(1000)
    page.locator(".step-next").click()
    expect_step(page, 2)
    expect(page.locator(".range")).to_have_text(told)


def test_a_link_to_a_step_opens_it_on_a_fresh_server(open_page: Open) -> None:
    with running() as fresh:
        page = opened(open_page, fresh, step=6)
        page.wait_for_timeout(2500)
        assert is_painted(page)
        assert page.url.endswith("/briefing?briefing=kremlin&step=6")


def test_the_presenters_view_fills_the_window_in_large_type_and_escape_leaves(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address, step=2)
    small = font_px(page, ".step p:not(.eyebrow)")
    page.locator(".step-present").click()
    expect(page.locator("header").first).to_be_hidden()
    page.wait_for_timeout(800)
    box = page.locator(".st-key-briefing").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1440, "height": 900}
    assert font_px(page, ".step p:not(.eyebrow)") >= 26 > small
    assert font_px(page, ".step h1") >= 42
    page.keyboard.press("PageDown")
    expect_step(page, 3)
    page.keyboard.press("Escape")
    expect(page.locator("header").first).to_be_visible()
    # Who came in by this button is at it again.
    expect(page.locator(".step-present")).to_be_focused()
    assert font_px(page, ".step p:not(.eyebrow)") == small


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_every_step_fits_the_window_of_a_presenter(
    open_page: Open, address: str, width: int, height: int
) -> None:
    page = opened(open_page, address, width=width, height=height)
    page.locator(".step-present").click()
    for number in range(1, LAST + 1):
        expect_step(page, number)
        box = page.locator(".st-key-briefing")
        assert box.evaluate("node => node.scrollHeight") <= height, number
        assert page.locator(".step h1").bounding_box()["y"] >= 0
        # On a slide 19 cm high, type of 18 points; of 14.5 where a step has most to say.
        points = font_px(page, ".step p:not(.eyebrow)") / height * 540
        assert points >= (14.5 if STEPS[number - 1].later else 18), number
        expect(page.get_by_text("Share or export this step")).to_be_hidden()
        page.keyboard.press("ArrowRight")


def test_play_turns_the_steps_at_the_chosen_pace_and_stops_by_hand(
    open_page: Open, address: str
) -> None:
    page = opened(open_page, address)
    page.locator(".step-pace").select_option("5")
    page.locator(".step-play").click()
    expect(page.locator(".step-place")).to_have_text(f"2 of {LAST}", timeout=9_000)
    page.locator(".step-play").click()
    page.wait_for_timeout(6_000)
    expect_step(page, 2)


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_window(open_page: Open, address: str, width: int) -> None:
    page = opened(open_page, address, width=width, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 390:
        text = page.locator(".st-key-briefing_text").bounding_box()
        picture = page.locator(".map-box").bounding_box()
        assert text is not None
        assert picture is not None
        assert picture["y"] < text["y"] < picture["y"] + picture["height"]


def test_paper_holds_all_steps_and_sources_and_nothing_else(open_page: Open, address: str) -> None:
    page = opened(open_page, address, step=4)
    page.wait_for_function(PICTURES_ARE_THERE, timeout=60_000)
    paper = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in paper]
    words = " ".join(sheets)
    assert all(step.headline in words for step in STEPS)
    assert "pravda.com.ua" in words
    assert "What this rests on" not in words
    assert 2 <= len(paper) <= 8
    assert [round(side) for side in paper.get_page_size(0)] == [595, 842]
    pictures = [
        item for sheet in paper for item in sheet.get_objects() if item.type == FPDF_PAGEOBJ_IMAGE
    ]
    assert len(pictures) == LAST
    for number, (sheet, told) in enumerate(zip(paper, sheets, strict=True), start=1):
        assert f"{number} / {len(paper)}" in told
        assert len(told) > 400, "a sheet with next to nothing on it"
        edge = sheet.render(scale=1).to_pil().convert("L").crop((0, 0, 30, 842))
        assert edge.getextrema() == (255, 255), "the paper is white to its edge"


@pytest.fixture(scope="module")
def one_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("one") / "briefing.html"
    data = ROOT / "data"
    path.write_bytes(build_one_file(read_briefing(data, "kremlin"), open_view(data)))
    return path.as_uri()


@pytest.fixture
def open_file(browser: Browser, one_page: str) -> Iterator[Open]:
    """Open the file with the network off; a request, an error or a breach of policy fails."""
    faults: list[str] = []

    def open_it(fragment: str = "", **options: object) -> Page:
        context = browser.new_context(offline=True, **options)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and faults.append(said.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: faults.append(asked.url[:200]))
        page.goto(one_page + fragment)
        expect(page.locator(".canvas.top canvas")).to_be_visible(timeout=30_000)
        page.wait_for_timeout(1500)
        return page

    yield open_it
    for context in browser.contexts:
        context.close()
    asked = [fault for fault in faults if not fault.startswith(("data:", "blob:"))]
    assert set(asked) == {one_page}, asked


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1024, 768), (1440, 900)])
def test_the_file_paints_its_map_without_a_request(
    open_file: Open, size: tuple[int, int], scheme: str
) -> None:
    page = open_file(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    assert is_painted(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    assert dark == (scheme == "dark")


def test_every_step_of_the_file_is_reached_by_the_keyboard_alone(open_file: Open) -> None:
    page = open_file(reduced_motion="reduce")
    for number in range(1, LAST + 1):
        expect_step(page, number)
        page.keyboard.press("ArrowRight")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.step-back')"):
            break
    page.keyboard.press("Enter")
    expect_step(page, LAST - 1)
    assert page.url.endswith(f"#step-{LAST - 1}")


def test_the_file_opens_at_a_step_and_its_time_bar_filters(open_file: Open) -> None:
    page = open_file("#step-8")
    expect_step(page, 8)
    before = page.locator(".time-bar .count").inner_text()
    page.locator(".time-bar .handle.to").focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    expect(page.locator(".time-bar .count")).not_to_have_text(before)


def test_a_step_of_the_file_takes_the_place_of_what_the_reader_chose(open_file: Open) -> None:
    page = open_file()
    count = page.locator(".time-bar .count")
    said = [count.inner_text()]
    for number in (2, 1):
        page.keyboard.press("ArrowRight" if number == 2 else "ArrowLeft")
        expect_step(page, number)
        page.wait_for_timeout(500)
        said.append(count.inner_text())
    page.get_by_text("Filter the events").click()
    page.get_by_role("button", name="Show all events").click()
    expect(count).to_have_text(f"{EVENTS} of {EVENTS}")
    expect(page.locator(".filter-panel .found")).to_have_text(f"{EVENTS} events shown")
    for number, words in ((2, said[1]), (1, said[0])):
        page.get_by_role("button", name="Next" if number == 2 else "Back", exact=True).click()
        expect_step(page, number)
        expect(count).to_have_text(words)


def test_the_file_without_scripts_still_tells_everything(browser: Browser, one_page: str) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(one_page)
    for step in STEPS:
        expect(page.get_by_role("heading", name=step.headline)).to_be_visible()
    expect(page.locator("#events tbody tr").first).to_be_visible()
    context.close()


def test_the_file_that_is_downloaded_opens(open_page: Open, address: str, tmp_path: Path) -> None:
    page = opened(open_page, address)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download briefing").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "kremlin.html"
    assert path.read_bytes().lstrip().startswith(b"<!doctype html>")
