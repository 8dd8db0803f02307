"""Geometries of GeoJSON in cells of a table: as WKT, and as JSON where WKT would change them."""

import json
from collections.abc import Mapping

from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

from geo.events.columns.wkt_cells import LONGEST_IN_TEXT, read_shape, write_shape
from geo.importing.tables.table import Geometry

_TOO_LONG = "[too long for a cell: correct it in its own file]"
_TYPES = frozenset(
    {
        *("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
        "GeometryCollection",
    }
)


def is_geometry(value: object) -> bool:
    """Return whether a value of JSON is a geometry, good or not."""
    if not isinstance(value, Mapping) or not value.keys() & {"coordinates", "geometries"}:
        return False
    kind = value.get("type")
    return isinstance(kind, str) and kind in _TYPES


def find_geometry(geometry: object) -> Geometry | None:
    """Return a geometry of any type without heights; whether it can be used is checked by row."""
    if geometry is None:
        return None
    if not isinstance(geometry, Mapping):
        return {"type": geometry}
    kind = geometry.get("type")
    if isinstance(parts := geometry.get("geometries"), list):
        return {"type": kind, "geometries": [find_geometry(one) for one in parts]}
    return {"type": kind, "coordinates": _drop_heights(geometry.get("coordinates"))}


def _drop_heights(positions: object) -> object:
    if isinstance(positions, list):
        if positions and all(isinstance(one, int | float) for one in positions):
            return positions[:2]
        return [_drop_heights(one) for one in positions]
    return positions


def write_place(geometry: Geometry | None) -> str:
    """Return a geometry as the text of a cell: as WKT, or as JSON where WKT would change it.

    >>> write_place({"type": "Point", "coordinates": [178.5, -17]})
    'POINT (178.5 -17)'
    >>> write_place({"type": "Cube"})
    '{"type": "Cube"}'
    """
    if geometry is None:
        return ""
    plain = json.dumps(geometry, ensure_ascii=False)
    text = _write_wkt(json.loads(plain)) or plain
    return text if len(text) <= LONGEST_IN_TEXT else _TOO_LONG


def _write_wkt(geometry: Geometry) -> str:
    """Return a geometry as WKT; "" where it would not come back, such as a ring left open."""
    try:
        text = write_shape(shape(geometry))
        same = json.loads(json.dumps(read_place(text))) == geometry
    except (ShapelyError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return ""
    return text if same else ""


def read_place(text: str) -> Geometry | None:
    """Return the geometry of a cell that `write_place` wrote; one of no type for any other text.

    >>> read_place("LINESTRING (1 2, 3 4)")["coordinates"], read_place("here")
    (((1.0, 2.0), (3.0, 4.0)), {'type': 'here'})
    """
    if not text:
        return None
    found = read_shape(text)
    if found is not None:
        return dict(mapping(found))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, dict) else {"type": text}
