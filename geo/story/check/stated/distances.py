"""Distances from a border that an English text gives, as far as they can be read with certainty."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,3})?)"
_RANGE_MARK = r"\s?(?:-|–|\bto\b|\band\b|\bor\b)\s?"
_KM = r"\s?(?:km|kilomet(?:re|er)s?)\b(?!/)"
_LEAST = r"more than|over|at least|no less than|not less than|beyond"
_MOST = r"less than|under|at most|up to|no more than|not more than|within"
_ABOUT = r"about|some|around|roughly|approximately|nearly|almost|close to|c\.|~"
_LENGTH = (
    rf"(?<![\w.,/–-])(?:(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))\s)?"
    rf"(?:(?P<about>{_ABOUT})\s?)?(?:between\s)?"
    rf"(?P<low>{_DIGITS})(?:{_RANGE_MARK}(?P<high>{_DIGITS}))?{_KM}"
)
_LINE = r"(?:border|frontier)"
_NEAREST = r"(?:nearest\s(?:point|part|stretch|piece)\s(?:of|on)\s(?:the\s)?)?"
_KINDS = r"(?:(?:nearest|recogni[sz]ed|internationally|international|state|land|national)\s)*"
# Nothing is measured from "the border of the district" and "the border post".
_NO_OTHER = (
    r"(?![\w-]|\s(?:of|between|with|to|crossings?|checkpoints?|posts?|points?|guards?|villages?"
    r"|towns?|city|districts?|regions?|areas?|zones?|stations?|strips?|fences?|river)\b)"
)
_WAY = (
    r"(?:\s(?:away|inland|deep|as\sthe\scrow\sflies|(?:north|south)-?(?:east|west)|north|south|east"
    r"|west))*"
)
_FROM = r"\s(?:from|of|to|off|inside|outside|beyond|behind|across)\s"
_IS = r"(?:\sit)?\s(?:is|was|lies|lay|measures|measured)\s"
_NO_LENGTH = r"(?!\s(?:long|in length|wide)\b)"
# Words in the name of a border that are no name.
_GENERIC = frozenset({"The", "Border", "Borders", "Frontier", "Boundary", "State", "Land"})
_SHORTEST_STEM = 4
# How much of a number may have been rounded away, at most; of "about 20" how much at least.
_MOST_ROUNDED, _LEAST_DOUBT = 0.05, 0.1


@dataclass(frozen=True, slots=True)
class StatedDistance:
    """How far something is from the border, by a text.

    Attributes
    ----------
    found : str
        The words.
    least_km, most_km : float
        Without a side. Wider than the number by what rounding may hide.
    """

    found: str
    least_km: float
    most_km: float


def find_distances(text: str, border: str) -> list[StatedDistance]:
    """Return the distances from the border of a story that a text gives.

    Read are kilometres from "the border" or from what the border is named after, and "to the
    border it is 451 km". Not read are distances from towns, from other borders, and from what has
    the word in its name ("the border post").

    Parameters
    ----------
    text : str
        With single spaces.
    border : str
        Name of the border, such as "Zenda, land territory": its first name counts.

    Examples
    --------
    >>> [found] = find_distances("It lies some 20 km from the Zendan border.", "Zenda, land")
    >>> found.found, found.least_km, found.most_km
    ('some 20 km from the Zendan border', 18.0, 22.0)
    >>> find_distances("20 km from the Strelsau border, 3 km from Hentzau", "Zenda")
    []
    >>> [found.found for found in find_distances("To the border it is 451 km.", "")]
    ['the border it is 451 km']
    """
    if "km" not in text and "kilomet" not in text:
        return []
    return [_read(match) for one in _compile(border) for match in one.finditer(text)]


def list_lengths(text: str) -> list[float]:
    """Return all numbers of kilometres in a text, whatever they are the distance of.

    >>> list_lengths("160 to 200 km away, not 1,200 kilometres")
    [160.0, 200.0, 1200.0]
    """
    found = re.finditer(rf"({_DIGITS})(?:{_RANGE_MARK}({_DIGITS}))?{_KM}", text)
    return [_as_number(number) for match in found for number in match.groups() if number]


@lru_cache(maxsize=100)
def _compile(border: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of "20 km from the border" and of "the border is 20 km away"."""
    borders = [rf"[Tt]he\s{_NEAREST}{_KINDS}{_LINE}{_NO_OTHER}"]
    places = []
    if name := _find_name(border):
        stem = re.escape(name[: max(_SHORTEST_STEM, len(name) - 1)])
        borders += [
            rf"(?:[Tt]he\s)?{_NEAREST}{stem}\w*(?:['’]s?)?\s{_KINDS}{_LINE}{_NO_OTHER}",
            rf"[Tt]he\s{_NEAREST}{_KINDS}{_LINE}\s(?:with|of)\s(?:the\s)?{re.escape(name)}\b",
        ]
        places = [rf"(?:the\s)?{re.escape(name)}(?!['’]|[\w-]|\s[A-Z]|\s{_KINDS}{_LINE})"]
    any_border, anything = "|".join(borders), "|".join([*borders, *places])
    return (
        re.compile(rf"{_LENGTH}{_WAY}{_FROM}(?:{anything})"),
        re.compile(rf"(?:{any_border}){_IS}{_LENGTH}(?!{_WAY}{_FROM}){_NO_LENGTH}"),
    )


def _find_name(border: str) -> str:
    """Return the first name in the name of a border; "" if there is none."""
    words = re.findall(r"[^\W\d_][\w-]*", border)
    return next((one for one in words if one[0].isupper() and one not in _GENERIC), "")


def _read(match: re.Match[str]) -> StatedDistance:
    low, high = match["low"], match["high"] or match["low"]
    least_km = _as_number(low) - _find_doubt(low, match["about"])
    most_km = _as_number(high) + _find_doubt(high, match["about"])
    if match["least"]:
        most_km = math.inf
    elif match["most"]:
        least_km = 0.0
    return StatedDistance(match[0], max(least_km, 0.0), most_km)


def _find_doubt(number: str, about: str | None) -> float:
    """Return by how much a number may be off: 450 may be rounded to tens."""
    whole = number.replace(",", "")
    step = 10 ** (len(whole) - len(whole.rstrip("0"))) if "." not in whole else 0.1
    doubt = min(step / 2, _MOST_ROUNDED * float(whole))
    return max(doubt, _LEAST_DOUBT * float(whole)) if about else doubt


def _as_number(number: str) -> float:
    return float(number.replace(",", ""))
