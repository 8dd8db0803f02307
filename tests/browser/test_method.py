"""The method page of the app in a browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.opening import OpenPage
from tests.browser.stories import ServedStory, only_app

# A site has the same part of the page, and a test of its own.
pytestmark = [pytest.mark.browser, only_app]


def test_no_column_of_the_methods_is_cut_off_on_a_small_laptop(
    shared_page: OpenPage, story: ServedStory
) -> None:
    page = shared_page(f"{story.address}/method#words", width=1100, height=800)
    table = page.locator(".prose .wide")
    expect(table.get_by_role("columnheader", name="Points a second")).to_be_attached()
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_to_a_section_lands_there(shared_page: OpenPage, story: ServedStory) -> None:
    page = shared_page(f"{story.address}/method#words", width=1100, height=800)
    expect(page.locator("#words")).to_be_focused()
    expect(page.locator("#words")).to_be_in_viewport()
