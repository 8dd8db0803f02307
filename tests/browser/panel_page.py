"""The filter panel of a page, and what it and the head of the page count."""

from playwright.sync_api import Locator, Page

from tests.browser.waiting import wait_until


def open_filters(page: Page) -> None:
    """Open the filters of a map page, where they are folded away."""
    panel, folded = (
        page.locator(".filter-panel"),
        page.locator(
            ".toggle-filters:is([aria-expanded=false], [aria-pressed=false]):visible,"
            "#filter-side:not([open]) > summary"
        ),
    )

    def are_open() -> bool:
        if folded.count():
            folded.click()
        return panel.is_visible()

    wait_until(page, are_open, "the filters are open")


def panel_of(page: Page) -> Locator:
    """Return the filter panel, open."""
    open_filters(page)
    return page.locator(".filter-panel")


def find_field(page: Page, word: str) -> Locator:
    """Return the field of the panel that has a word."""
    return panel_of(page).locator(f".field:has(input[value='{word}'])")


def read_found(page: Page) -> int:
    """Return how many events the panel says are shown; -1 before it says so."""
    words = panel_of(page).locator(".found").inner_text().split()
    return int(words[0]) if words else -1


def read_counted(page: Page) -> int:
    """Return how many events Python counts at the head of the page."""
    words = page.locator("p.count b").inner_text()
    return 0 if words.startswith("No ") else int(words.split()[0])


def word_counts(page: Page) -> dict[str, int]:
    """Return the counts beside the words of the first field, as far as they are there."""
    rows: list[list[str]] = (
        panel_of(page)
        .locator(".field")
        .first.locator(".word")
        .evaluate_all(
            """rows => rows.map(row =>
              [row.querySelector('input').value, row.querySelector('.number').textContent])"""
        )
    )
    return {word: int(number) for word, number in rows if number}
