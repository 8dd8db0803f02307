"""The lists of the wording guard: data, one set per language, each list with its reason."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class _Member(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Contested(_Member):
    """Words that assert something about topics; `pattern` where a list of forms will not do."""

    forms: tuple[str, ...] = ()
    pattern: str = ""
    topics: tuple[str, ...]
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the forms, or the pattern."""
        return re.compile(self.pattern) if self.pattern else _compile_any(self.forms)


class Factive(_Member):
    """Verbs that vouch for what follows, and the plain verb in their place."""

    forms: tuple[str, ...]
    offer: str
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the forms."""
        return _compile_any(self.forms)


class WordList(_Member):
    """Words that do one thing to a sentence."""

    words: tuple[str, ...]
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the words."""
        return _compile_any(self.words)


class WordLists(_Member):
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
    def attributing_regex(self) -> re.Pattern[str]:
        """Any word that attributes, of all lists."""
        return _compile_any(word for listed in self.attributing for word in listed.words)

    @cached_property
    def trailing_regex(self) -> re.Pattern[str]:
        """', the mayor said' or 'according to the mayor' at the end, up to the next comma."""
        words = "|".join(re.escape(word) for word in self.trailing.words)
        return re.compile(
            rf"(?:^|,)\s*(?!and\b|or\b|which\b|who\b)[^,]{{0,80}}?\b(?:{words})\b", re.I
        )


def _compile_any(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def load_word_lists() -> Mapping[str, WordLists]:
    """Return the lists of every language, keyed by its code."""
    content = json.loads(Path(__file__).with_name("word_lists.json").read_text(encoding="utf-8"))
    return {language: WordLists.model_validate(lists) for language, lists in content.items()}


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have word lists."""
    return tuple(load_word_lists())
