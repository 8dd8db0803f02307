"""Speakers as sentences name them: in full, in short, with the article."""

import re

from geo.claims.sentence_words import SentenceWords
from geo.claims.texts import capitalise, collapse_spaces, lower_first_word


def find_short_name(actor: str) -> str:
    """Return a speaker's name without its explanation.

    >>> find_short_name("Ada Marsh, spokeswoman for the harbour authority (NHA)")
    'Ada Marsh'
    >>> find_short_name("Dawn, Dusk and Noon, local Telegram channels")
    'Dawn, Dusk and Noon'
    """
    head = re.sub(r"\s*\(.*$", "", collapse_spaces(actor)) or collapse_spaces(actor)
    first, *rest = head.split(", ")
    # A list of names before its "and" is one speaker, not a name with an explanation.
    if len(rest) > 1 and re.match(r"[^\W\d_a-z]\w* and [^\W\d_a-z]\w*$", rest[0]):
        return f"{first}, {rest[0]}"
    return first


def format_speaker(actor: str, words: SentenceWords, opens: bool = False) -> str:
    """Return a speaker as named in a sentence, with the article that an institution needs.

    `opens` says whether the name opens the sentence.

    >>> from geo.claims.sentence_words import load_sentence_words
    >>> format_speaker("Palace press service", load_sentence_words())
    'the Palace press service'
    >>> format_speaker("Residents of Brightwater, and video", load_sentence_words())
    'residents of Brightwater, and video'
    >>> format_speaker("US officials (unnamed), on air", load_sentence_words(), opens=True)
    'US officials (unnamed), on air'
    """
    named = lower_first_word(collapse_spaces(actor) or words.nobody, words)
    head = re.split(r",| \(| of | for | from ", named, maxsplit=1)[0]
    kinds = {part.rpartition(" ")[2].casefold() for part in (head, head.partition(" and ")[0])}
    # "the mayor's office" has its owner, and needs no article.
    if kinds & words.institutions and "'" not in head:
        named = f"{words.article} {named}"
    starts_common = named.split()[0].casefold() in words.common_openers | {words.article}
    return capitalise(named) if opens and starts_common else named
