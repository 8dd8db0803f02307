"""The words that sentences about claims are made of: data, one set per language."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StanceWords(_Part):
    """How a stance is drawn and said; `lead` goes before a colon, `plain` needs no summary.

    `brief` is a position in a line that has no room for a summary; `took` follows a list of
    speakers.
    """

    symbol: str
    lead: str
    plain: str
    brief: str
    took: str


class TopicWords(_Part):
    """How a topic is named, and what a denial about it denies."""

    phrase: str
    denied: str


# The reason beside a list is for whoever edits the file.
WordList = Annotated[frozenset[str], BeforeValidator(lambda listed: listed["words"])]


class Words(_Part):
    """The words of one language; `common_openers` without capitals."""

    opening_verbs: WordList
    opening_adverbs: WordList
    opening_fillers: WordList
    opening_asides: WordList
    finite: WordList
    transitive: WordList
    turns: WordList
    parallels: WordList
    reversals: WordList
    common_openers: WordList
    perceptions: WordList
    own_account: str
    saying: str
    institutions: WordList
    roles: WordList
    kinds: WordList
    countable: WordList
    relays: WordList
    article: str
    indefinite: Mapping[str, str]
    vowel_sound: str
    unnamed: str
    of: str
    conjunction: str
    alternative: str
    nobody: str
    nothing: str
    more: Mapping[str, str]
    others: Mapping[str, str]
    counted: tuple[str, ...]
    boxes: Mapping[str, str]
    stances: Mapping[str, StanceWords]
    topics: Mapping[str, TopicWords]

    def __hash__(self) -> int:
        # One object per language, so that what is made of the words can be kept.
        return id(self)


@cache
def read_words(language: str = "en") -> Words:
    """Return the words of a language; English where we have none for it.

    >>> read_words("en").stances["denies"].symbol
    '×'
    >>> read_words("tlh") == read_words("en")
    True
    """
    known = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return Words.model_validate(known.get(language, known["en"]))
