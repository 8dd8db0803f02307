"""How well the place of a row is known, from its cells: a word, or metres around it."""

import re

from geo.events.vocabulary import VOCABULARY
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.words import find_word

_UNITS = {"m": 1, "metre": 1, "meter": 1, "km": 1000, "kilometre": 1000, "kilometer": 1000}
_RADIUS = re.compile(
    rf"(?:±|\+/-|~)?\s*(?P<number>\d+(?:[.,]\d+)?|\d{{1,3}}(?:[ ,]\d{{3}})+)"
    rf"\s*(?P<unit>{'|'.join(_UNITS)})?s?",
    re.IGNORECASE,
)
# Half the way round the Earth.
_LARGEST = 20_037_508


def read_precision(cells: Cells, context: Context, has_place: bool) -> RowPart:
    """Return how well the place of a row is known; what it cannot say goes to the note."""
    found = RowPart()
    if text := context.word("location_precision", cells):
        column = context.column("location_precision")
        cell = context.cell("location_precision", cells)
        word = find_word(VOCABULARY["location_precision"], text)
        if word is None:
            found.keep(column, cell, "no precision of a place that the story has")
        elif has_place and word != "unknown":
            found.members["location_precision"] = word
        elif has_place or word != "unknown":
            found.keep(column, cell, "it does not fit the place of the row")
    if text := context.word("radius_m", cells):
        column, metres = context.column("radius_m"), read_radius(text)
        if metres is None:
            found.keep(column, text, "no metres around a place")
        elif not has_place:
            found.keep(column, text, "metres around a place that is not known")
        else:
            found.members["radius_m"] = metres
    return found


def read_radius(text: str) -> int | float | None:
    """Return metres; None if a text is not a length, or the length does not fit on the Earth.

    >>> read_radius("2 km"), read_radius("1,500"), read_radius("2,5 km"), read_radius("-5")
    (2000, 1500, 2500, None)
    """
    match = _RADIUS.fullmatch(text.strip())
    if not match:
        return None
    number, unit = match["number"], (match["unit"] or "m").lower()
    if re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+", number):
        if unit.startswith("k") and "," in number:
            return None  # 1,500 km may be either
        number = re.sub("[ ,]", "", number)
    metres = float(number.replace(",", ".")) * _UNITS[unit]
    if not 0 < metres <= _LARGEST:
        return None
    return int(metres) if metres.is_integer() else metres
