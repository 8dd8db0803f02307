"""Casualties as people write them, as numbers as far as the words go."""

import re
from dataclasses import dataclass
from functools import lru_cache

from geo.importing.claims.count_words import (
    INJURED,
    KILLED,
    counts_others,
    names_people,
    write_none_as_zero,
    write_whole,
)
from geo.importing.words.unknown import list_unknown

_BOTH = (KILLED, INJURED)
_AND = r"\b(?:and|et|und|y|и|та)\b"
_PIECE = re.compile(rf"\s*(?:,(?!\d{{3}})|;|(?<!\d)/|/(?!\s*\d)|\+(?=\s*\d)|&|{_AND}|\n)\s*")
_BETWEEN = re.compile(rf"\b(?:between|entre|zwischen) (\S+) {_AND} (?=\S)", re.IGNORECASE)
_NUMBERS = {
    **{"no one": 0, "no": 0, "none": 0, "nobody": 0, "zero": 0, "one": 1, "two": 2, "three": 3},
    **{"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "twenty": 20},
}
_NO_FIGURE = (
    r"no (?:\w+ )?(?:data|info\w*|figures?|numbers?|reports?|details?|estimates?|count)\b"
    r"|no one knows\b"
)
_SPELT = re.compile(
    rf"\b(?!{_NO_FIGURE})({'|'.join(_NUMBERS)})\b(?! (?:less|fewer|more|later|longer)\b)",
    re.IGNORECASE,
)
_DIGITS = r"(\d{1,3}(?:[,. ]\d{3}){1,3}|\d{1,10})"
_MEASURE = (
    r"\s*(?:-|–)?\s*(?:years?|yrs?|km|metres?|meters?|m|am|pm|days?|hours?|лет|год|jahre?|ans|años"
    r"|percent|%)(?!\w)"
)
_MANY = (
    r"\s*(?:dozens?|hundreds?|thousands?|[mb]illions?|scores?|half|halves|thirds?|quarters?|mio|mil"
    r"|mille|cents?|hundert|tausend|dutzend|million\w*|millon\w*|cientos|docenas?"
    r"|(?:douz|diz|cent)aines?|тыс\w*|тисяч\w*|млн|миллион\w*|мільйон\w*|сот\w*|десят\w*)(?!\w)"
)
_ANY_NUMBER = re.compile(rf"\d|\b{_MANY}", re.IGNORECASE)
# As in "1.5", "3k", "3-4", "3/4", "20 3", "2 men and 3 women" and "3 or 4".
_PART = (
    r"\d|[.,:]\d|['’-]?[^\W\d_]|\s*[-–—/×*]?\s*\d"
    rf"|[^(]*(?:[,;&+]|{_AND})\s*\d|\s*(?:or(?! more| so)|to|ou|oder|o|или|або|bis|à|a|до)(?!\w)"
)
# A whole number of people: no measure, and not a part of a larger expression.
_NUMBER = rf"{_DIGITS}(?!{_MEASURE}|{_MANY}|{_PART})"
_LEAST = re.compile(
    r"^(?:at least|n(?:o|ot) (?:less|fewer) than|min(?:imum)?\.?|more than|over|>=?|≥|не менее"
    rf"|щонайменше|au moins|mindestens|al menos)\s*{_NUMBER}",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"^(?:up to|at most|n(?:o|ot) more than|max(?:imum)?\.?|less than|fewer than|under|<=?|≤|до"
    rf"|jusqu'à|bis zu|hasta|as many as)\s*{_NUMBER}",
    re.IGNORECASE,
)
_STRICT = re.compile(r"more than|over|>(?!=)|less than|fewer than|under|<(?!=)", re.IGNORECASE)
_RANGE = re.compile(
    rf"^{_DIGITS}\s*(?:-|–|—|to|bis|à|a|до|or|ou|oder|o|или|або)\s*{_NUMBER}", re.IGNORECASE
)
_PLAIN = re.compile(
    r"^(?:about|around|approx\.?|c\.|~|ca\.?|some|circa|около|etwa|environ)?\s*"
    rf"{_NUMBER}(\s*\+| or more)?",
    re.IGNORECASE,
)
_NONE_SAID = re.compile(
    r"\b(none|no \w+|nobody|unknown|not)\b.*\b(reported|known|stated)\b"
    rf"|^(?:{_NO_FIGURE})",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"[-–—−]\s*\d")
# A longer text is an account of what happened, and patterns would take long over it.
_LONGEST = 500
# As in "5 victims: 3 @" and "10 shells @ 3", with @ for the word of killed or injured.
_SECOND_NUMBER = re.compile(r"\d.*[@:][\s:=-]*\d")
# As in "5 killed, 2 of them children".
_EXPLAINS = re.compile(r"\bof (?:them|whom|which)\b|\bincl", re.IGNORECASE)


@dataclass(frozen=True)
class StatedNumber:
    """A number of people as stated; a bound is None if the words do not give it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the words give no number."""
        return self == StatedNumber()

    def as_member(self) -> dict[str, object]:
        """Return it as an event's file has it, without what is not stated."""
        parts = {"low": self.low, "best": self.best, "high": self.high}
        return {name: number for name, number in parts.items() if number is not None}


@dataclass(frozen=True)
class Counts:
    """Killed and injured as far as a text says; None if it does not speak of them."""

    killed: StatedNumber | None = None
    injured: StatedNumber | None = None


def says_no_figure(text: str) -> bool:
    """Return whether a text says that no figure is known, or nothing.

    >>> says_no_figure("n/a"), says_no_figure("none"), says_no_figure("4 missing")
    (True, False, False)
    """
    plain = " ".join(text.casefold().split())
    return plain in list_unknown() - {"none"} or not plain or bool(_NONE_SAID.search(plain))


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
    plain = write_none_as_zero(_write_digits(write_whole(plain)))
    found = _find_number(plain)
    if found is None:
        return StatedNumber()
    count, tail = found
    if tail.startswith("?"):
        return StatedNumber()
    return count if names_people(tail, kind) else None


def _find_number(plain: str) -> tuple[StatedNumber, str] | None:
    """Return the number that a text starts with, and the rest; None if it has none."""
    for pattern, members in ((_LEAST, ("low",)), (_MOST, ("high",)), (_RANGE, ("low", "high"))):
        if match := pattern.match(plain):
            numbers = [_as_number(group) for group in match.groups()]
            if members == ("low", "high") and numbers[0] > numbers[1]:
                return None
            if _STRICT.match(plain):
                numbers = [numbers[0] + 1] if members == ("low",) else [max(numbers[0] - 1, 0)]
            count = StatedNumber(**dict(zip(members, numbers, strict=True)))
            return count, plain[match.end() :]
    if match := _PLAIN.match(plain):
        number = _as_number(match[1])
        count = StatedNumber(low=number) if match[2] else StatedNumber(best=number)
        return count, plain[match.end() :]
    return None


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
        return Counts(*(StatedNumber() if words.search(text) else None for words in _BOTH))
    plain = " ".join(text.split())
    if (
        plain == "0"
        or write_none_as_zero(plain) == "0"
        or re.fullmatch(r"no (casualties|victims)", plain, re.IGNORECASE)
    ):
        return Counts(StatedNumber(best=0), StatedNumber(best=0))
    if _NONE_SAID.search(plain):
        return Counts()
    found: dict[str, StatedNumber | None] = {}
    is_sum = False
    for piece in _PIECE.split(_write_digits(plain)):
        spoken = [
            (name, words)
            for name, words in (("killed", KILLED), ("injured", INJURED))
            if words.search(piece)
        ]
        for name, words in spoken:
            rest = words.sub(" ", piece).strip(" :=-")
            if not rest:
                # "Killed and injured: 20" counts both together.
                return Counts(*(StatedNumber() if one.search(plain) else None for one in _BOTH))
            # Said twice, or of both together: which number is whose is not ours to choose.
            is_plain = name not in found and len(spoken) == 1 and not is_sum
            is_plain = is_plain and not _SECOND_NUMBER.search(words.sub("@", piece))
            found[name] = _read_spoken(piece, words) if is_plain else StatedNumber()
        # "2 men and 3 women killed" is neither 2 nor 3; "(1 man, 2 women)" only explains a number.
        explains = piece.endswith(")") or _EXPLAINS.search(piece)
        is_sum = not spoken and not explains and bool(_ANY_NUMBER.search(piece))
    return Counts(found.get("killed"), found.get("injured"))


def _read_spoken(piece: str, words: re.Pattern[str]) -> StatedNumber | None:
    """Return the number of a piece that has a word for what is counted; None for no figure."""
    before, after = (words.sub(" ", part).strip(" :=-") for part in _split(piece, words))
    if counts_others(after) and not after.startswith("("):
        return StatedNumber()  # "3 killed or missing"
    is_counted = _ANY_NUMBER.search(before) or write_none_as_zero(before) != before
    if before and (is_counted or not after):
        return None if says_no_figure(before) else read_count(before) or StatedNumber()
    if says_no_figure(after):
        return None
    found = _find_number(write_none_as_zero(" ".join(after.casefold().split())))
    return found[0] if found else StatedNumber()


def _split(piece: str, words: re.Pattern[str]) -> tuple[str, str]:
    """Return what stands before the first of some words, and after it."""
    match = words.search(piece)
    return (piece[: match.start()], piece[match.end() :]) if match else (piece, "")


def _write_digits(text: str) -> str:
    text = _SPELT.sub(lambda match: str(_NUMBERS[match[1].casefold()]), text)
    return _BETWEEN.sub(r"\1-", text)


def _as_number(text: str) -> int:
    return int(re.sub(r"[^\d]", "", text))
