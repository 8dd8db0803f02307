"""Places in metres and in codes: MGRS, plus codes, UTM, any named coordinate system."""

import math
import re
from dataclasses import replace
from functools import lru_cache

import mgrs
from openlocationcode import openlocationcode
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from geo.errors import quote
from geo.importing.places.point import (
    METRES_OF_A_DEGREE,
    PlaceProblem,
    ReadPosition,
    round_radius,
)
from geo.importing.words.unknown import is_unknown

_MGRS = re.compile(r"\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(\d{2}|\d{4}|\d{6}|\d{8}|\d{10})", re.I)
_UTM = re.compile(
    r"(\d{1,2})\s?([C-HJ-NP-X])\s+(\d{6}(?:\.\d+)?)m?E?[\s,]+(\d{6,8}(?:\.\d+)?)m?N?", re.I
)


def read_metres(easting: str, northing: str, crs: str) -> ReadPosition | None:
    """Return the point of two cells in metres of a named CRS, such as EPSG:32638.

    Raises
    ------
    PlaceProblem
    """
    if is_unknown(easting) and is_unknown(northing):
        return None
    try:
        x, y = (float(text.replace(" ", "").replace(",", ".")) for text in (easting, northing))
    except ValueError:
        raise PlaceProblem(f"{quote(easting)} and {quote(northing)}", "two numbers") from None
    return project(x, y, crs)


def project(x: float, y: float, crs: str) -> ReadPosition:
    """Return a point of a named CRS in WGS 84."""
    lon, lat = _find_transformer(crs).transform(x, y)
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise PlaceProblem(f"{x:g}, {y:g}", f"a place inside {crs}")
    return ReadPosition(round(lon, 7), round(lat, 7), remark=f"reprojected from {crs}")


@lru_cache(maxsize=100)
def _find_transformer(crs: str) -> Transformer:
    try:
        return Transformer.from_crs(CRS.from_user_input(crs), "EPSG:4326", always_xy=True)
    except CRSError:
        raise PlaceProblem(quote(crs), "a coordinate system such as EPSG:32638") from None


def read_code(text: str) -> ReadPosition | None:
    """Return the middle of an MGRS square or a plus code."""
    code = text.replace(" ", "").upper()
    if _MGRS.fullmatch(code):
        return _read_mgrs(code)
    if not openlocationcode.isValid(text.strip().upper()):
        return None
    if not openlocationcode.isFull(text.strip().upper()):
        raise PlaceProblem(f"{quote(text)}, a short plus code", "a whole plus code")
    area = openlocationcode.decode(text.strip().upper())
    half = math.hypot(area.latitudeHi - area.latitudeLo, area.longitudeHi - area.longitudeLo) / 2
    radius = round_radius(half * METRES_OF_A_DEGREE)
    lon, lat = round(area.longitudeCenter, 7), round(area.latitudeCenter, 7)
    return ReadPosition(lon, lat, radius, "the middle of a plus code")


def _read_mgrs(code: str) -> ReadPosition:
    digits = re.search(r"(\d+)$", code)
    half = len(digits[1]) // 2 if digits else 0
    side = 10 ** (5 - half)
    converter = mgrs.MGRS()
    try:
        zone, hemisphere, easting, northing = converter.MGRSToUTM(code)
    except Exception as error:
        raise PlaceProblem(repr(code), "an MGRS reference that exists") from error
    south = hemisphere in ("S", b"S")
    found = project(
        easting + side / 2, northing + side / 2, f"EPSG:{(32700 if south else 32600) + int(zone)}"
    )
    radius = round_radius(side / math.sqrt(2))
    return replace(found, radius_m=radius, remark="the middle of an MGRS square")


def read_utm(text: str) -> ReadPosition | None:
    """Return the point of a zone with its metres; None of any other text."""
    match = _UTM.fullmatch(text)
    if not match or not 1 <= int(match[1]) <= 60:
        return None
    base = 32600 if match[2].upper() >= "N" else 32700
    return project(float(match[3]), float(match[4]), f"EPSG:{base + int(match[1])}")
