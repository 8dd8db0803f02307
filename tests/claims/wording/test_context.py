"""Words around a loaded word that attribute, hedge or negate it."""

import re

import pytest

from geo.claims.wording.context import is_attributed, is_negated, split_segments
from geo.claims.wording.word_lists import load_word_lists

ENGLISH = load_word_lists()["en"]


def find(sentence: str, word: str) -> re.Match[str]:
    match = re.search(word, sentence)
    assert match is not None
    return match


@pytest.mark.parametrize(
    ("sentence", "word", "attributed"),
    [
        ("The army attacked the port.", "attacked", False),
        ("The mayor said that the army attacked the port.", "attacked", True),
        ("The army attacked the port, the mayor said.", "attacked", True),
        ("The army attacked the port, per the mayor.", "attacked", True),
        ("The army attacked the port (per the mayor).", "attacked", True),
        ("Per the mayor, the army attacked the port.", "attacked", True),
        ("The army attacked the port, 40 per cent of it at night.", "attacked", False),
        ("On 40 per cent of all days the army attacked the port.", "attacked", False),
        ("The army made three attacks per night.", "attacks", False),
        ("The army attacked per month two ports.", "attacked", False),
        ("In May, per day, the army attacked two ports.", "attacked", False),
        ("The army attacked the port (two drones, per person).", "attacked", False),
        ("The army allegedly attacked the port.", "attacked", True),
        # What is presupposed is stated, whoever said something before it.
        ("The mayor left despite the attack.", "attack", False),
        ("The mayor left despite the alleged attack.", "attack", True),
    ],
)
def test_a_word_is_attributed_where_a_speaker_or_a_hedge_holds_it(
    sentence: str, word: str, attributed: bool
) -> None:
    assert is_attributed(sentence, find(sentence, word), ENGLISH) is attributed


def test_an_attribution_holds_no_further_than_a_semicolon() -> None:
    sentence = "The mayor said so; the army attacked."
    segments = split_segments(sentence, ENGLISH)
    assert [text.strip() for _, text in segments] == ["The mayor said so;", "the army attacked."]
    assert all(sentence[start:].startswith(text) for start, text in segments)
    last = segments[-1][1]
    assert not is_attributed(last, find(last, "attacked"), ENGLISH)


def test_a_sentence_of_blanks_has_no_part() -> None:
    assert split_segments("  ", ENGLISH) == []


def test_a_negation_counts_directly_before_a_word_or_one_word_earlier() -> None:
    for sentence in ("It was not attacked.", "Nobody says it: not deliberately attacked."):
        assert is_negated(sentence, find(sentence, "attacked"), ENGLISH)
    far = "It was not so, and later the army attacked."
    assert not is_negated(far, find(far, "attacked"), ENGLISH)
