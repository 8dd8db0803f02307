"""The place of an event from the cells of its row."""

import re
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import mapping

from geo.border.boxes import Box, holds
from geo.events.files.deep_shapes import is_deep_wkt
from geo.events.geometry.counted_on import turn_back_geometry
from geo.events.sparse.defaults import PLACE_UNKNOWN
from geo.importing.outcome.outcome import Cells
from geo.importing.places.codes import read_metres
from geo.importing.places.geometries import (
    change_positions,
    check_degrees,
    check_type,
    list_positions,
    pick_point,
    swap_position,
    turn_position,
)
from geo.importing.places.point import (
    BEYOND,
    METRES,
    SWAPPED,
    PlaceProblem,
    ReadPosition,
    swap,
)
from geo.importing.places.position import read_position
from geo.importing.places.zones import find_zone
from geo.importing.rows.context import Context
from geo.importing.rows.cut import MOST_LINE, cut_text, join_line
from geo.importing.rows.part import RowPart
from geo.importing.rows.precision import read_precision
from geo.importing.rows.problems import RowProblem, RowWaits
from geo.importing.tables.table import Geometry

_TURNED = "longitudes counted on beyond 180 degrees are read as those between -180 and 180"
_GEOMETRY = "a geometry of GeoJSON in degrees"
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
    name = join_line(context.cell("place", cells))
    members: dict[str, object] = {}
    if name:
        members["place"] = cut_text(name, MOST_LINE)
    geometry, position, remarks = _find_geometry(cells, geometry, context)
    if geometry is None and name:
        position = _read_name(name, context) or _read_answer(name, context, members)
        geometry = _as_point(position) if position else None
    if geometry is None:
        place = RowPlace({"place": members.get("place", PLACE_UNKNOWN)})
    else:
        try:
            lon, lat = (position.lon, position.lat) if position else pick_point(geometry)
        except (ValueError, TypeError, shapely.errors.ShapelyError):
            raise RowProblem("geometry", "no place", _GEOMETRY) from None
        if position and position.radius_m:
            members["radius_m"] = position.radius_m
        if position and position.remark:
            remarks.append(position.remark)
        place = RowPlace(members, {}, remarks, geometry, find_zone(lon, lat))
    precision = read_precision(cells, context, geometry is not None)
    if "location_precision" in precision.members:
        place.members.pop("radius_m", None)
    place.members |= precision.members
    place.remarks += precision.remarks
    place.notes |= precision.notes
    return place


def _find_geometry(
    cells: Cells, geometry: Geometry | None, context: Context
) -> tuple[Geometry | None, ReadPosition | None, list[str]]:
    """Return the geometry of a row, its position if it is a point of cells, and what to remark."""
    column = "geometry"
    if geometry is None and (wkt := context.cell("wkt", cells)):
        column = context.column("wkt")
        geometry = _read_wkt(wkt, column)
    if geometry is not None:
        remarks: list[str] = []
        return _settle_geometry(geometry, column, context, remarks), None, remarks
    column = "lat"
    try:
        if "easting" in context.uses:
            column = "easting"
            position = _read_metres(cells, context, "easting", "northing")
        else:
            column = "lat" if "lat" in context.uses else "coordinates"
            position = _read_degrees(cells, context)
        if position:
            position = _check_swapped(position, context)
    except PlaceProblem as problem:
        if column == "lat" and problem.axis in context.uses:
            column = problem.axis
        raise RowProblem(context.column(column), problem.found, problem.wanted) from None
    return (_as_point(position) if position else None), position, []


