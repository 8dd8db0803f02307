"""The area in which a place that is not exact may lie, for files that know no radius."""

import numpy as np
import shapely
from pyproj import Geod
from shapely import Geometry, MultiPolygon, Point, Polygon, box

from geo.events.geometry.rings import unwrap

_EARTH = Geod(ellps="WGS84")
# The chord leaves out 0.4 % of the radius at most, half way between two vertices.
_VERTICES = 36
_AZIMUTHS = np.linspace(0, -360, _VERTICES, endpoint=False)
# 1 cm.
_DECIMALS = 7


def draw_doubt_area(place: Point, radius_m: float) -> Geometry:
    """Return the circle of a radius around a place.

    Parameters
    ----------
    place : Point
        Lon, lat, WGS 84.
    radius_m : float
        Metres, above 0 and below a quarter of the way around the Earth.

    Returns
    -------
    Polygon or MultiPolygon
        36 vertices at that geodesic distance, counter-clockwise, to the centimetre. Cut where it
        crosses 180 degrees; around a pole it also has the pole.

    Examples
    --------
    >>> draw_doubt_area(Point(179.9, 0), 50_000).geom_type
    'MultiPolygon'
    """
    lon, lat = (np.full(_VERTICES, degrees) for degrees in (place.x, place.y))
    lon, lat, _ = _EARTH.fwd(lon, lat, _AZIMUTHS, np.full(_VERTICES, radius_m))
    ring = np.column_stack([lon, lat]).round(_DECIMALS)
    circle = unwrap(Polygon(ring))
    west, _, east, _ = circle.bounds
    if west >= -180 and east <= 180:
        return circle
    return MultiPolygon([part for turn in (-1, 0, 1) for part in _cut_out(circle, turn)])


def _cut_out(circle: Geometry, turn: int) -> list[Polygon]:
    """Return what lies so many turns around the Earth, turned back."""
    west = 360 * turn - 180
    inside = shapely.intersection(circle, box(west, -90, west + 360, 90))
    turned = shapely.transform(inside, lambda lonlat: lonlat - np.array([360 * turn, 0]))
    return [part for part in shapely.get_parts(turned) if part.geom_type == "Polygon"]
