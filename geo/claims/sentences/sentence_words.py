"""The English words that sentences about claims are made of: data, with reasons."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from geo.events.files.strict_model import StrictModel


class StanceWords(StrictModel):
    """How a stance is drawn and put into words.

    `lead` goes before a colon (empty if the colon alone says it), `plain` needs no summary,
    `brief` fits a line without room for a summary, and `took` follows a list of speakers.
    """

    symbol: str
    lead: str
    plain: str
    brief: str
    took: str


class TopicWords(StrictModel):
    """How a topic is named, and what a denial about it denies."""

    phrase: str
    denied: str


class SentenceWords(StrictModel):
    """All words and forms of sentences.

    `denied_of_others` is the denial of a side that itself says what happened or accuses: it may be
    of their own part, or that others had one, and it does not deny what they have said.
    """

    conjunction: str
    alternative: str
    nothing: str
    only_casualties: str
    denied_of_others: str
    more: Mapping[str, str]
    spoken: str
    classes: tuple[str, ...]
    others: Mapping[str, str]
    counted: tuple[str, ...]
    boxes: Mapping[str, str]
    stances: Mapping[str, StanceWords]
    topics: Mapping[str, TopicWords]

    def count(self, number: int) -> str:
        """Return a number as sentences write it: the small ones in letters."""
        return self.counted[number] if number < len(self.counted) else str(number)

    def __hash__(self) -> int:
        # There is one object, so that what is derived from the words can be cached.
        return id(self)


@cache
def load_sentence_words() -> SentenceWords:
    """Return the words of sentences, read once.

    >>> load_sentence_words().stances["denies"].symbol
    '×'
    """
    content = Path(__file__).with_name("sentence_words.json").read_text(encoding="utf-8")
    return SentenceWords.model_validate_json(content)
