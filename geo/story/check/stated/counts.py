"""Numbers of people and of drones that an English text gives, as far as they are certain."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from geo.claims.counts.count_words import INJURED, KILLED
from geo.claims.counts.stated_number import StatedNumber, find_number, write_digits
from geo.claims.sentences.texts import split_sentences

Counted = Literal["killed", "injured", "drones"]
"""What is counted: the first two are members of an event."""

_PEOPLE = r"(?:people|persons?)"
# Between a number and "killed": nothing else, as "2 children killed" may be some of more.
_PEOPLE_WERE = re.compile(
    rf"\s(?:{_PEOPLE}\s)?(?:(?:was|were|are|is|has been|have been|had been)\s)?"
    r"(?:(?:reported|reportedly|said to be|said to have been)\s)?"
)
# In the plural: "5 drone operators" counts no drones.
_DRONES = re.compile(
    r"(?:[A-Z][\w-]+\s)?(?:(?:sea|naval|surface|combat|small|unmanned|unidentified|unknown)\s)*"
    r"(?:[Dd]rones|UAVs|[Qq]uadcopters)\b(?!-)"
)
_WORDS = {
    "killed": re.compile(rf"{KILLED.pattern}|\bkilling\b", re.IGNORECASE),
    "injured": re.compile(rf"{INJURED.pattern}|\bwounding\b", re.IGNORECASE),
}
_TRANSITIVE = re.compile(r"(?:kill|injur|wound|hurt)(?:ed|ing)?", re.IGNORECASE)
_NUMBER_AFTER = re.compile(
    r"\s((?:(?:at least|more than|up to|over|fewer than|less than|no more than|no fewer than)\s)?"
    r"\d+(?:,\d{3})*(?:\s?(?:-|–|to|or)\s?\d+(?:,\d{3})*)?)"
    rf"(?:\s{_PEOPLE}\b)?"
)
# After it nothing more is counted: "2 injured workers" and "killed 2 children" may be some of more.
_ENDS = re.compile(
    r"\s?(?:$|[.,;:!)—–”\"]|(?:and|but|in|at|on|by|when|as|near|after|during|there|overnight|while"
    r"|with|from|that|so|because|since|inside|outside|according)\b)"
)
_KIND = r"(?:killed|killing|dead|died|deaths?|injured|injuring|wounded|wounding|hurt|missing)"
# "Another 2", "1 of 2" and "not 1" are other numbers; "killed or injured 5" is of both together.
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:another|others?|further|additional|additionally|more|first|last|next|remaining|of|not"
    r"|never|nearly|almost|roughly|then|later)|n['’]t)\s$",
    re.IGNORECASE,
)
_BOTH_BEFORE = re.compile(rf"\b{_KIND}\s(?:or|and)\s$", re.IGNORECASE)
_OTHER_AFTER = re.compile(rf"\sand\s(?:were\s)?{_KIND}\b", re.IGNORECASE)
# "2 killed in the north and 3 in the south", "2 killed, later 3 more": parts of a number.
_GOES_ON = re.compile(
    r"(?:,|;|\b(?:and|then|later|plus))\s(?:\w+\s)?\d+\s"
    r"(?:in|on|at|near|during|after|by|more|others?|another|later|further)\b"
    r"|\b(?:then|later|plus|another|further)\s\d"
)
_ABOUT = re.compile(r"(?:about|around|approx\.?|c\.|~|ca\.?|some|circa)", re.IGNORECASE)
_WORD_START = re.compile(r"(?<![^\s(])[^\s(]")
_SPACE = re.compile(r"\s")
_WHOLE_NUMBER = re.compile(r"(?<![\w.,:])(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?![\w:]|[.,]\d)")
_COUNTED = re.compile(
    r"kill|dead|death|died|fatal|injur|wound|hurt|drones|uavs|quadcopters", re.IGNORECASE
)
# Characters that a number has room in, with the words between it and what is counted.
_LONGEST_NUMBER, _LONGEST_WORD = 60, 40


@dataclass(frozen=True, slots=True)
class StatedCount:
    """How many were killed or injured, or how many drones there were, by a text.

    Attributes
    ----------
    counted : {"killed", "injured", "drones"}
    found : str
        The words, with small numbers in digits.
    low, high : float
        Between which the number lies; `high` is infinite for "at least 2".
    """

    counted: Counted
    found: str
    low: float
    high: float


def find_counts(text: str) -> list[StatedCount]:
    """Return the numbers of killed, injured and drones that a text gives.

    Read are "2 people were killed", "at least three dead", "killing 2 to 4 people", "nobody was
    hurt" and "five drones". Not read are numbers of some of the people ("2 children killed"), of
    both kinds together, of more people ("another two"), vague ones ("about 10"), and two numbers
    of one kind in one sentence.

    Parameters
    ----------
    text : str
        With single spaces.

    Examples
    --------
    >>> [(one.counted, one.low) for one in find_counts("Two people were killed and five injured.")]
    [('killed', 2), ('injured', 5)]
    >>> find_counts("Two children were killed."), find_counts("7 were killed or injured.")
    ([], [])
    >>> [one.found for one in find_counts("Nobody was hurt; more than ten drones flew.")]
    ['0 was hurt', 'more than 10 drones']
    """
    if not _COUNTED.search(text):
        return []
    found: list[StatedCount] = []
    for _, sentence in split_sentences(text):
        plain = write_digits(sentence)
        for counts in (
            list(_find_people("killed", plain)),
            list(_find_people("injured", plain)),
            list(_find_drones(plain)),
        ):
            if len({(one.low, one.high) for one in counts}) == 1:
                found.append(counts[0])
    return found


def list_numbers(text: str) -> set[int]:
    """Return all whole numbers of a text, whatever they count; "nobody" is 0.

    >>> sorted(list_numbers("Nobody died; 1,200 and two were hurt at 09:40."))
    [0, 2, 1200]
    """
    found = _WHOLE_NUMBER.findall(write_digits(text))
    return {int(number.replace(",", "")) for number in found}


class _Span(NamedTuple):
    """Where a text gives a number, with the word for what is counted."""

    start: int
    end: int
    number: StatedNumber


def _find_people(counted: Literal["killed", "injured"], plain: str) -> Iterator[StatedCount]:
    for word in _WORDS[counted].finditer(plain):
        span = _find_before(plain, word, _PEOPLE_WERE) or _find_after(plain, word)
        if span is None or not _is_total(plain, span):
            continue
        if _ENDS.match(plain, span.end) and not _OTHER_AFTER.match(plain, span.end):
            yield _build(counted, plain, span)


def _find_drones(plain: str) -> Iterator[StatedCount]:
    for word in _DRONES.finditer(plain):
        span = _find_before(plain, word, _SPACE)
        if span is not None and _is_total(plain, span):
            yield _build("drones", plain, span)


def _find_before(plain: str, word: re.Match[str], between: re.Pattern[str]) -> _Span | None:
    """Return the number before a word, with nothing but some words between them."""
    start = max(0, word.start() - _LONGEST_NUMBER)
    before = plain[start : word.start()]
    for first in _WORD_START.finditer(before):
        found = find_number(before[first.start() :].casefold())
        if found and between.fullmatch(found.rest):
            is_vague = _ABOUT.match(before, first.start())
            return None if is_vague else _Span(start + first.start(), word.end(), found.number)
    return None


def _find_after(plain: str, word: re.Match[str]) -> _Span | None:
    """Return the number after "killed" or "injuring"."""
    match = _NUMBER_AFTER.match(plain, word.end())
    is_of_both = _BOTH_BEFORE.search(plain, 0, word.start())
    if match is None or is_of_both or not _TRANSITIVE.fullmatch(word[0]):
        return None
    found = find_number(match[1].casefold())
    if found is None or found.rest:
        return None
    return _Span(word.start(), match.end(), found.number)


def _is_total(plain: str, span: _Span) -> bool:
    before = plain[max(0, span.start - _LONGEST_WORD) : span.start]
    return not (_OTHER_BEFORE.search(before) or _GOES_ON.search(plain, span.end))


def _build(counted: Counted, plain: str, span: _Span) -> StatedCount:
    low, best, high = span.number.low, span.number.best, span.number.high
    least = low if low is not None else best if best is not None else 0
    most = high if high is not None else best if best is not None else math.inf
    return StatedCount(counted, plain[span.start : span.end], least, most)
