"""What a page says of a search that finds little, or nothing."""

import pandas as pd

from geo.link.search.search_note import describe_search
from geo.link.search.text_search import SearchResult, find_text, fold


def search(text: str, *texts: str) -> SearchResult:
    """Return what is found in texts."""
    return find_text(pd.Series([fold(one) for one in texts], dtype=object), text)


def explain(text: str, *texts: str) -> str:
    """Return what the page says."""
    return describe_search(text, search(text, *texts), str.title).words


def test_a_word_found_only_inside_of_others_asks_what_was_meant() -> None:
    found = search("arbo", "the harbour", "an arbor")
    assert found.suggested == ()
    note = describe_search("the rbor", search("the rbor", "the harbor, an arbor"), str)
    assert note.words == ""
    assert note.suggested == ("the arbor",)


def test_a_search_that_finds_nothing_says_which_word_no_event_has() -> None:
    assert explain("qwertz", "a port") == "No event has “qwertz” or a word like it."
    assert explain("port mill", "a port", "a mill") == "No event has all these words together."
    nothing = describe_search("port", search("port"), str)
    assert nothing.is_empty
    assert nothing.words == "No event has “port” or a word like it."


def test_more_words_than_can_be_named_are_counted() -> None:
    words = explain("xort", "fort port sort tort wort")
    assert words == "No event has “xort”; showing “Fort”, “Port”, “Sort”, “Tort” or 1 more."
