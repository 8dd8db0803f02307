"""Speakers as sentences name them: in full, in short, with the article, in a list."""

import re
from collections.abc import Iterable

from geo.claims.words import Words


def plain(text: str | None) -> str:
    """Return text on one line, with single spaces."""
    return " ".join((text or "").split())


def join(parts: Iterable[str], conjunction: str) -> str:
    """Return parts as a list in a sentence: 'a, b and c'."""
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def short_name(actor: str) -> str:
    """Return a speaker's name without what explains it.

    >>> short_name("Andrii Yusov, spokesman for Ukrainian military intelligence (GUR)")
    'Andrii Yusov'
    >>> short_name("Baza, Shot and Mash, Russian Telegram channels")
    'Baza, Shot and Mash'
    """
    head = re.sub(r"\s*\(.*$", "", plain(actor)) or plain(actor)
    first, *rest = head.split(", ")
    # A list of names before its "and" is one speaker, not a name with an explanation.
    if len(rest) > 1 and re.match(r"[^\W\d_a-z]\w* and [^\W\d_a-z]\w*$", rest[0]):
        return f"{first}, {rest[0]}"
    return first


def voice(actor: str, words: Words, opens: bool = False) -> str:
    """Return a speaker as a sentence names them, with the article an institution needs.

    >>> from geo.claims.words import read_words
    >>> voice("Kremlin press service", read_words())
    'the Kremlin press service'
    >>> voice("Residents of Bryansk, and video", read_words())
    'residents of Bryansk, and video'
    >>> voice("US officials (unnamed), quoted by CNN", read_words(), opens=True)
    'US officials (unnamed), quoted by CNN'
    """
    named = lower(plain(actor) or words.nobody, words)
    head = re.split(r",| \(| of | for | from ", named, maxsplit=1)[0]
    kinds = {part.rpartition(" ")[2].casefold() for part in (head, head.partition(" and ")[0])}
    # "the mayor's office" has its owner, and needs no article.
    if kinds & words.institutions and "'" not in head:
        named = f"{words.article} {named}"
    starts_common = named.split()[0].casefold() in words.common_openers | {words.article}
    return named[0].upper() + named[1:] if opens and starts_common else named


def lower(text: str, words: Words) -> str:
    """Return text without the capital of a common first word; a name keeps its own."""
    first = text.split(" ", 1)[0].rstrip(",")
    common = first.casefold() in words.common_openers
    return text[0].lower() + text[1:] if common and (first == "A" or not first.isupper()) else text
