"""The point that the cells of a row mean: degrees, or metres of a named coordinate system."""

from geo.importing.outcome.outcome import Cells
from geo.importing.places.codes import read_metres
from geo.importing.places.point import METRES, SWAPPED, PlaceProblem, ReadPosition, swap
from geo.importing.places.position import read_position
from geo.importing.rows.context import Context
from geo.importing.rows.problems import RowProblem, RowWaits


def read_row_position(cells: Cells, context: Context) -> ReadPosition | None:
    """Return the point of a row; None if its cells say that none is known.

    Raises
    ------
    RowProblem, RowWaits
    """
    role = next((one for one in ("easting", "lat") if one in context.uses), "coordinates")
    try:
        if role == "easting":
            position = _read_metres(cells, context, "easting", "northing")
        else:
            position = _read_degrees(cells, context)
        return position and _settle_swapped(position, context)
    except PlaceProblem as problem:
        if role == "lat" and problem.axis in context.uses:
            role = problem.axis
        raise RowProblem(context.column(role), problem.found, problem.wanted) from None


def _read_degrees(cells: Cells, context: Context) -> ReadPosition | None:
    lat, lon = context.cell("lat", cells), context.cell("lon", cells)
    both = context.cell("coordinates", cells)
    try:
        return read_position(both) if both and not (lat or lon) else read_position(lat, lon)
    except PlaceProblem as problem:
        if problem.kind == METRES:
            return _read_metres(cells, context, "lon", "lat")
        if problem.kind and context.confirms(problem.kind):
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


def _settle_swapped(position: ReadPosition, context: Context) -> ReadPosition:
    """Return a place inside the story's bounds, where only the swapped one lies there."""
    holds = context.destination.holds
    fits_only_swapped = (
        not holds(position.lon, position.lat)
        and abs(position.lon) <= 90
        and holds(position.lat, position.lon)
    )
    return swap(position) if fits_only_swapped and context.confirms(SWAPPED) else position
