"""A number of people as somebody states it: exact, or with a lowest or highest bound."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

AND = r"\b(?:and|et|und|y|и|та)\b"
LEAST_AFTER = r"(?:at least|au moins|mindestens|al menos|не менее|щонайменше)"
"""Words after a number that make it the lowest."""
_BETWEEN = re.compile(rf"\b(?:between|entre|zwischen) (\S+) {AND} (?=\S)", re.IGNORECASE)
_NUMBERS = {
    **{"no one": 0, "no": 0, "none": 0, "nobody": 0, "zero": 0, "one": 1, "two": 2, "three": 3},
    **{"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40},
    **{"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
NO_FIGURE = (
    r"no (?:\w+ )?(?:data|info\w*|figures?|numbers?|reports?|details?|estimates?|count)\b"
    r"|no one knows\b"
)
_SPELT = re.compile(
    rf"\b(?!{NO_FIGURE})({'|'.join(_NUMBERS)})\b(?! (?:less|fewer|more|later|longer)\b)",
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
    rf"|[^(]*(?:[,;&+]|{AND})\s*\d|\s*(?:or(?! more| so)|to|ou|oder|o|или|або|bis|à|a|до)(?!\w)"
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
_EXCLUSIVE = re.compile(r"more than|over|>(?!=)|less than|fewer than|under|<(?!=)", re.IGNORECASE)
_RANGE = re.compile(
    rf"^{_DIGITS}\s*(?:-|–|—|to|bis|à|a|до|or|ou|oder|o|или|або)\s*{_NUMBER}", re.IGNORECASE
)
_PLAIN = re.compile(
    r"^(?:about|around|approx\.?|c\.|~|ca\.?|some|circa|около|etwa|environ)?\s*"
    rf"{_NUMBER}(\s*\+| or more|,? {LEAST_AFTER})?",
    re.IGNORECASE,
)
# Whole cells, or the words before those of the dead: "nil", "aucun mort".
_NONE = re.compile(
    r"^(?:nil|nill|aucune?|aucun blessé|zéro|néant|keine?[rn]?|niemand|ning[uú]n(?:[oa]s?)?|nadie"
    r"|cero|нет|нету|ноль|нуль|никто|ни одного|ніхто|немає|жодного|nobody|none|no one)(?!\w)",
    re.IGNORECASE,
)

_WHOLE = re.compile(r"\d{1,10}(?:[.,](?:0{1,2}|0{4,20})|(?:[.,]\d{1,10})?e\+?\d)", re.IGNORECASE)


@dataclass(frozen=True)
class StatedNumber:
    """A number of people as stated; a bound is None if the words do not give it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the words give no number.

        >>> StatedNumber().is_empty, StatedNumber(best=0).is_empty
        (True, False)
        """
        return self == StatedNumber()

    def as_member(self) -> dict[str, object]:
        """Return it as an event's file has it, without what is not stated.

        >>> StatedNumber(low=2, high=4).as_member()
        {'low': 2, 'high': 4}
        """
        parts = {"low": self.low, "best": self.best, "high": self.high}
        return {name: number for name, number in parts.items() if number is not None}


class FoundNumber(NamedTuple):
    """The number that a text starts with, and the rest of the text."""

    number: StatedNumber
    rest: str


def find_number(text: str) -> FoundNumber | None:
    """Return the number that a text in lower-case letters starts with; None if it has none.

    Examples
    --------
    >>> find_number("at least 2 men").number, find_number("fewer than 5").number
    (StatedNumber(low=2, best=None, high=None), StatedNumber(low=None, best=None, high=4))
    >>> find_number("2-4 dead").number, find_number("about 10 men").rest
    (StatedNumber(low=2, best=None, high=4), ' men')
    >>> find_number("several"), find_number("4-2")
    (None, None)
    """
    is_exclusive = _EXCLUSIVE.match(text) is not None
    if match := _LEAST.match(text):
        low = _as_number(match[1])
        number = StatedNumber(low=low + 1 if is_exclusive else low)
    elif match := _MOST.match(text):
        high = _as_number(match[1])
        number = StatedNumber(high=max(high - 1, 0) if is_exclusive else high)
    elif match := _RANGE.match(text):
        low, high = _as_number(match[1]), _as_number(match[2])
        if low > high:
            return None
        number = StatedNumber(low=low, high=high)
    elif match := _PLAIN.match(text):
        best, is_least = _as_number(match[1]), match[2]
        number = StatedNumber(low=best) if is_least else StatedNumber(best=best)
    else:
        return None
    return FoundNumber(number, text[match.end() :])


def _as_number(text: str) -> int:
    return int(re.sub(r"[^\d]", "", text))


def has_number(text: str) -> bool:
    """Return whether a text has a number in digits, or a word such as "dozens".

    >>> has_number("dozens of men"), has_number("3 men"), has_number("men")
    (True, True, False)
    """
    return _ANY_NUMBER.search(text) is not None


def write_digits(text: str) -> str:
    """Return a text with the English words of small numbers in digits.

    >>> write_digits("two killed"), write_digits("between two and 4"), write_digits("no more")
    ('2 killed', '2-4', 'no more')
    """
    text = _SPELT.sub(lambda match: str(_NUMBERS[match[1].casefold()]), text)
    return _BETWEEN.sub(r"\1-", text)


def write_whole(text: str) -> str:
    """Return a whole number in digits alone, as a program may write it as "3.0" or "1e2".

    Three zeros after a point may be thousands, and stay.

    >>> write_whole("12.00"), write_whole("1.5e3"), write_whole("1.000"), write_whole("1.5")
    ('12', '1500', '1.000', '1.5')
    """
    if not _WHOLE.fullmatch(text):
        return text
    number = Decimal(text.replace(",", "."))
    return str(int(number)) if number == int(number) else text


def write_none_as_zero(text: str) -> str:
    """Return a text with its first words as 0 if they mean nobody.

    >>> write_none_as_zero("aucun mort"), write_none_as_zero("nilometer")
    ('0 mort', 'nilometer')
    """
    return _NONE.sub("0", text)
