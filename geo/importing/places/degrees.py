"""Degrees as people write them, as a number and the step of its last digit."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Degrees(NamedTuple):
    """A latitude or longitude, half of its last step, and the axis that it names ("" if none)."""

    value: float
    doubt: float
    axis: str


_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_SIDE = r"[NSEW]|с\.? ?ш\.?|ю\.? ?ш\.?|в\.? ?д\.?|з\.? ?д\.?"
_FORM = re.compile(
    rf"(?P<before>{_SIDE})?\s*(?P<sign>[+-])?\s*(?P<deg>{_NUMBER})\s*(?:°|d|deg|degrees?)?"
    rf"(?:(?:[\s:]+|(?<=[°dgs]))(?P<min>\d{{1,2}}(?:[.,]\d+)?)\s*(?:'|m|min)?)?"
    rf"(?:(?:[\s:]+|(?<=['mn]))(?P<sec>\d{{1,2}}(?:[.,]\d+)?)\s*(?P<mark>\"|sec|s)?)?"
    rf"\s*(?P<after>{_SIDE})?",
    re.IGNORECASE,
)
# As programs write it: 0.00003 as 3e-05, 48.5 as 4.85e1, 12 as "12.", a half as ".5".
_PLAIN = re.compile(
    r"[+-]?(?:[0-9]{1,3}(?:[.,]([0-9]*))?|[.,]([0-9]+))(?:[eE](-[0-9]{1,3}|\+?0{0,2}[0-2]))?",
    re.ASCII,
)
_SIDES = {"с": "N", "ю": "S", "в": "E", "з": "W"}


@lru_cache(maxsize=20_000)
def read_degrees(text: str) -> Degrees | None:
    """Return a latitude or longitude; None if the text is neither.

    "O" is not read: it is east in German and west in French.

    Examples
    --------
    >>> read_degrees("12,6392").value, read_degrees("N13 19.2").axis
    (12.6392, 'lat')
    >>> round(read_degrees("48°23'11\\"N").value, 5), read_degrees("15 abc")
    (48.38639, None)
    """
    # Most cells are plain numbers, which need no look at each sign.
    plain = text if _PLAIN.fullmatch(text) else simplify_signs(text)
    if number := _PLAIN.fullmatch(plain):
        decimals = len(number[1] or number[2] or "") - int(number[3] or 0)
        return Degrees(float(plain.replace(",", ".")), 0.5 * 10.0**-decimals, "")
    match = _FORM.fullmatch(plain)
    if not match or (match["before"] and match["after"]):
        return None
    parts = [match[name] for name in ("deg", "min", "sec")]
    if parts[2] and not parts[1]:
        return None
    numbers = [float(part.replace(",", ".")) for part in parts if part]
    if any(not number.is_integer() for number in numbers[:-1]) or any(n >= 60 for n in numbers[1:]):
        return None
    value = sum(number / 60**power for power, number in enumerate(numbers))
    last = [part for part in parts if part][-1]
    decimals = len(re.split("[.,]", last)[1]) if re.search("[.,]", last) else 0
    doubt = 0.5 * 10**-decimals / 60 ** (len(numbers) - 1)
    side = (match["before"] or match["after"] or "").lower()[:1]
    if match["mark"] in ("s", "S") and "d" not in plain.lower():
        # "48 23 11 S" lies in the south; a small s may be either, and is not guessed.
        if match["mark"] == "s" or side:
            return None
        side = "s"
    side = _SIDES.get(side, side.upper())
    if side and match["sign"]:
        return None
    if match["sign"] == "-" or side in ("S", "W"):
        value = -value
    axis = {"N": "lat", "S": "lat", "E": "lon", "W": "lon"}.get(side, "")
    return Degrees(value, doubt, axis)


def simplify_signs(text: str) -> str:
    """Return a text with plain symbols for degrees, minutes and seconds."""
    plain = unicodedata.normalize("NFC", text)
    for found, plainer in _PLAINER.items():
        plain = plain.replace(found, plainer)
    return " ".join(plain.split())


_PLAINER = {
    "′": "'",
    "’": "'",
    "‘": "'",
    "´": "'",
    "`": "'",
    "ʹ": "'",
    "″": '"',
    "”": '"',
    "“": '"',
    "„": '"',
    "ʺ": '"',
    "''": '"',
    "−": "-",
    "–": "-",
    "˚": "°",
    "º": "°",
}
