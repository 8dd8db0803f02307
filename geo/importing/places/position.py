"""Where a row says that something happened: a point in WGS 84, with how well it is known."""

import math
import re
from dataclasses import replace
from functools import lru_cache
from typing import NoReturn

from geo.errors import quote
from geo.events.sparse.defaults import UNSTATED_RADIUS_M
from geo.importing.places.codes import read_code, read_utm
from geo.importing.places.degrees import Degrees, read_degrees, simplify_signs
from geo.importing.places.point import (
    BEYOND,
    METRES,
    METRES_OF_A_DEGREE,
    SWAPPED,
    PlaceProblem,
    ReadPosition,
    turn_back,
)
from geo.importing.words.unknown import is_unknown

_WANTED = (
    "degrees such as 12.6392, 48°23'11\"N or N13 19.2, both in one cell, MGRS, a plus code, or WKT"
)
_ABOUT = re.compile(
    r"\s*((about|approx(imately|\.)?|around|roughly|near|ca?\.|circa)\s+|[~≈]\s*)(?=[-+\d(NSEWnsew])",
    re.I,
)
_IN_ADDRESS = re.compile(r"https?://\S*?[@=/:](-?\d{1,2}\.\d+),\+?(-?\d{1,3}\.\d+)")


@lru_cache(maxsize=20_000)
def read_position(lat: str, lon: str = "") -> ReadPosition | None:
    """Return the point that one or two cells mean; None if they say that none is known.

    Raises
    ------
    PlaceProblem
        If they are not a point.

    Examples
    --------
    >>> read_position("14.83, 42.93").lon, read_position("12,6392", "-8,0029").lat
    (42.93, 12.6392)
    """
    if is_unknown(lat) and is_unknown(lon):
        return None
    first, second = read_degrees(lat), read_degrees(lon)
    if first is None or second is None:
        if (plain := _ABOUT.sub("", lat)) != lat or _ABOUT.match(lon):
            found = read_position(plain, _ABOUT.sub("", lon))
            return found and _widen(found)
        if is_unknown(lat) or is_unknown(lon):
            return _read_alone(lat, lon)
        if _is_metres(lat) and _is_metres(lon):
            raise PlaceProblem(f"{quote(lat)} and {quote(lon)}, metres", "degrees", METRES)
        problem = PlaceProblem(quote(lat if first is None else lon), _WANTED)
        problem.axis = "lat" if first is None else "lon"
        raise problem
    return _place(first, second, f"{lat[:40]} and {lon[:40]}")


def _read_alone(lat: str, lon: str) -> ReadPosition:
    """Return the point that one of two cells means where the other is empty."""
    axis, text = ("lat", lat) if is_unknown(lon) else ("lon", lon)
    try:
        return _read_one(text)
    except PlaceProblem as problem:
        problem.axis = axis
        raise


def _widen(found: ReadPosition) -> ReadPosition:
    radius = 2 * (found.radius_m or UNSTATED_RADIUS_M)
    said = "a place that is only about right gets twice the radius"
    return replace(found, radius_m=radius, remark="; ".join(filter(None, (found.remark, said))))


def _is_metres(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{4,8}([.,]\d+)?", text.replace(" ", "")))


def _read_one(text: str) -> ReadPosition:
    """Return the point that one cell means."""
    plain = simplify_signs(text)
    if plain[:1] in ("(", "["):
        plain = plain.strip("()[] ")
    for read in (_read_pair, read_code, read_utm, _read_address, _read_wkt):
        if found := read(plain):
            return found
    if read_degrees(plain):
        raise PlaceProblem(f"{quote(text)} alone", "latitude and longitude")
    raise PlaceProblem(quote(text), _WANTED)


def _read_pair(text: str) -> ReadPosition | None:
    for split in _list_splits(text):
        first, second = (read_degrees(part.strip(" ,;/|")) for part in split)
        if first and second:
            return _place(first, second, text[:60])
    return None


def _list_splits(text: str) -> list[tuple[str, str]]:
    """Return where a text may be two numbers: at a character between, else between two sides."""
    if text.count(";") == 1:
        return [tuple(text.split(";"))]  # type: ignore[list-item]
    commas = [match.start() for match in re.finditer(",", text)]
    spaced = [at for at in commas if text[at + 1 : at + 2] == " "]
    if len(spaced) == 1:
        return [(text[: spaced[0]], text[spaced[0] + 1 :])]
    if len(commas) == 1 and "." in text:
        return [(text[: commas[0]], text[commas[0] + 1 :])]
    if len(commas) == 3:
        return [(text[: commas[1]], text[commas[1] + 1 :])]
    splits = []
    if match := re.fullmatch(r"(.*?[NSns])[\s,/]+(.*?[EWew])", text):
        splits.append((match[1], match[2]))
    if match := re.fullmatch(r"([NSns].*?)[\s,/]+([EWew].*)", text):
        splits.append((match[1], match[2]))
    if match := re.fullmatch(r"(\S+)[\s/|]+(\S+)", text):
        splits.append((match[1], match[2]))
    return splits


def _place(first: Degrees, second: Degrees, shown: str) -> ReadPosition:
    remark = ""
    if first.axis == "lon" or second.axis == "lat":
        if first.axis == "lat" or second.axis == "lon":
            raise PlaceProblem(repr(shown), "one latitude and one longitude")
        first, second = second, first
        remark = "longitude before latitude, by the letters"
    lat, lon = first.value, second.value
    if abs(lat) > 90 or abs(lon) > 180:
        _refuse(first, second, shown)
    if lat == 0 and lon == 0:
        raise PlaceProblem("0, 0, which software enters where no place is known", "the place")
    # A spreadsheet drops zeros at the end: the finer of the two says how finely both were entered.
    doubt = min(first.doubt, second.doubt) * math.sqrt(2) * METRES_OF_A_DEGREE
    radius = math.ceil(doubt / 1000) * 1000 if doubt > UNSTATED_RADIUS_M else None
    return ReadPosition(round(lon, 7), round(lat, 7), radius, remark)


def _refuse(first: Degrees, second: Degrees, shown: str) -> NoReturn:
    """Raise the problem of degrees on no place of the Earth, with what they may mean."""
    lat, lon = first.value, second.value
    wanted = "a latitude from -90 to 90 and a longitude from -180 to 180"
    if abs(lon) <= 90 and abs(lat) <= 180:
        meant = _place(second._replace(axis=""), first._replace(axis=""), shown)
        meant = replace(meant, remark="lat and lon swapped")
        raise PlaceProblem(repr(shown), f"{wanted}; swapped?", SWAPPED, meant)
    if abs(lat) <= 90 and abs(lon) <= 360:
        west = second._replace(value=turn_back(lon))
        meant = replace(_place(first, west, shown), remark="a longitude beyond 180 is turned back")
        wanted = f"{wanted}: write {west.value:.10g}"
        raise PlaceProblem(repr(shown), wanted, BEYOND, meant)
    raise PlaceProblem(repr(shown), wanted)


def _read_address(text: str) -> ReadPosition | None:
    match = _IN_ADDRESS.search(text)
    if not match:
        return None
    parts = [read_degrees(part) for part in match.groups()]
    first, second = parts
    assert first is not None
    assert second is not None
    return replace(_place(first, second, text[:60]), remark="from the address of a map")


def _read_wkt(text: str) -> ReadPosition | None:
    match = re.fullmatch(
        r"POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)", text, re.I
    )
    if not match:
        return None
    lon, lat = (read_degrees(part) for part in match.groups())
    return _place(lat, lon, text[:60]) if lat and lon else None
