"""A word that no event has is read as the words closest to it, and the page says so."""

from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.link.search.close_words import CloseWords
from geo.link.search.search_note import describe_search
from geo.link.search.text_search import SearchResult, find_text, fold

ALPHABETS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгдеєжзиіклмнопрстуфхцчшщьюя"}


def search(text: str, *texts: str) -> SearchResult:
    """Return what is found in texts."""
    return find_text(pd.Series([fold(one) for one in texts], dtype=object), text)


def explain(text: str, *texts: str) -> str:
    """Return what the page says."""
    return describe_search(text, search(text, *texts), str.title).words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbuor", True),
        ("HARBOR", True),
        ("harbour", True),
        ("harbourr", True),
        ("harb0ur", False),
        ("hrabuor", False),
        ("barber", False),
    ],
)
def test_one_slip_is_forgiven_in_a_word_of_four_to_seven_letters(typed: str, found: bool) -> None:
    assert search(typed, "The harbour at Ba").mask.tolist() == [found]


def test_two_slips_are_forgiven_in_a_long_word_where_nothing_is_closer() -> None:
    assert search("lihgthuose", "A lighthouse").mask.all()
    both = search("lighthouze", "A lighthouse", "A lightshouze")
    assert both.mask.all()
    assert search("lighthuosee", "A lighthouse", "A lighthuoses").mask.tolist() == [False, True]


def test_a_word_is_found_in_another_alphabet_and_another_transliteration() -> None:
    assert search("gavan", "Гавань").mask.all()
    assert search("гавань", "Gavan bay").mask.all()
    assert search("Zelenij", "Зелений Яр").mask.all()
    assert search("athina", "Αθήνα").mask.all()
    assert search("თბილისი", "Tbilisi").mask.all()


def test_a_word_that_any_event_has_is_never_read_as_another() -> None:
    found = search("port", "a port", "a fort", "an airport")
    assert (found.mask.tolist(), found.read_as) == ([True, False, True], ())
    assert explain("port", "a port", "a fort") == ""


def test_only_the_word_that_is_missing_is_read_as_another() -> None:
    texts = ("a drone over the harbour", "a harbour", "a drone")
    found = search("drone harbuor", *texts)
    assert found.mask.tolist() == [True, False, False]
    assert explain("drone harbuor", *texts) == "No event has “harbuor”; showing “Harbour”."


def test_numbers_and_short_words_are_not_corrected() -> None:
    assert not search("2024", "In 2023").mask.any()
    assert not search("hull-17", "The hull-18").mask.any()
    assert not search("on", "an ox at it").mask.any()
    assert not search("foe", "a fox").mask.any()


def test_the_order_of_events_does_not_change_what_is_found() -> None:
    texts = ["a harbour", "the harbor", "Гавань", "lighthouse"]
    for order in permutations(texts):
        found = search("harbpur", *order)
        assert [one for one, is_found in zip(order, found.mask, strict=True) if is_found] == [
            "a harbour"
        ]
        assert found.read_as[0].found == ("harbour",)


@given(
    st.sampled_from(sorted(ALPHABETS)).flatmap(
        lambda name: st.tuples(
            st.text(ALPHABETS[name], min_size=4, max_size=14),
            st.lists(st.text(ALPHABETS[name], min_size=1, max_size=14), max_size=8),
            st.sampled_from(ALPHABETS[name]),
        )
    ),
    st.integers(0, 12),
    st.sampled_from(["change", "drop", "add", "swap"]),
)
def test_every_word_with_one_slip_is_found(
    drawn: tuple[str, list[str], str], at: int, kind: str
) -> None:
    word, others, letter = drawn
    at %= len(word) - 1
    head, tail = word[:at], word[at:]
    typed = {
        "change": head + letter + tail[1:],
        "drop": head + tail[1:],
        "add": head + letter + tail,
        "swap": head + tail[1] + tail[0] + tail[2:],
    }[kind]
    texts = (word, *others)
    exact = [fold(typed) in fold(one) for one in texts]
    found = search(typed, *texts).mask.tolist()
    assert found == exact if any(exact) else found[0]


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=4))
def test_any_text_can_be_looked_for_in_any_texts(text: str, texts: list[str]) -> None:
    found = search(text, *texts)
    assert len(found.mask) == len(texts)
    for one in found.read_as:
        assert one.found
    describe_search(text, found, str)


def test_no_word_is_close_to_nothing() -> None:
    assert CloseWords(()).find("port") == ()
    assert CloseWords(("port",)).find("—") == ()
