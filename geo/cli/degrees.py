"""Degrees as people write them in tables: a decimal point or comma, degree signs, N and W."""

import re
from typing import Literal

Axis = Literal["lon", "lat"]
MOST_DEGREES: dict[Axis, int] = {"lon": 360, "lat": 90}

_NUMBER = r"\d+(?:[.,]\d*)?|[.,]\d+"
_DEGREES = re.compile(
    rf"""\s*(?P<before>[NSEW])?\s*(?P<sign>[+\-\u2212])?\s*
    (?P<degrees>{_NUMBER})\s*[°º]?\s*
    (?:(?P<minutes>{_NUMBER})\s*['′\u2019]\s*
    (?:(?P<seconds>{_NUMBER})\s*(?:["″\u201d]|'')\s*)?)?
    (?P<after>[NSEW])?\s*""",
    re.VERBOSE | re.ASCII,
)
_EXPONENT = re.compile(r"\s*[+-]?\d+(?:\.\d*)?[eE][+-]?\d{1,3}\s*", re.ASCII)


def parse_degrees(text: str, axis: Axis) -> float | None:
    """Return the degrees that a text says, positive to the north and east.

    Parameters
    ----------
    text : str
    axis : {"lon", "lat"}
        A longitude up to 360 or a latitude up to 90, either way.

    Returns
    -------
    float or None
        None if the text says nothing.

    Raises
    ------
    ValueError
        If the text is not such a number.

    Examples
    --------
    >>> parse_degrees("178,8", "lon"), parse_degrees("18°12′00″S", "lat"), parse_degrees(" ", "lat")
    (178.8, -18.2, None)
    """
    if not text.strip():
        return None
    degrees = float(text) if _EXPONENT.fullmatch(text) else _read_angle(text, axis)
    if not abs(degrees) <= MOST_DEGREES[axis]:
        raise ValueError(text)
    return degrees


def _read_angle(text: str, axis: Axis) -> float:
    match = _DEGREES.fullmatch(text)
    if match is None:
        raise ValueError(text)
    sides = [side for side in (match["before"], match["after"]) if side]
    # An E cannot be a latitude, and "-37 W" is ambiguous.
    if len(sides) > 1 or (sides and (match["sign"] or sides[0] not in _sides(axis))):
        raise ValueError(text)
    whole, minutes, seconds = (
        float((match[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
    )
    if not (minutes < 60 and seconds < 60) or (match["minutes"] and not whole.is_integer()):
        raise ValueError(text)
    negative = match["sign"] in ("-", "\u2212") or sides in (["S"], ["W"])
    return (whole + minutes / 60 + seconds / 3600) * (-1 if negative else 1)


def _sides(axis: Axis) -> str:
    return "EW" if axis == "lon" else "NS"
