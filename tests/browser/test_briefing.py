"""The briefing in a real browser: keys, the presenter's view, links and paper."""

from collections.abc import Iterator
from pathlib import Path
from time import time
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.browser.briefing_page import LAST, STEPS, expect_step, open_step, read_font_px, step_link
from tests.browser.map_page import count_messages, follow_link, sent, wait_for_run
from tests.browser.opening import OpenPage, Reader, opening
from tests.browser.waiting import wait_until, wait_until_same

PICTURES_ARE_THERE = """() => [...document.querySelectorAll('.sheet img')]
    .every(one => one.complete && one.naturalWidth)"""
BODY = ".step p:not(.eyebrow)"

pytestmark = pytest.mark.browser


class AtStep(Protocol):
    """Show a step in a window of a size."""

    def __call__(self, number: int, width: int = 1440, height: int = 900) -> Page: ...


@pytest.fixture(scope="module")
def at_step(browser: Browser, address: str) -> Iterator[AtStep]:
    """Bring one page, kept for the module, to a step."""
    pages: list[Page] = []
    with opening(browser) as open_page:

        def at_step(number: int, width: int = 1440, height: int = 900) -> Page:
            if pages:
                wait_for_run(pages[0])
                pages[0].set_viewport_size({"width": width, "height": height})
                follow_link(pages[0], step_link(number))
            else:
                pages.append(open_step(open_page, address, number, width, height))
            expect_step(pages[0], number)
            wait_for_run(pages[0])
            return pages[0]

        yield at_step


def test_buttons_and_arrow_keys_turn_the_steps_and_the_address(
    at_step: AtStep,
) -> None:
    page = at_step(1)
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
    at_step: AtStep,
) -> None:
    page = at_step(7)
    window = page.locator(".range").inner_text()
    page.locator(".time-bar .handle.to").press("ArrowLeft")
    expect(page.locator(".range")).not_to_have_text(window)
    page.locator(".step-pace").press("ArrowRight")
    page.locator(".canvas.top canvas").press("ArrowRight")
    wait_for_run(page)
    # Had one of them turned a step, this would be another.
    page.locator(".step-next").click()
    expect_step(page, 8)


def test_another_step_shows_its_own_dates_whatever_was_moved_before(
    at_step: AtStep,
) -> None:
    page = at_step(1)
    page.locator(".step-next").click()
    expect_step(page, 2)
    wait_for_run(page)
    dates = page.locator(".range").inner_text()
    page.locator(".step-back").click()
    expect_step(page, 1)
    wait_for_run(page)
    count_messages(page)
    page.locator(".time-bar .handle.to").press("PageDown")
    expect(page.locator(".range")).not_to_have_text(dates)
    page.locator(".step-next").click()
    expect_step(page, 2)
    expect(page.locator(".range")).to_have_text(dates)
    # The step alone was reported: what is moved within one is the reader's own.
    assert sent(page) == 1


def test_the_presenters_view_fills_the_window_in_large_type_and_escape_leaves(
    at_step: AtStep,
) -> None:
    page = at_step(2)
    small = read_font_px(page, BODY)
    page.locator(".step-present").click()
    expect(page.locator("header").first).to_be_hidden()
    whole = {"x": 0, "y": 0, "width": 1440, "height": 900}
    wait_until_same(page, lambda: page.locator(".st-key-briefing").bounding_box(), whole)
    assert read_font_px(page, BODY) >= 26 > small
    assert read_font_px(page, ".step h1") >= 42
    page.keyboard.press("PageDown")
    expect_step(page, 3)
    # The space bar means the next step too, though the button that leaves has the focus.
    page.keyboard.press("Space")
    expect_step(page, 4)
    expect(page.locator("header").first).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("header").first).to_be_visible()
    # Who came in by this button is at it again.
    expect(page.locator(".step-present")).to_be_focused()
    assert read_font_px(page, BODY) == small


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_every_step_fits_the_window_of_a_presenter(
    at_step: AtStep, width: int, height: int
) -> None:
    page = at_step(1, width, height)
    page.locator(".step-present").click()
    expect(page.locator("header").first).to_be_hidden()
    for number in range(1, LAST + 1):
        expect_step(page, number)
        whole = page.locator(".st-key-briefing")
        wait_until(
            page,
            lambda whole=whole: whole.evaluate("node => node.scrollHeight") <= height,  # type: ignore[misc]
            f"step {number} fits",
        )
        heading = page.locator(".step h1").bounding_box()
        assert heading is not None
        assert heading["y"] >= 0
        # On a slide 19 cm high, type of 18 points; of 14.5 where a step has most to say.
        points = read_font_px(page, BODY) / height * 540
        assert points >= (14.5 if STEPS[number - 1].later else 18), number
        expect(page.get_by_role("button", name="Share", exact=True)).to_be_hidden()
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("header").first).to_be_visible()


