"""The words around a loaded word: whether they attribute, hedge or negate it."""

import re
from itertools import pairwise

from geo.claims.wording.word_lists import WordLists


def split_segments(sentence: str, lists: WordLists) -> list[tuple[int, str]]:
    """Return the parts of a sentence within which an attribution holds, with their positions."""
    ends = [match.end() for match in re.finditer(";", sentence)]
    ends += [match.start() for match in lists.breaks.regex.finditer(sentence)]
    cuts = [0, *sorted(ends), len(sentence)]
    return [
        (start, sentence[start:end]) for start, end in pairwise(cuts) if sentence[start:end].strip()
    ]


def is_attributed(segment: str, match: re.Match[str], lists: WordLists) -> bool:
    """Return whether the words around a match hand it to a speaker or leave it open."""
    before, after = segment[: match.start()], segment[match.end() :]
    presupposing = list(lists.presupposing.regex.finditer(before))
    if presupposing:
        # "despite the alleged attack" is hedged where it counts.
        return bool(lists.hedges.regex.search(before, presupposing[-1].end()))
    if lists.attributing_regex.search(before) or lists.hedges.regex.search(before):
        return True
    return bool(lists.trailing_regex.search(after) or lists.resting.regex.search(after))


def is_negated(segment: str, match: re.Match[str], lists: WordLists) -> bool:
    """Return whether a negation comes directly before a match, or one word earlier."""
    return bool(lists.negation_regex.search(segment[: match.start()]))
