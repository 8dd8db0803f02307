"""Waiting for a condition: patiently, and never for a time."""

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

from tests.browser.chromium import PATIENCE_S


def wait_until(page: Page, holds: Callable[[], object], what: str) -> None:
    """Wait until something holds.

    Playwright's own way to wait for an expression of the page needs eval, which the content
    policy of the app forbids.
    """
    latest = monotonic() + PATIENCE_S
    while not holds():
        assert monotonic() < latest, f"not within {PATIENCE_S} s: {what}"
        page.wait_for_timeout(50)
