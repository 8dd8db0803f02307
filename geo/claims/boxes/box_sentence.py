"""One sentence of the four boxes, and what all boxes share."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.claims.ledger.entry import Entry
from geo.claims.sentences.sentence_words import SentenceWords
from geo.claims.sentences.texts import join_list
from geo.claims.stances.stance_classes import TOPICS

# If nobody spoke about one of these, that is worth a line; a missing reaction is not.
EXPECTED_TOPICS = tuple(topic for topic in TOPICS if topic != "response")


@dataclass(frozen=True)
class BoxSentence:
    """One attributed sentence, the topics it is about and the claims it rests on.

    `claims` holds entry keys (event#claim); it is empty only where the sentence says that
    nobody is on record.
    """

    text: str
    topics: tuple[str, ...]
    claims: tuple[str, ...]


def collect_keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the keys of some entries, each once and in order."""
    return tuple(dict.fromkeys(entry.key for entry in entries))


def format_topics(topics: Iterable[str], words: SentenceWords, conjunction: str) -> str:
    """Return topics as a list in a sentence."""
    return join_list([words.topics[topic].phrase for topic in topics], conjunction)
