"""The geometry of a row, as its file holds it or as a cell of WKT."""

from shapely.geometry import mapping

from geo.errors import quote
from geo.events.columns.wkt_cells import is_wkt, read_shape
from geo.events.geometry.counted_on import turn_back_geometry
from geo.importing.outcome.outcome import Cells
from geo.importing.places.geometries import (
    change_positions,
    check_degrees,
    check_type,
    list_positions,
    swap_position,
    turn_position,
)
from geo.importing.places.point import BEYOND, SWAPPED, PlaceProblem
from geo.importing.rows.context import Context
from geo.importing.rows.destination import Destination
from geo.importing.rows.problems import RowProblem
from geo.importing.tables.table import Geometry

GEOMETRY_WANTED = "a geometry of GeoJSON in degrees"
_TURNED = "longitudes counted on beyond 180 degrees are read as those between -180 and 180"
_CHANGES = {SWAPPED: swap_position, BEYOND: turn_position}


def read_geometry(
    cells: Cells, geometry: Geometry | None, context: Context, remarks: list[str]
) -> Geometry | None:
    """Return a geometry in degrees of the Earth; None if the row has none.

    Parameters
    ----------
    cells : dict of str to str
    geometry : dict, optional
        As the file holds it.
    context : Context
    remarks : list of str
        Notes on how the geometry was interpreted are added to it.

    Raises
    ------
    RowProblem, RowWaits
    """
    if geometry is not None:
        return _settle(geometry, "geometry", context, remarks)
    for role in ("wkt", "coordinates"):
        text = context.cell(role, cells)
        if text and (role == "wkt" or _is_shape(text)):
            column = context.column(role)
            return _settle(read_wkt(text, column), column, context, remarks)
    return None


def _is_shape(text: str) -> bool:
    """Return whether a cell of coordinates holds more than a point, whose digits say more."""
    return is_wkt(text) and not text.lstrip().upper().startswith("POINT")


def read_wkt(text: str, column: str) -> Geometry:
    """Return the geometry of a cell of WKT, without heights.

    Raises
    ------
    RowProblem
        If it is none.
    """
    shape = read_shape(text)
    if shape is None:
        raise RowProblem(column, quote(text), "a geometry in WKT, lon before lat")
    if shape.is_empty:
        raise RowProblem(column, quote(text), "a geometry in degrees, lon before lat")
    return dict(mapping(shape))


def _settle(geometry: Geometry, column: str, context: Context, remarks: list[str]) -> Geometry:
    """Return a geometry in degrees of the Earth; what its numbers leave open is asked."""
    try:
        geometry = check_type(geometry)
        if turned := turn_back_geometry(geometry):
            geometry = turned
            remarks.append(f"{column}: {_TURNED}")
        check_degrees(geometry)
    except PlaceProblem as problem:
        if problem.kind and context.confirms(problem.kind):
            return change_positions(geometry, _CHANGES[problem.kind])
        raise RowProblem(column, problem.found, problem.wanted) from None
    except (ValueError, OverflowError):
        raise RowProblem(column, "no place", GEOMETRY_WANTED) from None
    swapped = change_positions(geometry, swap_position)
    fits_only_swapped = not _lies_inside(geometry, context.destination) and _lies_inside(
        swapped, context.destination
    )
    return swapped if fits_only_swapped and context.confirms(SWAPPED) else geometry


def _lies_inside(geometry: Geometry, destination: Destination) -> bool:
    positions = list_positions(geometry["coordinates"])
    return all(abs(lat) <= 90 and destination.holds(lon, lat) for lon, lat in positions)
