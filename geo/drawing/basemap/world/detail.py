"""Roads, railways and runways of the world, read from the tiles that a map is drawn with."""

from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.border.boxes import Box
from geo.border.world_files import find_file
from geo.link.mercator import to_latitude, to_northing

DetailPart = Literal["roads", "rail", "runways"]

DETAIL_FILE = "detail.pmtiles"
# Web Mercator (EPSG:3857) counts metres on a sphere as large as WGS 84 is at the equator.
_WORLD_M = 2 * np.pi * 6378137.0


def read_detail(part: DetailPart, box: Box) -> NDArray[np.object_]:
    """Return the lines of a part of the world's tiles around a box.

    Parameters
    ----------
    part : "roads", "rail" or "runways"
    box : Box
        West, south, east, north in degrees, within -180 and 180.

    Returns
    -------
    array of geometry
        In lon, lat, as whole as the tiles have them: also what lies in a tile that the box touches.
        Empty if there are none, or if this installation of GDAL cannot read tiles.

    Raises
    ------
    GeoError
        If the library was installed without the tiles.
    """
    # It takes 25 ms to load: for the first map, not for the first page.
    import pyogrio
    from pyogrio.errors import DataSourceError

    west, south, east, north = box
    (left, right), (low, high) = _to_metres(np.array([west, east]), np.array([south, north]))
    try:
        read = pyogrio.raw.read(
            find_file(DETAIL_FILE), layer=part, bbox=(left, low, right, high), columns=[]
        )
    except DataSourceError:
        return np.array([], dtype=object)
    shapes = shapely.get_parts(shapely.from_wkb(read[2]))
    lines: NDArray[np.object_] = shapely.transform(shapes, _to_degrees)
    return lines


def _to_metres(
    lon: NDArray[np.float64], lat: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return lon / 360 * _WORLD_M, to_northing(lat) * _WORLD_M


def _to_degrees(points: NDArray[np.float64]) -> NDArray[np.float64]:
    east, north = points.T / _WORLD_M
    degrees: NDArray[np.float64] = np.column_stack([east * 360, to_latitude(north)])
    return degrees
