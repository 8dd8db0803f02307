"""Whoever has set a larger type in the browser reads a larger type on the page."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import start_chromium
from tests.browser.opening import OpenPage, new_context

pytestmark = pytest.mark.browser

TYPE = "() => parseFloat(getComputedStyle(document.querySelector('.foot').parentElement).fontSize)"
IS_WIDER = "document.documentElement.scrollWidth > innerWidth + 1"


def test_type_grows_with_the_font_size_of_the_browser(
    browser: Browser, open_page: OpenPage, address: str
) -> None:
    large = start_chromium(browser.browser_type, "--blink-settings=defaultFontSize=28")
    usual = open_page(f"{address}/method")
    page = new_context(large, 1440, 900).new_page()
    page.goto(f"{address}/method")
    for each in (usual, page):
        expect(each.locator(".foot")).to_be_visible()
    assert usual.evaluate(TYPE) == pytest.approx(15)
    assert page.evaluate(TYPE) == pytest.approx(15 * 28 / 16)
    assert not page.evaluate(IS_WIDER)
    large.close()
