"""Small changes to text that all sentences need: spaces, lists, first letters."""

from collections.abc import Iterable

from geo.claims.sentence_words import SentenceWords


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


def lower_first_word(text: str, words: SentenceWords) -> str:
    """Return text without the capital of a common first word; a name keeps its own."""
    first = text.split(" ", 1)[0].rstrip(",")
    common = first.casefold() in words.common_openers
    return text[0].lower() + text[1:] if common and (first == "A" or not first.isupper()) else text