def _settle_geometry(
    geometry: Geometry, column: str, context: Context, remarks: list[str]
) -> Geometry:
    """Return a geometry in degrees of the Earth; what its numbers leave open is asked."""
    try:
        geometry = check_type(geometry)
        if turned := turn_back_geometry(geometry):
            geometry = turned
            remarks.append(f"{column}: {_TURNED}")
        check_degrees(geometry)
    except PlaceProblem as problem:
        if problem.kind and _is_yes(problem.kind, context):
            return change_positions(geometry, _CHANGES[problem.kind])
        raise RowProblem(column, problem.found, problem.wanted) from None
    except (ValueError, OverflowError):
        raise RowProblem(column, "no place", _GEOMETRY) from None
    swapped = change_positions(geometry, swap_position)
    bounds = context.destination.bounds
    if bounds is None or _lies_inside(bounds, geometry):
        return geometry
    if not _lies_inside(bounds, swapped) or not _is_yes(SWAPPED, context):
        return geometry
    return swapped


_CHANGES = {SWAPPED: swap_position, BEYOND: turn_position}


def _is_yes(question: str, context: Context) -> bool:
    """Return whether a question was answered with yes; the row waits until it is answered."""
    answer = context.answers.get(question)
    if answer is None:
        raise RowWaits(question)
    return answer == "yes"


def _lies_inside(bounds: Box, geometry: Geometry) -> bool:
    positions = list(list_positions(geometry["coordinates"]))
    return all(abs(lat) <= 90 and _is_inside(bounds, lon, lat) for lon, lat in positions)


def _read_degrees(cells: Cells, context: Context) -> ReadPosition | None:
    lat, lon = context.cell("lat", cells), context.cell("lon", cells)
    both = context.cell("coordinates", cells)
    try:
        if (lat or lon) or not both:
            return read_position(lat, lon)
        return read_position(both)
    except PlaceProblem as problem:
        if problem.kind == METRES:
            return _read_metres(cells, context, "lon", "lat")
        if problem.kind and _is_yes(problem.kind, context):
            return problem.meant
        raise


def _read_metres(cells: Cells, context: Context, x: str, y: str) -> ReadPosition | None:
    east, north = context.cell(x, cells), context.cell(y, cells)
    if not east and not north:
        return None
    crs = context.mapping.crs or context.answers.get(METRES, "")
    if not crs:
        raise RowWaits(METRES)
    return read_metres(east, north, crs)


def _check_swapped(position: ReadPosition, context: Context) -> ReadPosition:
    """Return a place inside the story's bounds, where only the swapped one lies there."""
    bounds = context.destination.bounds
    if bounds is None or _is_inside(bounds, position.lon, position.lat):
        return position
    if abs(position.lon) > 90 or not _is_inside(bounds, position.lat, position.lon):
        return position
    return swap(position) if _is_yes(SWAPPED, context) else position


def _is_inside(bounds: Box, lon: float, lat: float) -> bool:
    return bool(holds(bounds, np.array([lon]), np.array([lat]))[0])


def _read_wkt(text: str, column: str) -> Geometry:
    try:
        if is_deep_wkt(text):
            raise ValueError
        shape = shapely.from_wkt(text)
    except (shapely.errors.ShapelyError, ValueError):
        raise RowProblem(column, repr(text[:40]), "a geometry in WKT, lon before lat") from None
    if shape.is_empty:
        raise RowProblem(column, repr(text[:40]), "a geometry in degrees, lon before lat")
    return dict(mapping(shapely.force_2d(shape)))


def _as_point(position: ReadPosition) -> Geometry:
    return {"type": "Point", "coordinates": [position.lon, position.lat]}


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


def _read_answer(name: str, context: Context, members: dict[str, object]) -> ReadPosition | None:
    """Return the place that was answered for a name without coordinates."""
    answer = context.answers.get(f"place:{name}", "unknown")
    if answer == "unknown":
        return None
    lat, lon, *radius = [part.strip() for part in answer.split(",")] + [""]
    try:
        position = read_position(lat, lon)
    except PlaceProblem:
        return None  # asked again: `row_questions` says what was answered
    if radius and radius[0].isdigit():
        members["radius_m"] = int(radius[0])
    members["place_basis"] = "the name of the place, by a list of towns"
    return position
