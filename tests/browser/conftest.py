"""Running apps and a real browser; every page a test opens must stay at home and keep quiet."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Unpack

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import PATIENCE_MS, start_chromium
from tests.browser.map_page import Visit, follow_link, open_map, wait_for_run
from tests.browser.opening import OpenPage, Reader, opening
from tests.browser.panel_page import open_filters
from tests.browser.running_app import running
from tests.browser.stories import FOLDERS, ServedStory

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = start_chromium(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[str], str]]:
    """Give the address of the app with one of the stories; each is started once, when asked for."""
    with ExitStack() as apps:

        @cache
        def start(name: str) -> str:
            return apps.enter_context(running(STORY=str(FOLDERS[name])))

        yield start


@pytest.fixture(scope="session")
def address(serve: Callable[[str], str]) -> str:
    """The app with its own story."""
    return serve("shipped")


@pytest.fixture(scope="module", params=list(FOLDERS))
def story(request: pytest.FixtureRequest, serve: Callable[[str], str]) -> ServedStory:
    """Each of the stories, served by an app."""
    return ServedStory(request.param, serve(request.param))


@pytest.fixture(scope="session")
def harness() -> Iterator[str]:
    """A small app around the map and the list alone."""
    with running(Path(__file__).parent / "harness" / "app.py") as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages in fresh contexts; an error they log or a host they ask fails the test."""
    with opening(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[OpenPage]:
    """Open each page once for all tests of a module; for tests that look at it and change nothing.

    To open a page with its map takes six seconds of a processor, to look at it next to none.
    """
    with opening(browser) as open_page:
        open_once = cache(open_page)

        def open_shared(
            address: str, width: int = 1440, height: int = 900, **reader: Unpack[Reader]
        ) -> Page:
            if reader.get("color_scheme") == "light":
                del reader["color_scheme"]  # As in a page for which nobody asked for a scheme.
            return open_once(address, width, height, **reader)

        yield open_shared


@pytest.fixture(scope="module")
def visit(browser: Browser, story: ServedStory) -> Iterator[Visit]:
    """Bring one map page of a story to a link; it is loaded once for all tests of a module.

    It goes there as a step through the browser's history does. The link is the only state, but a
    map without a view in its link stays where it is, and a field of the panel open or shut. Its
    reader prefers no motion: each flight to what a filter finds would paint the map 60 times.
    """
    pages: list[Page] = []
    with opening(browser) as open_page:

        def visit(link: str = "/") -> Page:
            if pages:
                wait_for_run(pages[0])
                follow_link(pages[0], link)
            else:
                pages.append(open_map(open_page, story.address + link, reduced_motion="reduce"))
            open_filters(pages[0])
            wait_for_run(pages[0])
            return pages[0]

        yield visit
