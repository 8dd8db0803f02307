"""Brief names: a speaker by office or kind rather than in full, as in a wire report."""

import re
from functools import lru_cache

from geo.claims.sentence_words import SentenceWords
from geo.claims.speakers import format_speaker
from geo.claims.texts import collapse_spaces, lower_first_word

# An explanation of more words is left out of a line.
_LONGEST = 11
_SHORT = 4


@lru_cache(maxsize=10_000)
def format_brief_name(actor: str, words: SentenceWords) -> str:
    """Return a speaker in few words, as named inside a sentence.

    >>> from geo.claims.sentence_words import load_sentence_words
    >>> for actor in (
    ...     "Ada Marsh, US secretary of state",
    ...     "Dawn, local Telegram channel (via the Herald)",
    ...     "Rob Reed, independent analyst",
    ...     "Residents, apparently told to the Herald",
    ...     "Unnamed source in the emergency services, to the Herald",
    ...     "US officials (unnamed), quoted by a channel",
    ...     "Palace press service",
    ... ):
    ...     print(format_brief_name(actor, load_sentence_words()))
    the US secretary of state
    the local Telegram channel Dawn
    the independent analyst Rob Reed
    residents
    an unnamed source in the emergency services
    unnamed US officials
    the Palace press service
    """
    whole = collapse_spaces(actor)
    name, explained = _split_name(whole, words)
    if _is_unnamed(whole, words) and words.unnamed not in name.casefold():
        name = f"{words.unnamed} {lower_first_word(name, words)}"
    if explained and (named := _format_explained(name, explained, words)):
        return named
    return _format_nameless(name, words) or format_speaker(name, words)


def _split_name(actor: str, words: SentenceWords) -> tuple[str, str]:
    """Return the name and its explanation, without how the statement reached us."""
    bracket = re.search(r"\(([^)]*)\)", actor)
    bare = re.sub(r"\s*\([^)]*\)?", "", actor)
    first, *rest = re.split(r",\s+|;\s+", bare)
    name = re.split(rf"\s(?:{'|'.join(_RELAYING)})\s", first)[0] or first
    explanations = [part for part in rest if part.partition(" ")[0].casefold() not in words.relays]
    # "Dawn, Dusk and Noon, local Telegram channels" has three names before its kind.
    if len(explanations) > 1 and re.match(r"\w+ and \w+$", explanations[0]):
        name, explanations = f"{name}, {explanations[0]}", explanations[1:]
    if any(part.startswith("and ") for part in explanations):
        return bare, ""
    explained = explanations[0] if explanations else ""
    kind = bracket[1].partition(",")[0] if bracket else ""
    if (
        find_head_noun(kind) in words.kinds
        and find_head_noun(explained) not in words.kinds | words.roles
    ):
        return name, kind
    return name, explained


_RELAYING = ("cited by", "quoted by", "reported by")


def find_head_noun(phrase: str) -> str:
    """Return the head of a noun phrase: its last word before a complement."""
    head = re.split(r" (?:of|for|to|in|at|on|with) |,| \(", phrase, maxsplit=1)[0]
    return head.rpartition(" ")[2].casefold()


def _is_unnamed(actor: str, words: SentenceWords) -> bool:
    return re.search(rf"(, |\(){words.unnamed}(,|\)|$)", actor, re.IGNORECASE) is not None


def _format_explained(name: str, explained: str, words: SentenceWords) -> str:
    """Return a name with its office, kind or organisation; empty where they do not fit."""
    if find_head_noun(name) in words.countable:
        return ""
    head = find_head_noun(explained)
    phrase = lower_first_word(explained, words)
    if not phrase.casefold().startswith(f"{words.article} "):
        phrase = f"{words.article} {phrase}"
    if head in words.roles:
        return phrase
    if head in words.kinds and phrase.endswith(head):
        return f"{phrase} {name}"
    if find_head_noun(name) in words.institutions and head in words.institutions:
        return ""
    if head in words.institutions:
        return f"{name} {words.of} {phrase}"
    if all(word[0].isupper() for word in explained.split()):
        member = f"{format_speaker(name, words)} {words.of} {explained}"
        return member if len(explained.split()) < _SHORT else ""
    both = f"{name}, {explained},"
    return both if len(both.split()) <= _LONGEST else ""


def _format_nameless(name: str, words: SentenceWords) -> str:
    """Return a common noun with its indefinite article; empty for any other name."""
    first = name.partition(" ")[0].casefold()
    if find_head_noun(name) not in words.countable or first.isdecimal():
        return ""
    common = lower_first_word(name, words)
    if first in words.indefinite.values() or first == words.article:
        return common
    article = words.indefinite["vowel" if re.match(words.vowel_sound, common) else "consonant"]
    return f"{article} {common}"
