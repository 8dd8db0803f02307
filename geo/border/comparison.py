"""What the usual ways to measure a distance would say of one place, beside ours."""

import numpy as np
import pyproj
import shapely

from geo.border.border import Border
from geo.border.geodesic import inverse

KM_PER_DEGREE = 111.32
# As bench/methods.json names them.
DEGREES = f"degrees x {KM_PER_DEGREE} km"
WEB_MERCATOR = "Web Mercator (EPSG:3857)"
UTM = "UTM zone of the border"
LAEA = "LAEA about the border"
AEQD = "AEQD about the border"
NEAREST_IN_DEGREES = "nearest in degrees, then geodesic"


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
    east, north = np.array(border.polygon.centroid.coords[0])
    about = f"+lat_0={north:.0f} +lon_0={east:.0f} +ellps=WGS84"
    return {
        DEGREES: shapely.distance(line, place) * KM_PER_DEGREE * 1000,
        WEB_MERCATOR: _measure_projected(border, place, "EPSG:3857"),
        UTM: _measure_projected(border, place, f"+proj=utm +zone={int((east + 180) // 6) + 1}"),
        LAEA: _measure_projected(border, place, f"+proj=laea {about}"),
        AEQD: _measure_projected(border, place, f"+proj=aeqd {about}"),
        NEAREST_IN_DEGREES: float(inverse(lon, lat, *foot)[1]),
    }


def _measure_projected(border: Border, place: shapely.Point, crs: str) -> float:
    to_plane = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    line, there = (
        shapely.transform(shape, to_plane, interleaved=False) for shape in (border.line, place)
    )
    if not np.isfinite(shapely.get_coordinates([line, there])).all():
        return float("inf")
    return float(shapely.distance(line, there))
