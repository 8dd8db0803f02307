"""The briefing of the shipped story: opened at a step, and which step it shows."""

from typing import Unpack

from playwright.sync_api import Page, expect

from geo.story.briefings.briefing import read_briefing
from tests.browser.map_page import open_map
from tests.browser.opening import OpenPage, Reader
from tests.browser.running_app import ROOT

STEPS = read_briefing(ROOT / "data", "kremlin").steps
LAST = len(STEPS)


def step_link(number: int) -> str:
    """Return the link of a step."""
    return f"/briefing?briefing=kremlin&step={number}"


def open_step(
    open_page: OpenPage,
    address: str,
    number: int = 1,
    width: int = 1440,
    height: int = 900,
    **reader: Unpack[Reader],
) -> Page:
    """Open the app at a step and wait for its map."""
    page = open_map(open_page, address + step_link(number), width, height, **reader)
    expect_step(page, number)
    return page


def expect_step(page: Page, number: int) -> None:
    """Wait until a step is shown."""
    headline = STEPS[number - 1].headline
    expect(page.locator(".step:visible :is(h1, h2)").first).to_have_text(headline)
    expect(page.locator(".step-place")).to_have_text(f"{number} of {LAST}")


def read_font_px(page: Page, selector: str) -> float:
    """Return the size of the type of the first such element."""
    size = page.locator(selector).first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    return float(size)
