"""What somebody types at a question, as an answer to it."""

from geo.importing.dates.offsets import read_zone
from geo.importing.places.point import PlaceProblem
from geo.importing.places.position import read_position
from geo.importing.questions.question import Question

_YES, _NO = ("y", "yes"), ("n", "no")


def read_reply(question: Question, text: str) -> str | None:
    """Return the answer that a text means; None if it does not answer the question.

    A choice may be given by its number, or by its value. Of the one town that is proposed "yes"
    and "no" are enough; an empty text leaves a question open that blocks no row.

    Examples
    --------
    >>> from geo.importing.questions.question import Choice
    >>> town = (Choice("14.8,42.9,5000", "Harbour"), Choice("unknown", "none of these"))
    >>> place = Question("place:Harbour", "Is it this town?", town, is_blocking=False)
    >>> read_reply(place, "1"), read_reply(place, "yes"), read_reply(place, "no")
    ('14.8,42.9,5000', '14.8,42.9,5000', 'unknown')
    >>> read_reply(place, "12.5, 43.1"), read_reply(place, "perhaps")
    ('12.5, 43.1', None)
    """
    plain = text.strip()
    values = [choice.value for choice in question.choices]
    kind = question.id.partition(":")[0]
    if not plain:
        return None if question.is_blocking else ""
    if plain.casefold() in values:
        return plain.casefold()
    if plain.isdecimal() and 1 <= int(plain) <= len(values):
        return values[int(plain) - 1]
    if kind == "place":
        if len(values) == 2 and plain.casefold() in (*_YES, *_NO):
            return values[plain.casefold() in _NO]
        return plain if is_place_answer(plain) else None
    if kind == "year":
        return plain if plain.isdecimal() and len(plain) == 4 else None
    if kind == "zone":
        return plain if read_zone(plain) else None
    return None if values else plain


def is_place_answer(text: str) -> bool:
    """Return whether a text is a place as an answer gives it: latitude, longitude, metres.

    >>> [is_place_answer(text) for text in ("12.5, 43.1, 900", "unknown", "yes", "95, 200")]
    [True, True, False, False]
    """
    if text == "unknown":
        return True
    lat, lon, *_ = [part.strip() for part in text.split(",")] + [""]
    try:
        return read_position(lat, lon) is not None
    except PlaceProblem:
        return False
