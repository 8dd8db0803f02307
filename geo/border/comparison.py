"""What the usual ways to measure a distance would give for one place, next to ours."""

from pathlib import Path

import numpy as np
import pyproj
import shapely

from geo.border.border import Border
from geo.border.geodesic import inverse
from geo.events.geometry.rings import unwrap

KM_PER_DEGREE = 111.32
MEASURED = Path(__file__).with_name("measured_methods.json")
"""How fast and how accurate `make bench` found these methods and ours, for the method page."""

# As that file names them.
DEGREES = f"degrees x {KM_PER_DEGREE} km"
WEB_MERCATOR = "Web Mercator (EPSG:3857)"
UTM = "UTM zone of the border"
LAEA = "LAEA about the border"
AEQD = "AEQD about the border"
NEAREST_IN_DEGREES = "nearest in degrees, then geodesic"
# EPSG:3857, in which longitudes beyond 180 stay there instead of jumping to the other edge.
_MERCATOR = "+proj=webmerc +datum=WGS84 +over"


def compare_methods(lon: float, lat: float, border: Border) -> dict[str, float]:
    """Return how many metres each of the usual methods finds from a place to a border.

    Parameters
    ----------
    lon, lat : float
        Degrees.
    border : Border

    Returns
    -------
    dict
        By the name of the method; infinite where a projection cannot show the place.
    """
    line, place = border.line, shapely.Point(lon, lat)
    foot = shapely.get_coordinates(shapely.shortest_line(line, place))[0]
    east, north = _find_centre(border)
    zone = int((east + 180) // 6) % 60 + 1
    about = f"+lat_0={north:.0f} +lon_0={east:.0f} +ellps=WGS84"
    return {
        DEGREES: shapely.distance(line, place) * KM_PER_DEGREE * 1000,
        WEB_MERCATOR: _measure_projected(border, place, _MERCATOR),
        UTM: _measure_projected(border, place, f"+proj=utm +zone={zone}"),
        LAEA: _measure_projected(border, place, f"+proj=laea {about}"),
        AEQD: _measure_projected(border, place, f"+proj=aeqd {about}"),
        NEAREST_IN_DEGREES: float(inverse(lon, lat, *foot)[1]),
    }


def _find_centre(border: Border) -> tuple[float, float]:
    """Return lon, lat of the centroid, whichever way the 180th meridian cuts the border."""
    parts = shapely.get_parts(unwrap(border.polygon))
    west, _, east, _ = shapely.bounds(parts).T
    lon, lat = shapely.get_coordinates(shapely.centroid(parts)).T
    if (east - west >= 360).any():
        return 0.0, float(np.copysign(90, lat[np.argmax(east - west)]))
    area = shapely.area(parts)
    mean = np.degrees(np.angle(np.sum(area * np.exp(1j * np.radians(lon)))))
    ahead = (lon - mean + 180) % 360 - 180
    centre = mean + np.average(ahead, weights=area)
    return float((centre + 180) % 360 - 180), float(np.average(lat, weights=area))


def _measure_projected(border: Border, place: shapely.Point, crs: str) -> float:
    to_plane = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    line, there = (
        shapely.transform(shape, to_plane, interleaved=False) for shape in (border.line, place)
    )
    if not np.isfinite(shapely.get_coordinates([line, there])).all():
        return float("inf")
    return float(shapely.distance(line, there))
