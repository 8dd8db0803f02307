"""What a reader shares and exports of the map, in a browser: pictures, a link, an embed."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.browser.map_page import open_map
from tests.browser.opening import OpenPage
from tests.browser.stories import ServedStory, only_shipped

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shared(shared_page: OpenPage, story: ServedStory) -> Page:
    """The map page whose link was copied; in the app with the panel of all else that it shares."""
    page = open_map(shared_page, f"{story.address}/?event={story.fullest_event}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.locator(".share .unseen")).to_have_text("Link copied")
    if not story.is_site:
        page.get_by_role("dialog").wait_for()
    return page


def export(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


@only_shipped
def test_the_view_can_be_exported_as_png_and_pdf(shared: Page) -> None:
    assert Image.open(io.BytesIO(export(shared, "PNG"))).size == (1587, 1118)
    with PdfDocument(export(shared, "PDF")) as document:
        assert "451 km" in document[0].get_textpage().get_text_range()


def test_the_copied_link_opens_the_same_view_and_says_nothing_while_nothing_has_changed(
    shared: Page, open_page: OpenPage, story: ServedStory
) -> None:
    link = str(shared.evaluate("navigator.clipboard.readText()"))
    whole = rf"{re.escape(story.address)}/\?event={story.fullest_event}&data=[0-9a-f]{{12}}"
    assert re.fullmatch(whole, link), link
    again = open_map(open_page, link)
    expect(again.locator(".card h2")).to_have_text(story.events.loc[story.fullest_event].title)
    assert again.get_by_text(re.compile("This link (was made|names data)")).count() == 0


@only_shipped
def test_the_preview_shows_the_embedded_view(shared: Page) -> None:
    shared.get_by_label("Preview", exact=True).focus()
    shared.keyboard.press("Space")
    frame = shared.frame_locator('iframe[src*="embed=true"]')
    expect(frame.get_by_role("heading", name="What We Know")).to_be_visible()


@pytest.mark.parametrize("story", ["ships"], indirect=True)
def test_who_says_what_is_copied_as_text_and_as_html_with_its_sources(
    open_page: OpenPage, story: ServedStory
) -> None:
    page = open_page(f"{story.address}/claims?event={story.fullest_event}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy text with sources").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    read = """async kind => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(kind)).text();
    }"""
    text, html = (page.evaluate(read, kind) for kind in ("text/plain", "text/html"))
    event = story.events.loc[story.fullest_event]
    assert text.splitlines()[0] == event.title
    assert all(str(claim.actor) in text for claim in event.claims)
    named = {claim.source for claim in event.claims}
    addresses = [source.url for source in event.sources if source.id in named and source.url]
    assert addresses
    assert all(address in text and address in html for address in addresses)
    assert html.count("<li") >= len(event.claims)
