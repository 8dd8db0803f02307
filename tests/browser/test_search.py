"""The search as it is typed: forgiving, plain about what it did, and sparing of messages."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.map_page import Visit, count_messages, sent, wait_for_run
from tests.browser.panel_page import panel_of, read_counted, read_found
from tests.browser.stories import only_shipped
from tests.browser.waiting import wait_until_same
from tests.shipped_record import open_shipped

# What is looked for is of the shipped story.
pytestmark = [pytest.mark.browser, only_shipped]


def find_box(page: Page) -> Locator:
    """Return the box to type in."""
    return page.get_by_role("searchbox", name="Find")


def count_kept(link: str) -> int:
    """Return how many events the library keeps."""
    return len(open_shipped(link).kept_events)


def test_words_are_looked_for_without_enter_and_not_at_every_key(visit: Visit) -> None:
    page = visit("/")
    count_messages(page)
    find_box(page).press_sequentially("refinery", delay=20)
    expect(page).to_have_url(re.compile("q=refinery$"))
    wait_for_run(page)
    assert sent(page) < len("refinery") / 2
    wait_until_same(page, lambda: read_found(page), count_kept("?q=refinery"))
    wait_until_same(page, lambda: read_counted(page), count_kept("?q=refinery"))
    expect(find_box(page)).to_be_focused()
    expect(find_box(page)).to_have_value("refinery")


def test_a_search_typed_in_several_goes_is_one_step_back(visit: Visit) -> None:
    page = visit("/?group=infrastructure")
    for typed, found in (("refi", "refi"), ("nery", "refinery")):
        find_box(page).press_sequentially(typed)
        expect(page).to_have_url(re.compile(f"q={found}$"))
        wait_for_run(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?group=infrastructure$"))
    expect(find_box(page)).to_have_value("")


def test_a_misspelled_word_shows_its_events_and_says_so(visit: Visit) -> None:
    page = visit("/")
    find_box(page).fill("sevastopl")
    note = panel_of(page).locator(".find-note")
    expect(note).to_contain_text("No event has “sevastopl”; showing “Sevastopol”")
    expect(page).to_have_url(re.compile("q=sevastopl$"))
    expect(find_box(page)).to_have_value("sevastopl")
    expect(page.locator("p.count")).to_contain_text("“sevastopl” read as “Sevastopol”")
    wait_until_same(page, lambda: read_found(page), count_kept("?q=sevastopl"))
    find_box(page).fill("Sevastopol")
    expect(note).to_be_empty()


def test_a_search_that_finds_nothing_offers_to_clear_it(visit: Visit) -> None:
    page = visit("/?group=kremlin&q=qwertzuiop")
    said = "No event has “qwertzuiop” or a word like it."
    expect(panel_of(page).locator(".find-note")).to_contain_text(said)
    beside_count = page.locator(".st-key-search_note")
    expect(beside_count.get_by_text(said)).to_be_visible()
    beside_count.get_by_role("button", name="Clear the search").click()
    expect(page).to_have_url(re.compile(r"\?group=kremlin$"))
    expect(find_box(page)).to_have_value("")


def test_the_panel_clears_the_search_too_and_keeps_the_cursor_there(visit: Visit) -> None:
    page = visit("/?q=qwertzuiop")
    panel_of(page).get_by_role("button", name="Clear the search").click()
    expect(page).not_to_have_url(re.compile("q="))
    expect(find_box(page)).to_be_focused()


def test_what_may_have_been_meant_is_one_click_away(visit: Visit) -> None:
    page = visit("/")
    find_box(page).fill("putn")
    panel_of(page).get_by_role("button", name="Did you mean “Putin”?").click()
    expect(page).to_have_url(re.compile("q=Putin$"))
    wait_until_same(page, lambda: read_found(page), count_kept("?q=Putin"))
