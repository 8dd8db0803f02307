"""Short names: a speaker as a wire report names them, by office or kind rather than in full."""

import re
from functools import lru_cache

from geo.claims.speakers import lower, plain, voice
from geo.claims.words import Words

# More explanation than this costs a line more than it tells.
_LONGEST = 11
_SHORT = 4


@lru_cache(maxsize=10_000)
def brief_name(actor: str, words: Words) -> str:
    """Return a speaker in few words, as it stands inside a sentence.

    >>> from geo.claims.words import read_words
    >>> for actor in (
    ...     "Antony Blinken, US secretary of state",
    ...     "Mash, Russian Telegram channel (via RBC)",
    ...     "Rob Lee, independent analyst",
    ...     "Residents, apparently told to RIA Novosti",
    ...     "Unnamed source in the emergency services, to TASS",
    ...     "US officials (unnamed), quoted by CNN",
    ...     "Kremlin press service",
    ... ):
    ...     print(brief_name(actor, read_words()))
    the US secretary of state
    the Russian Telegram channel Mash
    the independent analyst Rob Lee
    residents
    an unnamed source in the emergency services
    unnamed US officials
    the Kremlin press service
    """
    whole = plain(actor)
    name, explained = _parts(whole, words)
    if _is_unnamed(whole, words) and words.unnamed not in name.casefold():
        name = f"{words.unnamed} {lower(name, words)}"
    if explained and (named := _explained(name, explained, words)):
        return named
    return _nameless(name, words) or voice(name, words)


def _parts(actor: str, words: Words) -> tuple[str, str]:
    """Return the name, and what explains it; how a statement reached us is left out."""
    bracket = re.search(r"\(([^)]*)\)", actor)
    bare = re.sub(r"\s*\([^)]*\)?", "", actor)
    first, *rest = re.split(r",\s+|;\s+", bare)
    name = re.split(rf"\s(?:{'|'.join(_RELAYING)})\s", first)[0] or first
    told = [part for part in rest if part.partition(" ")[0].casefold() not in words.relays]
    # "Baza, Shot and Mash, Russian Telegram channels" has three names before its kind.
    if len(told) > 1 and re.match(r"\w+ and \w+$", told[0]):
        name, told = f"{name}, {told[0]}", told[1:]
    if any(part.startswith("and ") for part in told):
        return bare, ""
    explained = told[0] if told else ""
    kind = bracket[1].partition(",")[0] if bracket else ""
    if head_noun(kind) in words.kinds and head_noun(explained) not in words.kinds | words.roles:
        return name, kind
    return name, explained


_RELAYING = ("cited by", "quoted by", "reported by")


def head_noun(phrase: str) -> str:
    """Return the head of a noun phrase: its last word before a complement."""
    head = re.split(r" (?:of|for|to|in|at|on|with) |,| \(", phrase, maxsplit=1)[0]
    return head.rpartition(" ")[2].casefold()


def _is_unnamed(actor: str, words: Words) -> bool:
    return re.search(rf"(, |\(){words.unnamed}(,|\)|$)", actor, re.IGNORECASE) is not None


def _explained(name: str, explained: str, words: Words) -> str:
    """Return a name with its office, kind or house; empty where they do not fit together."""
    if head_noun(name) in words.countable:
        return ""
    head = head_noun(explained)
    phrase = lower(explained, words)
    if not phrase.casefold().startswith(f"{words.article} "):
        phrase = f"{words.article} {phrase}"
    if head in words.roles:
        return phrase
    if head in words.kinds and phrase.endswith(head):
        return f"{phrase} {name}"
    if head_noun(name) in words.institutions and head in words.institutions:
        return ""
    if head in words.institutions:
        return f"{name} {words.of} {phrase}"
    if all(word[0].isupper() for word in explained.split()):
        house = f"{voice(name, words)} {words.of} {explained}"
        return house if len(explained.split()) < _SHORT else ""
    both = f"{name}, {explained},"
    return both if len(both.split()) <= _LONGEST else ""


def _nameless(name: str, words: Words) -> str:
    """Return a common noun with its indefinite article; empty for any other name."""
    first = name.partition(" ")[0].casefold()
    if head_noun(name) not in words.countable or first.isdecimal():
        return ""
    common = lower(name, words)
    if first in words.indefinite.values() or first == words.article:
        return common
    article = words.indefinite["vowel" if re.match(words.vowel_sound, common) else "consonant"]
    return f"{article} {common}"
