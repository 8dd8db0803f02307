"""Words exist for all that sentences need."""

from geo.claims.sentences.sentence_words import load_sentence_words
from geo.events.vocabulary import VOCABULARY


def test_words_exist_for_every_stance_and_topic() -> None:
    words = load_sentence_words()
    assert set(words.stances) == set(VOCABULARY["stance"])
    assert set(words.topics) == set(VOCABULARY["about"])
    assert len({stance.symbol for stance in words.stances.values()}) == len(words.stances)
