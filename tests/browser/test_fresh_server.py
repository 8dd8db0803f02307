"""Links that were copied from one server, opened on another that has never been asked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from geo.story.briefings.briefing import read_briefing
from tests.browser.map_page import count_colours, count_reds, open_map
from tests.browser.opening import OpenPage
from tests.browser.panel_page import open_filters
from tests.browser.running_app import ROOT, running
from tests.browser.waiting import wait_until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def fresh() -> Iterator[str]:
    """A server for this test alone."""
    with running() as address:
        yield address


def test_a_copied_link_shows_the_same(open_page: OpenPage, address: str, fresh: str) -> None:
    link = "?from=2023-05-02T21%3A00&to=2023-05-03T06%3A00&colour=type&q=kremlin"
    page = open_map(open_page, f"{address}/{link}")
    count = page.locator("p.count b").inner_text()
    copied = page.url.removeprefix(address)
    again = open_map(open_page, fresh + copied)
    expect(again.locator("p.count b")).to_have_text(count)
    assert again.url.removeprefix(fresh) == copied
    open_filters(again)
    expect(again.get_by_role("searchbox", name="Find")).to_have_value("kremlin")


def test_a_link_to_a_step_of_a_briefing_opens_it(open_page: OpenPage, fresh: str) -> None:
    step = read_briefing(ROOT / "data", "kremlin").steps[5]
    link = "/briefing?briefing=kremlin&step=6"
    page = open_map(open_page, fresh + link)
    expect(page.locator(".step:visible :is(h1, h2)").first).to_have_text(step.headline)
    wait_until(page, lambda: count_reds(page) > 30, "marks of the group are painted")
    wait_until(page, lambda: count_colours(page) > 50, "land is seen below them")
    assert page.url.endswith(link)
