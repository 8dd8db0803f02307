"""Words of the shipped record are found, however a reader spells them."""

import random

import numpy as np
import pytest

from geo.link.text_search import find_text, fold
from geo.story.view import View
from tests.shipped_record import open_shipped

VIEW: View = open_shipped()
TEXTS = VIEW.record.searched["search_text"]
WORDS = sorted({word for text in TEXTS for word in text.split() if word.isalpha()})
LONG = [word for word in WORDS if len(word) >= 4]


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
    typed: str, meant: str
) -> None:
    named = TEXTS.str.contains(meant.lower(), regex=False).to_numpy(bool)
    assert named.any()
    assert not TEXTS.str.contains(fold(typed), regex=False).any()
    assert find_text(TEXTS, typed).mask[named].all()
    note = open_shipped(f"?q={typed}").search_note
    assert note.words.startswith(f"No event has “{typed}”; showing “")
    assert f"“{meant}”" in note.words


def test_a_word_with_one_slip_finds_its_events_unless_it_is_another_word() -> None:
    chance = random.Random(20230503)
    respelled = 0
    for word in chance.sample(LONG, 500):
        typed = slip(word, chance)
        found = find_text(TEXTS, typed)
        exact = np.array([typed in text for text in TEXTS])
        if exact.any():
            assert (found.mask == exact).all(), typed
            continue
        respelled += 1
        assert found.mask[[word in text.split() for text in TEXTS]].all(), (word, typed)
        assert [one.typed for one in found.read_as] == [typed]
    assert respelled > 250


def test_a_word_as_it_is_written_finds_the_events_that_have_it_and_no_others() -> None:
    for word in random.Random(7).sample(WORDS, 300):
        found = find_text(TEXTS, word)
        assert found.mask.tolist() == [word in text for text in TEXTS]
        assert (found.read_as, found.missing) == ((), ())


def test_the_filters_in_words_say_how_a_word_was_read() -> None:
    view = open_shipped("?q=sevastopl")
    assert "containing 'sevastopl' (“sevastopl” read as “Sevastopol”" in view.filter_words
    assert view.link.filters.text == "sevastopl"
    assert open_shipped("?q=Sevastopol").filter_words == "containing 'Sevastopol'"
