"""The small app of the harness: opened, and asked what Python has received."""

import json
from typing import Protocol, cast
from urllib.parse import urlencode

from playwright.sync_api import Page

from tests.browser.map_page import wait_for_answer, wait_for_map, wait_for_run, window_of
from tests.browser.opening import Motion
from tests.browser.waiting import wait_until

Report = dict[str, object]

# Reports that the previous map would still send are dropped.
_LEAVE = """address => {
  map.handlers = {};
  our.parts.clear();
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""


class StartMap(Protocol):
    """Start a map on the page of the harness, by a query, in a window of a size."""

    def __call__(
        self, width: int = 1440, height: int = 900, motion: Motion = "reduce", **query: object
    ) -> Page: ...


def link(harness: str, **query: object) -> str:
    """Return the address of the harness with a query, each value as JSON unless it is text."""
    written = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in query.items()
    }
    return f"{harness}/?{urlencode(written)}"


def restart(page: Page, address: str, start: int) -> None:
    """Bring an open page of the harness to a link, with a map that remembers nothing.

    Parameters
    ----------
    page : Page
    address : str
        Of `link`, with the start.
    start : int
        Another than any before.
    """
    wait_for_answer(page)
    page.evaluate(_LEAVE, address)
    wait_for_report(page, "start", str(start))
    wait_for_map(page)
    wait_for_run(page)


def read_report(page: Page) -> Report:
    """Return what Python received last."""
    return cast(Report, json.loads(page.get_by_test_id("stCode").inner_text()))


def wait_for_report(page: Page, name: str, value: object) -> None:
    """Wait until Python has received a value and said so."""
    wait_until(page, lambda: read_report(page)[name] == value, f"Python receives {name}: {value}")


def report_by_key(page: Page) -> None:
    """Move the time bar by a key, and wait until Python has received it.

    A key is reported a while after the last. What else was to be reported by then has been.
    """
    page.get_by_role("slider").last.press("ArrowLeft")
    wait_for_report(page, "window", window_of(page))
