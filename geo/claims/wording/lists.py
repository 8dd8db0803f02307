"""The lists of the wording guard: data, one set per language, each list with its reason."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Contested(_Part):
    """Words that assert something about topics; `pattern` where a list of forms will not do."""

    forms: tuple[str, ...] = ()
    pattern: str = ""
    topics: tuple[str, ...]
    reason: str

    @cached_property
    def found(self) -> re.Pattern[str]:
        return re.compile(self.pattern) if self.pattern else _any_of(self.forms)


class Factive(_Part):
    """Verbs that vouch for what follows, and the plain verb in their place."""

    forms: tuple[str, ...]
    offer: str
    reason: str

    @cached_property
    def found(self) -> re.Pattern[str]:
        return _any_of(self.forms)


class WordList(_Part):
    """Words that do one thing to a sentence."""

    words: tuple[str, ...]
    reason: str

    @cached_property
    def found(self) -> re.Pattern[str]:
        return _any_of(self.words)


class WordLists(_Part):
    """All lists of one language."""

    contested: tuple[Contested, ...]
    attributing: tuple[WordList, ...]
    trailing: WordList
    hedges: WordList
    resting: WordList
    breaks: WordList
    presupposing: WordList
    factive: tuple[Factive, ...]
    messages: Mapping[str, str]

    @cached_property
    def attributes(self) -> re.Pattern[str]:
        return _any_of(word for listed in self.attributing for word in listed.words)

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """', Moscow said' or 'according to Moscow' after what is said, up to the next comma."""
        words = "|".join(re.escape(word) for word in self.trailing.words)
        return re.compile(
            rf"(?:^|,)\s*(?!and\b|or\b|which\b|who\b)[^,]{{0,80}}?\b(?:{words})\b", re.I
        )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def read_lists() -> Mapping[str, WordLists]:
    """Return the lists of every language, keyed by its code."""
    content = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return {language: WordLists.model_validate(lists) for language, lists in content.items()}


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have word lists."""
    return tuple(read_lists())
