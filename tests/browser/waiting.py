"""Waiting for a condition: patiently, and never for a time."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from playwright.sync_api import Page

from tests.browser.chromium import PATIENCE_S

T = TypeVar("T")


def wait_until(page: Page, holds: Callable[[], object], what: str) -> None:
    """Wait until something holds.

    Playwright's own way to wait for an expression of the page needs eval, which the content
    policy of the app forbids.
    """
    latest, pause_ms = monotonic() + PATIENCE_S, 25.0
    while not holds():
        assert monotonic() < latest, f"not within {PATIENCE_S} s: {what}"
        page.wait_for_timeout(pause_ms)
        # To look may take a picture of the page, and the page itself needs the processor.
        pause_ms = min(1.5 * pause_ms, 200)


def wait_until_same(page: Page, look: Callable[[], object], wanted: object) -> None:
    """Wait until what is looked at is as wanted; on failure say what it was."""
    seen: list[object] = []

    def is_same() -> bool:
        seen[:] = [look()]
        return seen[0] == wanted

    try:
        wait_until(page, is_same, f"{wanted}")
    except AssertionError:
        assert seen[0] == wanted
        raise


def wait_until_still(page: Page, look: Callable[[], T]) -> T:
    """Wait until what is looked at is the same twice, half a second apart; return it."""
    seen: list[T] = [look()]

    def is_still() -> bool:
        page.wait_for_timeout(500)
        seen.append(look())
        return seen[-2] == seen[-1]

    wait_until(page, is_still, "it stays as it is")
    return seen[-1]
