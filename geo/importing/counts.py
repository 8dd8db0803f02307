"""Casualties as people write them, as numbers as far as the words go."""

import re
from dataclasses import dataclass
from functools import lru_cache

from geo.importing.dates.words import list_unknown

_KILLED = re.compile(
    r"\b(killed|dead|deaths?|died|fatalit\w+|morts?|tué\w*|décès|tote\w*|getötet\w*|muert\w+"
    r"|убит\w*|погиб\w*|загинул\w*|загибл\w*|вбит\w*|kia)\b",
    re.IGNORECASE,
)
_INJURED = re.compile(
    r"\b(injur\w+|wounded|hurt|blessé\w*|verletz\w*|herid\w+|ранен\w*|поранен\w*|wia)\b",
    re.IGNORECASE,
)
_BOTH = (_KILLED, _INJURED)
_PIECE = re.compile(
    r"\s*(?:,(?!\d{3})|;|/|\+(?=\s*\d)|&|\band\b|\bet\b|\bund\b|\by\b|\bи\b|\bта\b|\n)\s*"
)
_NUMBERS = {
    **{"no": 0, "none": 0, "nobody": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4},
    **{"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11},
    **{"twelve": 12, "twenty": 20},
}
# A whole number, with its thousands parted; what follows makes it no number of people.
_NUMBER = (
    r"(\d{1,3}(?:[,. ]\d{3})+|\d+)(?!\d|[.,:]\d|-?[^\W\d_]|\s*(?:-|–)?\s*(?:years?|yrs?|km|metres?"
    r"|meters?|m|am|pm|days?|hours?|лет|год|jahre?|ans|años|%)(?!\w))"
)
_LEAST = re.compile(
    r"^(?:at least|min(?:imum)?\.?|more than|over|>=?|≥|не менее|щонайменше|au moins|mindestens"
    rf"|al menos)\s*{_NUMBER}",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"^(?:up to|at most|max(?:imum)?\.?|less than|fewer than|under|<=?|≤|до|jusqu'à|bis zu|hasta"
    rf"|as many as)\s*{_NUMBER}",
    re.IGNORECASE,
)
_STRICT = re.compile(r"more than|over|>(?!=)|less than|fewer than|under|<(?!=)", re.IGNORECASE)
_RANGE = re.compile(rf"^(\d[\d,]*)\s*(?:-|–|—|to|bis|à|a|до)\s*{_NUMBER}", re.IGNORECASE)
_PLAIN = re.compile(
    r"^(?:about|around|approx\.?|c\.|~|ca\.?|some|circa|около|etwa|environ)?\s*"
    rf"{_NUMBER}(\+)?",
    re.IGNORECASE,
)
_NONE_SAID = re.compile(r"\b(none|no \w+|nobody|unknown|not)\b.*\b(reported|known|stated)\b", re.I)


@dataclass(frozen=True)
class Count:
    """A number of people as stated; None where the words give no such number."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    def as_member(self) -> dict[str, object]:
        """Return it as an event's file has it, without what is not stated."""
        parts = {"low": self.low, "best": self.best, "high": self.high}
        return {name: number for name, number in parts.items() if number is not None}


@dataclass(frozen=True)
class Counts:
    """Killed and injured as far as a text says; None where it does not speak of them."""

    killed: Count | None = None
    injured: Count | None = None


@lru_cache(maxsize=10_000)
def read_count(text: str) -> Count | None:
    """Return a number of people; None where the text says that there is no figure.

    Words without a number, such as "several", give a count without numbers.

    Examples
    --------
    >>> read_count("2-4 dead"), read_count("at least 2")
    (Count(low=2, best=None, high=4), Count(low=2, best=None, high=None))
    >>> read_count("dozens"), read_count("none reported"), read_count("0")
    (Count(low=None, best=None, high=None), None, Count(low=None, best=0, high=None))
    """
    plain = " ".join(text.casefold().split())
    if plain in list_unknown() - {"none"} or not plain or _NONE_SAID.search(plain):
        return None
    plain = re.sub(rf"^({'|'.join(_NUMBERS)})\b", lambda match: str(_NUMBERS[match[1]]), plain)
    for pattern, members in ((_LEAST, ("low",)), (_MOST, ("high",)), (_RANGE, ("low", "high"))):
        if match := pattern.match(plain):
            numbers = [_as_number(group) for group in match.groups()]
            if members == ("low", "high") and numbers[0] > numbers[1]:
                return Count()
            if _STRICT.match(plain):
                numbers = [numbers[0] + 1] if members == ("low",) else [max(numbers[0] - 1, 0)]
            return Count(**dict(zip(members, numbers, strict=True)))
    if match := _PLAIN.match(plain):
        number = _as_number(match[1])
        return Count(low=number) if match[2] else Count(best=number)
    return Count()


@lru_cache(maxsize=10_000)
def read_counts(text: str) -> Counts:
    """Return killed and injured from the words of one cell.

    A number without a word for either may be of both together, and is neither's; 0 is of both.

    Examples
    --------
    >>> read_counts("3 killed, 5 wounded").injured, read_counts("1 (child)").killed
    (Count(low=None, best=5, high=None), None)
    """
    plain = " ".join(text.split())
    if plain in ("0", "none") or re.fullmatch(r"no (casualties|victims)", plain, re.IGNORECASE):
        return Counts(Count(best=0), Count(best=0))
    if _NONE_SAID.search(plain):
        return Counts()
    found: dict[str, Count | None] = {}
    for piece in _PIECE.split(plain):
        spoken = [
            (name, words)
            for name, words in (("killed", _KILLED), ("injured", _INJURED))
            if words.search(piece)
        ]
        for name, words in spoken:
            rest = words.sub(" ", piece).strip(" :=-")
            if not rest:
                # "Killed and injured: 20" counts both together.
                return Counts(*(Count() if one.search(plain) else None for one in _BOTH))
            # Said twice, or of both together: which number is whose is not ours to choose.
            is_plain = name not in found and len(spoken) == 1
            found[name] = read_count(rest) if is_plain else Count()
    return Counts(found.get("killed"), found.get("injured"))


def _as_number(text: str) -> int:
    return int(re.sub(r"[^\d]", "", text))
