"""Casualties as people write them, as numbers as far as the words go."""

import re
from dataclasses import dataclass
from functools import lru_cache

from geo.claims.counts.count_words import COUNT_WORDS, counts_others, names_people
from geo.claims.counts.stated_number import (
    AND,
    LEAST_AFTER,
    StatedNumber,
    find_number,
    has_number,
    write_digits,
    write_none_as_zero,
    write_whole,
)
from geo.importing.claims.no_figure import says_no_figure

_PIECE = re.compile(rf"\s*(?:,(?!\d{{3}})|;|(?<!\d)/|/(?!\s*\d)|\+(?=\s*\d)|&|{AND}|\n)\s*")
_NEGATIVE = re.compile(r"[-–—−]\s*\d")
# A longer text is an account of what happened, and patterns would take long over it.
_LONGEST = 500
# As in "5 victims: 3 @" and "10 shells @ 3", with @ for the word of killed or injured.
_SECOND_NUMBER = re.compile(r"\d.*[@:][\s:=-]*\d")
# As in "5 killed, 2 of them children".
_EXPLAINS = re.compile(r"\bof (?:them|whom|which)\b|\bincl", re.IGNORECASE)
# As in "3 killed in the first strike, 2 in the second": a part of the same count.
_GOES_ON = re.compile(r"\d+ (?:in|on|at|during|after|by|from|more|others?|another|later)\b", re.I)


@dataclass(frozen=True)
class Counts:
    """Killed and injured as far as a text says; None if it does not speak of them."""

    killed: StatedNumber | None = None
    injured: StatedNumber | None = None


@lru_cache(maxsize=10_000)
def read_count(text: str, kind: re.Pattern[str] | None = None) -> StatedNumber | None:
    """Return a number of people; None if the text says that there is no figure, or is not a count.

    Words without a number, such as "several", and long texts give a count without numbers. After a
    number only words for people may follow: "4 missing" and "1 de 5" count others, and give None.

    Parameters
    ----------
    text : str
    kind : pattern, optional
        The words of what is counted, `KILLED` or `INJURED`; without it either may follow.

    Examples
    --------
    >>> read_count("2-4 dead"), read_count("at least 2")
    (StatedNumber(low=2, best=None, high=4), StatedNumber(low=2, best=None, high=None))
    >>> read_count("dozens"), read_count("none reported"), read_count("0")
    (StatedNumber(low=None, best=None, high=None), None, StatedNumber(low=None, best=0, high=None))
    """
    if len(text) > _LONGEST:
        return StatedNumber()
    plain = " ".join(text.casefold().split())
    if says_no_figure(plain) or _NEGATIVE.match(plain) or counts_others(plain, kind):
        return None
    found = find_number(write_none_as_zero(write_digits(write_whole(plain))))
    if found is None or found.rest.startswith("?"):
        return StatedNumber()
    return found.number if names_people(found.rest, kind) else None


@lru_cache(maxsize=10_000)
def read_counts(text: str) -> Counts:
    """Return killed and injured from the words of one cell.

    A number without a word for either may be of both together, and is neither's; 0 is of both.

    Examples
    --------
    >>> read_counts("3 killed, 5 wounded").injured, read_counts("1 (child)").killed
    (StatedNumber(low=None, best=5, high=None), None)
    """
    if len(text) > _LONGEST:
        return _build_empty(text)
    plain = " ".join(text.split())
    if _says_nobody(plain):
        return Counts(StatedNumber(best=0), StatedNumber(best=0))
    if says_no_figure(plain):
        return Counts()
    found: dict[str, StatedNumber | None] = {}
    follows_others = False
    for piece in _PIECE.split(write_digits(plain)):
        kinds = [kind for kind, words in COUNT_WORDS.items() if words.search(piece)]
        for kind in kinds:
            words = COUNT_WORDS[kind]
            if not words.sub(" ", piece).strip(" :=-"):
                # "Killed and injured: 20" counts both together.
                return _build_empty(plain)
            # Said twice, or of both together: which number is whose is not ours to choose.
            is_unclear = kind in found or len(kinds) > 1 or follows_others
            is_unclear = is_unclear or bool(_SECOND_NUMBER.search(words.sub("@", piece)))
            found[kind] = StatedNumber() if is_unclear else _read_piece(piece, words)
        if not kinds and _GOES_ON.match(piece):
            found |= {kind: StatedNumber() for kind in list(found)[-1:]}
        # "2 men and 3 women killed" is neither 2 nor 3.
        follows_others = not kinds and _counts_people(piece)
    return Counts(found.get("killed"), found.get("injured"))


def _build_empty(text: str) -> Counts:
    """Return a count without a number for each kind that a text names."""
    return Counts(
        *(StatedNumber() if words.search(text) else None for words in COUNT_WORDS.values())
    )


def _says_nobody(plain: str) -> bool:
    is_none = plain == "0" or write_none_as_zero(plain) == "0"
    return is_none or bool(re.fullmatch(r"no (casualties|victims)", plain, re.IGNORECASE))


def _counts_people(piece: str) -> bool:
    """Return whether a piece has a number that it does not only explain: "(1 man, 2 women)"."""
    explains = piece.endswith(")") or _EXPLAINS.search(piece)
    return not explains and has_number(piece)


def _read_piece(piece: str, words: re.Pattern[str]) -> StatedNumber | None:
    """Return the number of a piece that has a word for what is counted; None for no figure."""
    before, _, after = words.split(piece, maxsplit=1)
    before, after = (words.sub(" ", part).strip(" :=-") for part in (before, after))
    if counts_others(after) and not after.startswith("("):
        return StatedNumber()  # "3 killed or missing"
    is_counted = has_number(before) or write_none_as_zero(before) != before
    if after.startswith("?"):
        return StatedNumber()
    if re.fullmatch(LEAST_AFTER, after, re.IGNORECASE):
        return read_count(f"{before} {after}") or StatedNumber()
    if before and (is_counted or not after):
        return None if says_no_figure(before) else read_count(before) or StatedNumber()
    if says_no_figure(after):
        return None
    found = find_number(write_none_as_zero(" ".join(after.casefold().split())))
    return found.number if found else StatedNumber()
