"""Geometries of a table: which can be a place, and what is wrong with the degrees of others."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import shapely.geometry

from geo.errors import quote
from geo.events.geometry.shape_points import pick_points
from geo.importing.places.point import BEYOND, SWAPPED, PlaceProblem, turn_back
from geo.importing.tables.table import Geometry

_TYPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
_WANTED = "positions of a longitude from -180 to 180 and a latitude from -90 to 90"


class LonLat(NamedTuple):
    """A position of GeoJSON: longitude first."""

    lon: float
    lat: float


def check_type(geometry: Geometry) -> Geometry:
    """Return a geometry of one of the types that an event has; a collection of one is that one.

    Raises
    ------
    PlaceProblem

    Examples
    --------
    >>> point = {"type": "Point", "coordinates": [1, 2]}
    >>> check_type({"type": "GeometryCollection", "geometries": [point]}) == point
    True
    """
    name = geometry.get("type")
    if name in _TYPES:
        return geometry
    found = quote(name)
    if name == "GeometryCollection":
        parts = geometry.get("geometries")
        if isinstance(parts, list | tuple):
            if len(parts) == 1 and isinstance(parts[0], dict):
                return check_type(parts[0])
            found = f"a GeometryCollection of {len(parts):,}"
    raise PlaceProblem(found, f"one geometry of these types: {', '.join(_TYPES)}")


def check_degrees(geometry: Geometry) -> None:
    """Raise a problem where a position lies on no place of the Earth; its kind says what would fit.

    Raises
    ------
    PlaceProblem
    """
    positions = list(list_positions(geometry.get("coordinates")))
    if not positions:
        raise PlaceProblem("no position", _WANTED)
    wrong = [one for one in positions if not (abs(one.lon) <= 180 and abs(one.lat) <= 90)]
    if not wrong:
        return
    found = f"{wrong[0].lon:.10g}, {wrong[0].lat:.10g}"
    if all(abs(one.lon) <= 90 and abs(one.lat) <= 180 for one in positions):
        raise PlaceProblem(found, f"{_WANTED}; swapped?", SWAPPED)
    if all(abs(one.lat) <= 90 and abs(one.lon) <= 360 for one in positions):
        meant = f"{turn_back(wrong[0].lon):.10g}"
        # For edges that cross the line it is ambiguous which way round the Earth they go.
        if min(one.lon for one in positions) >= 180 or max(one.lon for one in positions) <= -180:
            raise PlaceProblem(found, f"{_WANTED}: write {meant}", BEYOND)
        raise PlaceProblem(found, f"{_WANTED}: parts on either side of 180 degrees, with {meant}")
    raise PlaceProblem(found, _WANTED)


def list_positions(coordinates: object) -> Iterator[LonLat]:
    """Yield the positions of the coordinates of a geometry; heights are left out.

    Raises
    ------
    PlaceProblem
        If one is not two numbers.
    """
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            yield LonLat(float(lon), float(lat))
        case [] | ():
            return
        case [*parts]:
            for part in parts:
                yield from list_positions(part)
        case _:
            raise PlaceProblem(quote(coordinates), _WANTED)


def change_positions(geometry: Geometry, change: Callable[[LonLat], LonLat]) -> Geometry:
    """Return a geometry with each of its positions changed."""
    return {**geometry, "coordinates": _change(geometry.get("coordinates"), change)}


def _change(coordinates: object, change: Callable[[LonLat], LonLat]) -> object:
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            return list(change(LonLat(float(lon), float(lat))))
        case [*parts]:
            return [_change(part, change) for part in parts]
    return coordinates


def swap_position(position: LonLat) -> LonLat:
    """Return a position with longitude and latitude exchanged."""
    return LonLat(position.lat, position.lon)


def turn_position(position: LonLat) -> LonLat:
    """Return a position whose longitude is between -180 and 180."""
    return LonLat(turn_back(position.lon), position.lat)


def pick_point(geometry: Geometry) -> tuple[float, float]:
    """Return lon and lat of a point, or of a point on a line or area."""
    shape = shapely.geometry.shape(geometry)
    if isinstance(shape, shapely.Point):
        return float(shape.x), float(shape.y)
    (lon,), (lat,) = pick_points(np.array([shape], dtype=object))
    return float(lon), float(lat)
