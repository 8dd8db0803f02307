"""The place of an event from the cells of its row."""

import re
from dataclasses import dataclass, replace

import shapely

from geo.events.sparse.defaults import PLACE_UNKNOWN
from geo.importing.outcome.outcome import Cells, Members
from geo.importing.places.geometries import pick_point
from geo.importing.places.point import PlaceProblem, ReadPosition
from geo.importing.places.position import read_position
from geo.importing.places.zones import find_zone
from geo.importing.rows.context import Context
from geo.importing.rows.geometry import GEOMETRY_WANTED, read_geometry
from geo.importing.rows.part import RowPart
from geo.importing.rows.position import read_row_position
from geo.importing.rows.precision import read_precision
from geo.importing.rows.problems import RowProblem
from geo.importing.tables.table import Geometry
from geo.importing.words.cut import MOST_LINE, join_line

# Two bare numbers could be coordinates or house numbers.
_LIKE_DEGREES = re.compile(r"[°˚º]|\d\s*[NSEW]\b|\b[NSEW]\s*\d|\d\.\d{2}")


@dataclass
class RowPlace(RowPart):
    """A geometry, with the members that say how well it is known, and the zone of the place."""

    geometry: Geometry | None = None
    zone: str | None = None


def read_place(cells: Cells, geometry: Geometry | None, context: Context) -> RowPlace:
    """Return the place of a row; without coordinates it is not known.

    Raises
    ------
    RowProblem, RowWaits
    """
    place = RowPlace()
    name = join_line(context.cell("place", cells))
    if name:
        place.members["place"] = place.cut(context.column("place"), name, MOST_LINE)
    place.geometry = read_geometry(cells, geometry, context, place.remarks)
    if place.geometry:
        place.zone = find_zone(*_pick_point(place.geometry))
    elif position := _find_position(name, cells, context, place.members):
        _set_position(position, place)
    elif not name:
        place.members["place"] = PLACE_UNKNOWN
    precision = read_precision(cells, context, place.geometry is not None)
    if "location_precision" in precision.members:
        place.members.pop("radius_m", None)
    place.members |= precision.members
    place.remarks += precision.remarks
    place.notes |= precision.notes
    return place


def _pick_point(geometry: Geometry) -> tuple[float, float]:
    try:
        return pick_point(geometry)
    except (ValueError, TypeError, shapely.errors.ShapelyError):
        raise RowProblem("geometry", "no place", GEOMETRY_WANTED) from None


def _find_position(
    name: str, cells: Cells, context: Context, members: Members
) -> ReadPosition | None:
    """Return the point of a row by its degrees, else by the name of its place."""
    position = read_row_position(cells, context)
    if position is None and name:
        position = _read_name(name, context) or _read_answer(name, context, members)
    return position


def _set_position(position: ReadPosition, place: RowPlace) -> None:
    place.geometry = {"type": "Point", "coordinates": [position.lon, position.lat]}
    place.zone = find_zone(position.lon, position.lat)
    if position.radius_m:
        place.members["radius_m"] = position.radius_m
    if position.remark:
        place.remarks.append(position.remark)


def _read_name(name: str, context: Context) -> ReadPosition | None:
    """Return the place whose degrees are entered as its name; None if the name is not degrees."""
    if not _LIKE_DEGREES.search(name):
        return None
    try:
        position = read_position(name)
    except PlaceProblem:
        return None
    remark = f"column {context.column('place')!r}: degrees in it are read as the place"
    return position and replace(position, remark=remark)


def _read_answer(name: str, context: Context, members: Members) -> ReadPosition | None:
    """Return the place that was answered for a name without coordinates."""
    answer = context.answers.get(f"place:{name}", "unknown")
    if answer == "unknown":
        return None
    lat, lon, *radius = [part.strip() for part in answer.split(",")] + [""]
    try:
        position = read_position(lat, lon)
    except PlaceProblem:
        return None  # asked again: `row_questions` says what was answered
    if position is None:
        return None
    if radius and radius[0].isdigit():
        members["radius_m"] = int(radius[0])
    members["place_basis"] = "the name of the place, by a list of towns"
    return position
