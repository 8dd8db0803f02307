"""Small changes to text that all sentences need: spaces, lists, sentences."""

import re
from collections.abc import Iterable

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=\w)")


def collapse_spaces(text: str | None) -> str:
    """Return text on one line, with single spaces; empty for None."""
    return " ".join((text or "").split())


def join_list(parts: Iterable[str], conjunction: str) -> str:
    """Return parts as a list in a sentence.

    >>> join_list(["place", "time", "content"], "and")
    'place, time and content'
    """
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def capitalise(text: str) -> str:
    """Return text with a capital first letter; the rest stays as it is."""
    return text[0].upper() + text[1:]


def split_sentences(text: str) -> list[tuple[int, str]]:
    """Return the sentences of a text, each with the position of its first character.

    >>> split_sentences("St. Albert was quiet. Brightwater was not.")
    [(0, 'St. Albert was quiet.'), (22, 'Brightwater was not.')]
    """
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    ends = [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
