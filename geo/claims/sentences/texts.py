"""Small changes to text that all sentences need: spaces, lists, sentences."""

import re
from collections.abc import Iterable

# What closes each opening mark; “ closes a German quotation and opens an English one.
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "(": ")", "[": "]"}
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
    spans = find_sentence_ends(text)
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def find_sentence_ends(text: str) -> list[tuple[int, int]]:
    """Return where sentences end within a text: the spans of the space between two.

    >>> find_sentence_ends("It fell.  Nobody saw it.")
    [(8, 10)]
    """
    return [match.span() for match in _SENTENCE_END.finditer(text)]


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends as a question.

    >>> end_sentence("It fell"), end_sentence("Who was it?")
    ('It fell.', 'Who was it?')
    """
    return text if text.endswith("?") else f"{text}."


def find_quoted(text: str) -> list[tuple[int, int]]:
    """Return the spans in quotation marks or brackets; what is inside another is not listed.

    A mark that is never closed reaches to the end.

    >>> find_quoted("He said “it (all) fell”."), find_quoted('A 5" shell; no more')
    ([(8, 23)], [(3, 19)])
    """
    spans = []
    open_marks: list[str] = []
    start = 0
    for place, mark in enumerate(text):
        if open_marks and mark in _CLOSING[open_marks[-1]]:
            open_marks.pop()
            if not open_marks:
                spans.append((start, place + 1))
        elif mark in _CLOSING:
            start = start if open_marks else place
            open_marks.append(mark)
    return [*spans, (start, len(text))] if open_marks else spans
