"""Pages in a real browser that must stay at home and keep quiet."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Literal, Protocol, TypedDict, Unpack
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.browser.chromium import PATIENCE_MS

Motion = Literal["reduce", "no-preference"]


class Reader(TypedDict, total=False):
    """What is particular about a reader: screen, hand, taste and clock."""

    color_scheme: Literal["light", "dark"]
    reduced_motion: Motion
    has_touch: bool
    is_mobile: bool
    timezone_id: str
    java_script_enabled: bool


class OpenPage(Protocol):
    """Open a page in a window of a size."""

    def __call__(
        self, address: str, width: int = 1440, height: int = 900, **reader: Unpack[Reader]
    ) -> Page: ...


def new_context(
    browser: Browser, width: int = 1440, height: int = 900, **reader: Unpack[Reader]
) -> BrowserContext:
    """Return a context of its own, patient with a busy machine.

    Unless a test says otherwise its reader prefers no motion: each flight to what a filter finds
    would paint the map 60 times.
    """
    reader.setdefault("reduced_motion", "reduce")
    context = browser.new_context(viewport={"width": width, "height": height}, **reader)
    context.set_default_timeout(PATIENCE_MS)
    return context


_lists: list[list[str]] = []


def take_problems() -> list[str]:
    """Return the problems of all pages that are open, and forget them."""
    found = [problem for problems in _lists for problem in problems]
    for problems in _lists:
        problems.clear()
    return found


@contextmanager
def opening(browser: Browser) -> Iterator[OpenPage]:
    """Give a way to open pages in fresh contexts, and close them; they must stay at home."""
    problems: list[str] = []

    def open_page(
        address: str, width: int = 1440, height: int = 900, **reader: Unpack[Reader]
    ) -> Page:
        context = new_context(browser, width, height, **reader)
        contexts.callback(context.close)
        page = context.new_page()
        watch(page, problems)
        page.goto(address)
        return page

    _lists.append(problems)
    with ExitStack() as contexts:
        yield open_page
    # Equal lists are not one.
    _lists[:] = [each for each in _lists if each is not problems]
    assert problems == [], "\n".join(problems)


def watch(page: Page, problems: list[str], is_at_home: Callable[[str], bool] | None = None) -> None:
    """Note each error that a page logs or throws, and each address that is not its home's."""
    at_home = is_at_home or _is_local

    def note_words(said: ConsoleMessage) -> None:
        if _is_problem(said):
            problems.append(f"{said.text} {said.location['url']}")

    def note_address(address: str) -> None:
        if not at_home(address):
            problems.append(address[:200])

    page.on("console", note_words)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: note_address(request.url))


def _is_problem(said: ConsoleMessage) -> bool:
    # Streamlit looks for its server below the page first, and does not find it there.
    probe = re.search(r"/\w+/_stcore/(health|host-config)$", said.location["url"])
    return said.type == "error" and not probe


def _is_local(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("data", "blob") or parts.hostname in ("localhost", "127.0.0.1")
