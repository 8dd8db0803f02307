"""The search as it is typed: forgiving, plain about what it did, and sparing of messages."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from geo import open_view
from tests.browser.map_page import Visit, count_messages, sent, wait_for_run
from tests.browser.panel_page import panel_of, read_counted, read_found
from tests.browser.stories import FOLDERS, ServedStory
from tests.browser.waiting import wait_until_same

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Words:
    """What readers type to find an event of a story.

    Attributes
    ----------
    whole : str
        A word of some event.
    misspelled : str
    meant : str
        The one word that comes close to it.
    doubtful : str
        It is found within words, and may have been meant for another.
    suggested : str
        That other.
    """

    whole: str
    misspelled: str
    meant: str
    doubtful: str
    suggested: str


WORDS = {
    "shipped": Words("refinery", "sevastopl", "Sevastopol", "putn", "Putin"),
    "fiji": Words("eastern", "esstern", "eastern", "ight", "Light"),
}


@pytest.fixture
def words(story: ServedStory) -> Words:
    """What is looked for in the story."""
    return WORDS[story.name]


def find_box(page: Page) -> Locator:
    """Return the box to type in."""
    return page.get_by_role("searchbox", name="Find")


def count_kept(story: ServedStory, text: str) -> int:
    """Return how many events the library finds."""
    return len(open_view(FOLDERS[story.name], f"?q={text}").kept_events)


def test_words_are_looked_for_without_enter_and_not_at_every_key(
    visit: Visit, story: ServedStory, words: Words
) -> None:
    page = visit("/")
    count_messages(page)
    find_box(page).press_sequentially(words.whole, delay=20)
    expect(page).to_have_url(re.compile(f"q={words.whole}$"))
    wait_for_run(page)
    assert sent(page) < len(words.whole) / 2
    wait_until_same(page, lambda: read_found(page), count_kept(story, words.whole))
    wait_until_same(page, lambda: read_counted(page), count_kept(story, words.whole))
    expect(find_box(page)).to_be_focused()
    expect(find_box(page)).to_have_value(words.whole)


def test_a_search_typed_in_several_goes_is_one_step_back(
    visit: Visit, story: ServedStory, words: Words
) -> None:
    page = visit(f"/?group={story.first_group}")
    for typed, found in ((words.whole[:4], words.whole[:4]), (words.whole[4:], words.whole)):
        find_box(page).press_sequentially(typed)
        expect(page).to_have_url(re.compile(f"q={found}$"))
        wait_for_run(page)
    page.go_back()
    expect(page).to_have_url(re.compile(rf"\?group={story.first_group}$"))
    expect(find_box(page)).to_have_value("")


def test_a_misspelled_word_shows_its_events_and_says_so(
    visit: Visit, story: ServedStory, words: Words
) -> None:
    page = visit("/")
    find_box(page).fill(words.misspelled)
    note = panel_of(page).locator(".find-note")
    expect(note).to_contain_text(f"No event has “{words.misspelled}”; showing “{words.meant}”")
    expect(page).to_have_url(re.compile(f"q={words.misspelled}$"))
    expect(find_box(page)).to_have_value(words.misspelled)
    if not story.is_site:
        # Python puts all filters into words, a site shows them in its panel.
        read_as = f"“{words.misspelled}” read as “{words.meant}”"
        expect(page.locator("p.count")).to_contain_text(read_as)
    wait_until_same(page, lambda: read_found(page), count_kept(story, words.misspelled))
    find_box(page).fill(words.meant)
    expect(note).to_be_empty()


def test_a_search_that_finds_nothing_offers_to_clear_it(visit: Visit, story: ServedStory) -> None:
    page = visit(f"/?group={story.first_group}&q=qwertzuiop")
    said = "No event has “qwertzuiop” or a word like it."
    expect(panel_of(page).locator(".find-note")).to_contain_text(said)
    beside_count = page.locator(".st-key-search_note, .way-back")
    expect(beside_count.get_by_text(said)).to_be_visible()
    beside_count.get_by_role("button", name="Clear the search").click()
    expect(page).to_have_url(re.compile(rf"\?group={story.first_group}$"))
    expect(find_box(page)).to_have_value("")


def test_the_panel_clears_the_search_too_and_keeps_the_cursor_there(visit: Visit) -> None:
    page = visit("/?q=qwertzuiop")
    panel_of(page).get_by_role("button", name="Clear the search").click()
    expect(page).not_to_have_url(re.compile("q="))
    expect(find_box(page)).to_be_focused()


def test_what_may_have_been_meant_is_one_click_away(
    visit: Visit, story: ServedStory, words: Words
) -> None:
    page, meant = visit("/"), words.suggested
    find_box(page).fill(words.doubtful)
    panel_of(page).get_by_role("button", name=f"Did you mean “{meant}”?").click()
    expect(page).to_have_url(re.compile(f"q={meant}$"))
    wait_until_same(page, lambda: read_found(page), count_kept(story, meant))
