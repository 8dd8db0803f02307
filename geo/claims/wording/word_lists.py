"""The lists of the wording guard: data, a file per language, each list with its reason."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from geo.events.files.strict_model import StrictModel

_FOLDER = Path(__file__).parent / "lists"
# A pattern that matches no text.
_NOTHING = r"(?!)"


class Contested(StrictModel):
    """Words that assert something about topics; `pattern` where a list of forms will not do."""

    forms: tuple[str, ...] = ()
    pattern: str = ""
    topics: tuple[str, ...]
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the forms, or the pattern."""
        return re.compile(self.pattern) if self.pattern else _compile_any(self.forms)


class Factive(StrictModel):
    """Verbs that vouch for what follows, and the plain verb in their place."""

    forms: tuple[str, ...]
    offer: str
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the forms."""
        return _compile_any(self.forms)


class WordList(StrictModel):
    """Words that do one thing to a sentence; one that ends in * stands for all its endings.

    `patterns` have more of them, where a list will not do.
    """

    words: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    reason: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Any of the words, or a pattern."""
        return _compile_any(self.words, self.patterns)


class WordLists(StrictModel):
    """All lists of one language.

    Attributes
    ----------
    script : str
        How Unicode names its letters, such as LATIN.
    common : tuple of str
        Short words that almost every text of the language has, and few others.
    linking : tuple of str
        After a comma they go on with the sentence, so that no attribution follows.
    opening : str
        Pattern of words that attribute only where they open a part of a sentence: ', per the
        mayor', but neither '40 per cent' nor ', per day,'.
    negation : str
        Pattern of what comes before a negated word.
    doing : WordList
        Verbs that name the one before them as the perpetrator.
    by : tuple of str
        Words between such a verb and its perpetrator, where the perpetrator comes after it.
    party_words : tuple of str
        Words in the label of a side that do not belong to its name, such as "side".
    """

    script: str
    common: tuple[str, ...]
    linking: tuple[str, ...]
    negation: str
    contested: tuple[Contested, ...]
    attributing: tuple[WordList, ...]
    trailing: WordList
    opening: str = _NOTHING
    hedges: WordList
    resting: WordList
    breaks: WordList
    presupposing: WordList
    factive: tuple[Factive, ...]
    doing: WordList
    by: tuple[str, ...]
    party_words: tuple[str, ...]

    @cached_property
    def attributing_regex(self) -> re.Pattern[str]:
        """Any word that attributes what comes after it, of all lists."""
        words = _join_forms(word for listed in self.attributing for word in listed.words)
        return re.compile(rf"\b(?:{words})\b|(?:^|[,(])\s*{self.opening}", re.IGNORECASE)

    @cached_property
    def trailing_regex(self) -> re.Pattern[str]:
        """', the mayor said' or 'according to the mayor' at the end, up to the next comma."""
        linking = "|".join(rf"{re.escape(word)}\b" for word in self.linking)
        words = _join_forms(self.trailing.words)
        said = rf"(?:^|,)\s*(?!{linking})[^,]{{0,80}}?\b(?:{words})\b"
        return re.compile(rf"{said}|[,(]\s*{self.opening}", re.IGNORECASE)

    @cached_property
    def negation_regex(self) -> re.Pattern[str]:
        """What comes directly before a negated word, or one word earlier."""
        return re.compile(self.negation, re.IGNORECASE)


def _compile_any(words: Iterable[str], patterns: Iterable[str] = ()) -> re.Pattern[str]:
    any_word = rf"\b(?:{_join_forms(words)})\b"
    return re.compile("|".join([any_word, *patterns]), re.IGNORECASE)


def _join_forms(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(_escape(word) for word in longest_first)


def _escape(word: str) -> str:
    """Return a form as a pattern: any space, either apostrophe, and any ending for a star."""
    pattern = re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
    return pattern.replace("'", "['’]")


@cache
def load_word_lists() -> Mapping[str, WordLists]:
    """Return the lists of every language, keyed by its code."""
    return {
        path.stem: WordLists.model_validate_json(path.read_bytes())
        for path in sorted(_FOLDER.glob("*.json"))
    }


@cache
def load_messages() -> Mapping[str, str]:
    """Return the sentences of warnings, by their name."""
    messages: dict[str, str] = json.loads(
        Path(__file__).with_name("messages.json").read_text(encoding="utf-8")
    )
    return messages


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have word lists."""
    return tuple(load_word_lists())
