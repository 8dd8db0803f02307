"""How well a place is known where an event does not say: as an area, never as a pin."""

from pydantic import TypeAdapter
from pydantic_core import to_json

from geo.events.geometry.shape_points import measure_reach
from geo.events.geometry.shapes import Geometry, to_shapely
from geo.events.sparse.defaults import RADIUS_M, UNSTATED_PRECISION, UNSTATED_RADIUS_M

_GEOMETRY = TypeAdapter(Geometry)


def find_place_doubt(geometry: object) -> tuple[str, int]:
    """Return the precision and the radius in metres of a place that states neither.

    Examples
    --------
    >>> find_place_doubt({"type": "Point", "coordinates": [12, 1]})
    ('not_stated', 5000)
    >>> find_place_doubt({"type": "LineString", "coordinates": [[11, 0], [12, 0], [13, 0]]})
    ('country', 111320)
    """
    radius_m = find_radius(None, geometry)
    if radius_m == UNSTATED_RADIUS_M:
        return UNSTATED_PRECISION, radius_m
    return name_location_precision(radius_m), radius_m


def find_radius(precision: object, geometry: object) -> int:
    """Return within how many metres a place lies where that is not stated.

    Parameters
    ----------
    precision : object
        A key of `RADIUS_M`; anything else says nothing.
    geometry : object
        GeoJSON. All of a line or an area lies within the radius.

    Examples
    --------
    >>> find_radius("town", {"type": "Point", "coordinates": [12, 1]})
    5000
    >>> find_radius("town", {"type": "LineString", "coordinates": [[11, 0], [12, 0], [13, 0]]})
    111320
    """
    usual = RADIUS_M.get(str(precision), UNSTATED_RADIUS_M)
    return max(usual, _measure_reach(geometry))


def _measure_reach(geometry: object) -> int:
    if not isinstance(geometry, dict) or geometry.get("type") == "Point":
        return 0
    try:
        shape = _GEOMETRY.validate_json(to_json(geometry))
    except ValueError:  # the model says what is wrong with it
        return 0
    return measure_reach(to_shapely([shape])[0])


def name_location_precision(radius_m: object) -> str:
    """Return the word for a place that is known to a radius.

    Examples
    --------
    >>> name_location_precision(10), name_location_precision(60_000)
    ('exact', 'region')
    """
    if not isinstance(radius_m, int | float):
        return UNSTATED_PRECISION
    on_land = ((word, metres) for word, metres in RADIUS_M.items() if word != "sea_or_airspace")
    return next((word for word, metres in on_land if radius_m <= metres), "country")
