"""Sentences that state that a party of the story did it, without saying who says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.claims.sentences.texts import split_sentences
from geo.claims.sides import Sides
from geo.claims.wording.context import is_attributed, is_negated, split_segments
from geo.claims.wording.party_names import find_party_names
from geo.claims.wording.word_lists import WordLists, load_word_lists

# At most so many characters may separate a party from its verb, within one clause.
_FARTHEST = 40


@dataclass(frozen=True)
class StatedPerpetrator:
    """A party and what it is said to have done.

    Attributes
    ----------
    start, end : int
        Position of both in the text, end exclusive.
    verb : (int, int)
        Position of the verb.
    found : str
        Both, with what is between them.
    """

    start: int
    end: int
    verb: tuple[int, int]
    found: str


def find_stated_perpetrators(
    text: str, sides: Sides, language: str
) -> tuple[StatedPerpetrator, ...]:
    """Return where a text states as fact that a party did something.

    Also what a party claims for itself stays its word, so that no ledger is asked.

    Parameters
    ----------
    text : str
    sides : Sides
        The sides of the story; its parties are looked for by name.
    language : str
        A code of `list_languages`.
    """
    lists = load_word_lists()[language]
    found = []
    for start, sentence in split_sentences(text):
        for offset, segment in split_segments(sentence, lists):
            found += [
                move_perpetrator(perpetrator, start + offset)
                for perpetrator in find_perpetrators_in_segment(segment, sides, lists)
            ]
    return tuple(found)


def find_perpetrators_in_segment(
    segment: str, sides: Sides, lists: WordLists
) -> Iterator[StatedPerpetrator]:
    """Yield the perpetrators of one segment; see `find_stated_perpetrators`."""
    names = find_party_names(sides)
    if names is None:
        return
    for verb in lists.doing.regex.finditer(segment):
        party = _find_before(segment, verb, names) or _find_after(segment, verb, names, lists)
        if party is None or is_attributed(segment, verb, lists):
            continue
        if is_negated(segment, verb, lists):
            continue
        start, end = min(party.start(), verb.start()), max(party.end(), verb.end())
        yield StatedPerpetrator(start, end, verb.span(), segment[start:end])


def move_perpetrator(perpetrator: StatedPerpetrator, by: int) -> StatedPerpetrator:
    """Return a perpetrator at its position in a longer text."""
    verb = (perpetrator.verb[0] + by, perpetrator.verb[1] + by)
    return StatedPerpetrator(perpetrator.start + by, perpetrator.end + by, verb, perpetrator.found)


def _find_before(segment: str, verb: re.Match[str], names: re.Pattern[str]) -> re.Match[str] | None:
    """Return the party before a verb, in the same clause."""
    found = list(names.finditer(segment, 0, verb.start()))
    if not found or re.search(r"[.:]", between := segment[found[-1].end() : verb.start()]):
        return None
    return found[-1] if len(between) <= _FARTHEST else None


def _find_after(
    segment: str, verb: re.Match[str], names: re.Pattern[str], lists: WordLists
) -> re.Match[str] | None:
    """Return the party by which something was done: 'was attacked by the Zendans'."""
    for by in lists.by:
        passive = re.compile(rf"[^.,:]{{0,{_FARTHEST}}}?\b{re.escape(by)}\b[^.,:]{{0,20}}?")
        if start := passive.match(segment, verb.end()):
            party = names.search(segment, start.end())
            if party and party.start() - start.end() <= _FARTHEST // 2:
                return party
    return None
