"""Rows and placemarks that this project wrote, as the members of their events."""

import re
from dataclasses import fields

import numpy as np
from shapely.errors import ShapelyError

from geo.events.columns.kinds import PLAIN
from geo.events.columns.list_cells import read_list
from geo.events.event import Event
from geo.events.fields import list_zones
from geo.importing.exports.cells import TRUTH, read_instant, read_number
from geo.importing.exports.claims import read_exported_casualties
from geo.importing.outcome.outcome import Cells, Members
from geo.importing.places.geometries import pick_point
from geo.importing.places.zones import find_zone
from geo.importing.rows.geometry import read_wkt
from geo.importing.rows.problems import RowProblem
from geo.importing.tables.table import Geometry
from geo.times import load_zone

# Members that a table does not hold in one cell.
_SPREAD = {
    "verified_aspects",
    "start",
    "end",
    "tz",
    "territory",
    "killed",
    "injured",
    "claims",
    "sources",
    "checked",
}
_CELLS = tuple(member.name for member in fields(Event) if member.name not in _SPREAD)
_DISTANCE = "Distance to the border"
# A tenth of a metre: a spreadsheet may have rounded its numbers.
_SAME_DEG = 1e-6


def read_members(cells: Cells, zone: str) -> Members:
    """Return the members of an event from a row of its table."""
    own_zone = cells.get("tz", zone)
    members: Members = {name: _read_cell(name, cells[name]) for name in _CELLS if name in cells}
    members |= _read_interval(cells, "start", "end", own_zone)
    if own_zone != zone:
        members["tz"] = own_zone
    if aspects := cells.get("verified_aspects"):
        members["verified_aspects"] = read_list("verified_aspects", aspects)
    territory = {n: cells[n] for n in ("recognised_country", "controlled_by") if n in cells}
    if territory:
        members["territory"] = territory
    for name in ("killed", "injured"):
        if counts := read_exported_casualties(cells, name):
            members[name] = counts
    if addresses := cells.get("source_urls"):
        members["sources"] = read_list("source_urls", addresses)
    return members


def read_placemark_members(cells: Cells, place: Geometry | None, zone: str) -> Members:
    """Return the members of a placemark: fewer than the event had."""
    lines = cells.get("description", "").split("\n")
    own_zone = cells.get("tz") or (_find_own_zone(place) if place else None) or zone
    members: Members = {name: _read_cell(name, cells[name]) for name in _CELLS if name in cells}
    members["title"] = cells.get("name", "")
    members |= _read_interval(cells, "begin", "end", own_zone)
    if own_zone != zone:
        members["tz"] = own_zone
    # A title may have several lines; the place is above the distance.
    below = next((at for at, line in enumerate(lines) if line.startswith(_DISTANCE)), 0)
    if below:
        members["place"] = re.sub(r" \([^()]*\)$", "", lines[below - 1])
    return members


def _find_own_zone(place: Geometry) -> str | None:
    try:
        return find_zone(*pick_point(place))
    except (ValueError, TypeError, ShapelyError):
        return None  # no place: the model rejects the event for it


def _read_interval(cells: Cells, start: str, end: str, zone: str) -> Members:
    """Return both instants on the clock of a zone."""
    clock = load_zone(zone if zone in list_zones() else "UTC")
    return {
        "start": read_instant(cells.get(start, ""), clock),
        "end": read_instant(cells.get(end, ""), clock),
    }


def _read_cell(name: str, text: str) -> object:
    """Return what a cell says, in the type of its member; text if it is not such a value."""
    kind = PLAIN[name]
    if kind is bool:
        return TRUTH.get(text.lower(), text)
    if kind not in (int, float):
        return text
    return None if text.lower() == "nan" else read_number(text)


def read_place(cells: Cells) -> Geometry | None:
    """Return the place of a row: the shape of a line or area, else the point of its degrees.

    Raises
    ------
    RowProblem
        If the shape cannot be read, or its middle is not where the degrees are: somebody has
        changed only one of them.
    """
    point = read_point(cells)
    if not (text := cells.get("wkt")):
        return point
    shape = read_wkt(text, "wkt")
    if point is not None and not _is_middle(point["coordinates"], shape):
        wanted = "the shape around lon and lat; without it the place is that point"
        raise RowProblem("wkt", "a shape that has its middle elsewhere", wanted)
    return shape


def _is_middle(degrees: object, shape: Geometry) -> bool:
    """Return whether degrees are those that a file has for a shape."""
    try:
        lon, lat = pick_point(shape)
        return bool(np.allclose(degrees, (lon, lat), rtol=0, atol=_SAME_DEG))  # type: ignore[arg-type]
    except (ValueError, TypeError, ShapelyError):
        return False


def read_point(cells: Cells) -> Geometry | None:
    """Return the place of a row by its degrees; None if it has none.

    The model rejects an event of which only one is given.
    """
    degrees = [cells.get(name, "") for name in ("lon", "lat")]
    if not any(degrees):
        return None
    return {"type": "Point", "coordinates": [read_number(text) for text in degrees]}