def test_play_turns_the_steps_at_the_chosen_pace_and_stops_by_hand(
    at_step: AtStep,
) -> None:
    page = at_step(1)
    page.clock.install()
    page.locator(".step-pace").select_option("5")
    page.locator(".step-play").click()
    page.clock.fast_forward(5_100)
    expect(page.locator(".step-place")).to_have_text(f"2 of {LAST}")
    page.locator(".step-play").click()
    page.clock.fast_forward(60_000)
    expect_step(page, 2)


def test_a_finger_drawn_sideways_turns_a_step_on_a_phone(open_page: OpenPage, address: str) -> None:
    phone = Reader(has_touch=True, is_mobile=True, reduced_motion="no-preference")
    page = open_step(open_page, address, 2, 390, 844, **phone)
    wait_for_run(page)
    touch = page.context.new_cdp_session(page)

    def swipe(start: int, end: int) -> None:
        # A swipe is quick, however long a busy machine takes to pass it on.
        moves = [("touchStart", start), ("touchMove", end), ("touchEnd", None)]
        for moment, (kind, x) in enumerate(moves, start=round(1000 * time())):
            points = [] if x is None else [{"x": x, "y": 600}]
            event = {"type": kind, "touchPoints": points, "timestamp": moment / 1000}
            touch.send("Input.dispatchTouchEvent", event)

    swipe(300, 100)
    expect_step(page, 3)
    wait_for_run(page)
    swipe(100, 300)
    expect_step(page, 2)


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_window(at_step: AtStep, width: int) -> None:
    page = at_step(1, width, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 390:
        text = page.locator(".st-key-briefing_text").bounding_box()
        picture = page.locator(".map-box").bounding_box()
        assert text is not None
        assert picture is not None
        assert picture["y"] < text["y"] < picture["y"] + picture["height"]


def test_paper_holds_all_steps_and_sources_and_nothing_else(at_step: AtStep) -> None:
    page = at_step(4)
    wait_until(page, lambda: page.evaluate(PICTURES_ARE_THERE), "the pictures are there")
    paper = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in paper]
    words = " ".join(sheets)
    assert all(step.headline in words for step in STEPS)
    assert "pravda.com.ua" in words
    assert "Sources (" not in words
    assert 2 <= len(paper) <= 8
    assert [round(side) for side in paper.get_page_size(0)] == [595, 842]
    pictures = [
        item for sheet in paper for item in sheet.get_objects() if item.type == FPDF_PAGEOBJ_IMAGE
    ]
    assert len(pictures) == LAST
    for number, (sheet, text) in enumerate(zip(paper, sheets, strict=True), start=1):
        assert f"{number} / {len(paper)}" in text
        assert len(text) > 400, "a sheet with next to nothing on it"
        edge = sheet.render(scale=1).to_pil().convert("L").crop((0, 0, 30, 842))
        assert edge.getextrema() == (255, 255), "the paper is white to its edge"


def test_the_file_that_is_downloaded_opens(at_step: AtStep, tmp_path: Path) -> None:
    page = at_step(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download briefing").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "kremlin.html"
    assert path.read_bytes().lstrip().startswith(b"<!doctype html>")
