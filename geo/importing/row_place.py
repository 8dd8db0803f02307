"""The place of an event from the cells of its row."""

from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry import mapping

from geo.border.boxes import Box, holds
from geo.events.defaults import PLACE_UNKNOWN
from geo.events.files.deep_shapes import is_deep_wkt
from geo.events.vocabulary import VOCABULARY
from geo.importing.context import Context
from geo.importing.outcome import Cells
from geo.importing.places.codes import read_metres
from geo.importing.places.point import PlaceProblem, ReadPosition, swap
from geo.importing.places.position import read_position
from geo.importing.places.zones import find_zone
from geo.importing.row import MOST_LINE, cut_text, join_line
from geo.importing.row_time import RowProblem, RowWaits
from geo.importing.table import Shape

SWAPPED, METRES = "swapped", "crs"


@dataclass
class RowPlace:
    """Geometry and the members that say how well it is known; the zone of the place."""

    geometry: Shape | None
    members: dict[str, object] = field(default_factory=dict)
    zone: str | None = None
    remarks: list[str] = field(default_factory=list)


def read_place(cells: Cells, shape: Shape | None, context: Context) -> RowPlace:
    """Return the place of a row; without coordinates it is not known.

    Raises
    ------
    RowProblem, RowWaits
    """
    name = join_line(context.cell("place", cells))
    members: dict[str, object] = {}
    if name:
        members["place"] = cut_text(name, MOST_LINE)
    geometry, position = _find_geometry(cells, shape, context)
    if geometry is None and name:
        position = _read_answer(name, context, members)
        geometry = _as_point(position) if position else None
    if geometry is None:
        return RowPlace(None, {"place": members["place"]} if name else {"place": PLACE_UNKNOWN})
    if position and position.radius_m:
        members["radius_m"] = position.radius_m
    _add_precision(cells, context, members)
    remarks = [position.remark] if position and position.remark else []
    try:
        lon, lat = (position.lon, position.lat) if position else pick_point(geometry)
    except (ValueError, TypeError, shapely.errors.ShapelyError):
        raise RowProblem("geometry", "no place", "a geometry of GeoJSON in degrees") from None
    return RowPlace(geometry, members, find_zone(lon, lat), remarks)


def _find_geometry(
    cells: Cells, shape: Shape | None, context: Context
) -> tuple[Shape | None, ReadPosition | None]:
    if shape is not None:
        return shape, None
    if wkt := context.cell("wkt", cells):
        return _read_wkt(wkt, context.column("wkt")), None
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
        raise RowProblem(context.column(column), problem.found, problem.wanted) from None
    return (_as_point(position) if position else None), position


def _read_degrees(cells: Cells, context: Context) -> ReadPosition | None:
    lat, lon = context.cell("lat", cells), context.cell("lon", cells)
    both = context.cell("coordinates", cells)
    try:
        if (lat or lon) or not both:
            return read_position(lat, lon)
        return read_position(both)
    except PlaceProblem as problem:
        if problem.kind == "metres":
            return _read_metres(cells, context, "lon", "lat")
        if problem.kind == "swapped":
            if context.answers.get(SWAPPED) == "yes":
                return read_position(lon, lat)
            if context.answers.get(SWAPPED) is None:
                raise RowWaits(SWAPPED) from None
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
    bounds = context.setting.bounds
    if bounds is None or _is_inside(bounds, position.lon, position.lat):
        return position
    if abs(position.lon) > 90 or not _is_inside(bounds, position.lat, position.lon):
        return position
    answer = context.answers.get(SWAPPED)
    if answer is None:
        raise RowWaits(SWAPPED)
    return swap(position) if answer == "yes" else position


def _is_inside(bounds: Box, lon: float, lat: float) -> bool:
    return bool(holds(bounds, np.array([lon]), np.array([lat]))[0])


def _read_wkt(text: str, column: str) -> Shape:
    try:
        if is_deep_wkt(text):
            raise ValueError
        shape = shapely.from_wkt(text)
    except (shapely.errors.ShapelyError, ValueError):
        raise RowProblem(column, repr(text[:40]), "a geometry in WKT, lon before lat") from None
    west, south, east, north = shape.bounds if not shape.is_empty else (999,) * 4
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise RowProblem(column, repr(text[:40]), "a geometry in degrees, lon before lat")
    return dict(mapping(shapely.force_2d(shape)))


def _as_point(position: ReadPosition) -> Shape:
    return {"type": "Point", "coordinates": [position.lon, position.lat]}


def pick_point(geometry: Shape) -> tuple[float, float]:
    """Return lon and lat of a point, or of a point on a line or area."""
    if geometry["type"] == "Point":
        at = shapely.geometry.shape(geometry)
        return float(at.x), float(at.y)
    point = shapely.geometry.shape(geometry).representative_point()
    return point.x, point.y


def _read_answer(name: str, context: Context, members: dict[str, object]) -> ReadPosition | None:
    """Return the place that was answered for a name without coordinates."""
    answer = context.answers.get(f"place:{name}", "unknown")
    if answer == "unknown":
        return None
    lat, lon, *radius = [part.strip() for part in answer.split(",")] + [""]
    try:
        position = read_position(lat, lon)
    except PlaceProblem:
        return None  # asked again: `open_questions` says what was answered
    if radius and radius[0].isdigit():
        members["radius_m"] = int(radius[0])
    members["place_basis"] = "the name of the place, by a list of towns"
    return position


def _add_precision(cells: Cells, context: Context, members: dict[str, object]) -> None:
    word = context.word("location_precision", cells)
    if word in VOCABULARY["location_precision"] and word != "unknown":
        members["location_precision"] = word
        members.pop("radius_m", None)
    radius = context.word("radius_m", cells)
    try:
        metres = float(radius) if radius else 0.0
    except ValueError:
        return
    if 0 < metres <= 20_037_508:
        members["radius_m"] = int(metres) if metres.is_integer() else metres
