"""Words of the shipped record are found, however a reader spells them."""

import random

import numpy as np
import pandas as pd
import pytest

from geo.link.search.text_search import find_text, fold
from tests.shipped_record import open_shipped


@pytest.fixture(scope="module")
def texts() -> pd.Series:
    """What is searched of each event of the shipped record."""
    searched: pd.Series = open_shipped().record.searched["search_text"]
    return searched


@pytest.fixture(scope="module")
def words(texts: pd.Series) -> list[str]:
    return sorted({word for text in texts for word in text.split() if word.isalpha()})


def slip(word: str, chance: random.Random) -> str:
    """Return a word with one letter changed, dropped or swapped with the next."""
    at = chance.randrange(len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz" if word.isascii() else "абвгдежзиклмн")
    return chance.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("кремлин", "Kremlin"),
        ("Kremiln", "Kremlin"),
        ("sevastopl", "Sevastopol"),
        ("Севастополем", "Sevastopol"),
        ("Бєлгород", "Belgorod"),
        ("Zelenskiy", "Zelensky"),
        ("Зеленский", "Zelensky"),
        ("explosoin", "explosion"),
    ],
)
def test_a_misspelled_or_inflected_name_finds_the_events_of_the_name(
    texts: pd.Series, typed: str, meant: str
) -> None:
    named = texts.str.contains(meant.lower(), regex=False).to_numpy(bool)
    assert named.any()
    assert not texts.str.contains(fold(typed), regex=False).any()
    assert find_text(texts, typed).mask[named].all()
    note = open_shipped(f"?q={typed}").search_note
    assert note.words.startswith(f"No event has “{typed}”; showing “")
    assert f"“{meant}”" in note.words


def test_a_word_with_one_slip_finds_its_events_unless_it_is_another_word(
    texts: pd.Series, words: list[str]
) -> None:
    chance = random.Random(20230503)
    respelled = 0
    for word in chance.sample([word for word in words if len(word) >= 4], 500):
        typed = slip(word, chance)
        found = find_text(texts, typed)
        exact = np.array([typed in text for text in texts])
        if exact.any():
            assert (found.mask == exact).all(), typed
            continue
        respelled += 1
        assert found.mask[[word in text.split() for text in texts]].all(), (word, typed)
        assert [one.typed for one in found.read_as] == [typed]
    assert respelled > 250


def test_a_word_as_it_is_written_finds_the_events_that_have_it_and_no_others(
    texts: pd.Series, words: list[str]
) -> None:
    for word in random.Random(7).sample(words, 300):
        found = find_text(texts, word)
        assert found.mask.tolist() == [word in text for text in texts]
        assert (found.read_as, found.missing) == ((), ())


def test_the_filters_in_words_say_how_a_word_was_read() -> None:
    view = open_shipped("?q=sevastopl")
    assert "containing 'sevastopl' (“sevastopl” read as “Sevastopol”" in view.filter_words
    assert view.link.filters.text == "sevastopl"
    assert open_shipped("?q=Sevastopol").filter_words == "containing 'Sevastopol'"
