"""Running apps and a real browser; every page a test opens must stay at home and keep quiet."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import count
from pathlib import Path
from typing import Unpack

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import PATIENCE_MS, start_chromium
from tests.browser.harness_page import StartMap, link, restart
from tests.browser.map_page import (
    Visit,
    follow_link,
    open_map,
    show_scheme,
    wait_for_frames,
    wait_for_run,
)
from tests.browser.opening import Motion, OpenPage, Reader, opening, take_problems
from tests.browser.panel_page import open_filters
from tests.browser.running_app import running
from tests.browser.site_server import publish_once, serving
from tests.browser.stories import FOLDERS, SITE, SURFACES, ServedStory

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = start_chromium(playwright.chromium)
        yield browser
        browser.close()


def find_shared_folder(folders: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all processes of the tests share."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Give the address of an app or a site of a story; each is started once, when asked for."""
    with ExitStack() as servers:

        @cache
        def start(name: str) -> str:
            folder = FOLDERS[name.removeprefix(SITE)]
            if name.startswith(SITE):
                site = find_shared_folder(tmp_path_factory) / name
                publish_once(folder, site)
                served = serving(site, tmp_path_factory.mktemp("server"))
                return servers.enter_context(served)[0].removesuffix("/")
            return servers.enter_context(running(STORY=str(folder)))

        yield start


@pytest.fixture(scope="session")
def address(serve: Callable[[str], str]) -> str:
    """The app with its own story."""
    return serve("shipped")


@pytest.fixture(scope="module", params=SURFACES)
def story(request: pytest.FixtureRequest, serve: Callable[[str], str]) -> ServedStory:
    """A story in the app, and another on its site."""
    name: str = request.param
    return ServedStory(name.removeprefix(SITE), serve(name), name.startswith(SITE))


@pytest.fixture(scope="session")
def harness() -> Iterator[str]:
    """A small app around the map and the list alone."""
    with running(Path(__file__).parent / "harness" / "app.py") as address:
        yield address


@pytest.fixture(scope="session")
def start_map(browser: Browser, harness: str) -> Iterator[StartMap]:
    """Start a map on the page of the harness, which is loaded once for all tests."""
    pages: list[Page] = []
    starts = count()
    with opening(browser) as open_page:

        def start_map(
            width: int = 1440, height: int = 900, motion: Motion = "reduce", **query: object
        ) -> Page:
            start = next(starts)
            address = link(harness, **query, start=start)
            if not pages:
                pages.append(open_map(open_page, address, width, height, reduced_motion=motion))
            else:
                pages[0].set_viewport_size({"width": width, "height": height})
                pages[0].emulate_media(reduced_motion=motion, color_scheme="light")
                pages[0].mouse.move(0, 0)
                restart(pages[0], address, start)
            return pages[0]

        yield start_map


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages in fresh contexts; an error they log or a host they ask fails the test."""
    with opening(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[OpenPage]:
    """Open each page once for all tests of a module; for tests that look at it and change nothing.

    To open a page takes some three seconds of a processor, to look at it next to none. A page that
    is open takes the size and the colours that a test asks for.
    """
    with opening(browser) as open_page:
        open_first = cache(open_page)

        def open_shared(
            address: str, width: int = 1440, height: int = 900, **reader: Unpack[Reader]
        ) -> Page:
            scheme = reader.pop("color_scheme", "light")
            page = open_first(address, **reader)
            page.set_viewport_size({"width": width, "height": height})
            show_scheme(page, scheme)
            wait_for_frames(page)
            return page

        yield open_shared


@pytest.fixture(autouse=True)
def _pages_are_quiet() -> Iterator[None]:
    """Fail the test in which a page that stays open logs an error or asks another host."""
    yield
    problems = take_problems()
    assert problems == [], "\n".join(problems)


@pytest.fixture(scope="session")
def open_once(browser: Browser, serve: Callable[[str], str]) -> Iterator[Callable[[str], Page]]:
    """Open the map page of an app or a site, named as for `serve`, once for all tests."""
    with opening(browser) as open_page:

        @cache
        def open_once(name: str) -> Page:
            return open_map(open_page, f"{serve(name)}/")

        yield open_once


@pytest.fixture(scope="module")
def visit(open_once: Callable[[str], Page], story: ServedStory) -> Visit:
    """Bring the map page of a story to a link; it is loaded once for all tests.

    It goes there as a step through the browser's history does. The link is the only state, but a
    map without a view in its link stays where it is, and a field of the panel open or shut.
    """

    def visit(link: str = "/") -> Page:
        page = open_once(story.served_as)
        wait_for_run(page)
        # Over the map it would show a tooltip.
        page.mouse.move(0, 0)
        follow_link(page, story.address + link)
        open_filters(page)
        wait_for_run(page)
        return page

    return visit
