"""The usual ways to measure a distance to a border, to be compared with ours."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

import geopandas as gpd
import pyproj
import shapely
from numpy.typing import NDArray

from geo.border import Border, distance_to_border
from geo.border.comparison import (
    AEQD,
    DEGREES,
    KM_PER_DEGREE,
    LAEA,
    NEAREST_IN_DEGREES,
    UTM,
    WEB_MERCATOR,
)
from geo.border.geodesic import inverse
from geo.events.geometry.arrays import Floats

Distances = Callable[[], Floats]


@dataclass(frozen=True)
class Method:
    """A method: what it is called, and how it gets ready to measure points from a border."""

    name: str
    prepare: Callable[[Floats, Floats, Border], Distances]


def _in_the_plane(line: shapely.Geometry, points: NDArray[shapely.Point]) -> Floats:
    """Return distances by the index of a prepared line, which `shapely.distance` does not use."""
    lengths: Floats = shapely.length(shapely.shortest_line(line, points))
    return lengths


def _in_degrees(lon: Floats, lat: Floats, border: Border) -> Distances:
    points, line = shapely.points(lon, lat), border.line
    return lambda: _in_the_plane(line, points) * KM_PER_DEGREE * 1000


def _projected(crs: str) -> Callable[[Floats, Floats, Border], Distances]:
    def prepare(lon: Floats, lat: Floats, border: Border) -> Distances:
        to_plane = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True)
        line = shapely.transform(border.line, to_plane.transform, interleaved=False)
        shapely.prepare(line)
        return lambda: _in_the_plane(line, shapely.points(*to_plane.transform(lon, lat)))

    return prepare


def _nearest_in_degrees(lon: Floats, lat: Floats, border: Border) -> Distances:
    points = shapely.points(lon, lat)

    def measure() -> Floats:
        ways = shapely.get_coordinates(shapely.shortest_line(border.line, points))
        return inverse(lon, lat, *ways[::2].T)[1]

    return measure


def has_spherely() -> bool:
    """Return whether the library of S2 is here, which bench/requirements.txt names."""
    return find_spec("spherely") is not None


def _on_the_sphere(lon: Floats, lat: Floats, border: Border) -> Distances:
    import spherely

    points = spherely.points(lon, lat)
    line = spherely.from_wkb(shapely.to_wkb(border.line))
    spherely.prepare(line)
    return lambda: spherely.distance(points, line)


def _certified(lon: Floats, lat: Floats, border: Border) -> Distances:
    events = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs="EPSG:4326")
    _ = border.linework
    return lambda: distance_to_border(events, border).distance_m.to_numpy()


OURS = "geodesic, certified"
POSTGIS = "PostGIS geography"
S2 = "S2 (spherely)"
METHODS = (
    Method(DEGREES, _in_degrees),
    Method(WEB_MERCATOR, _projected("EPSG:3857")),
    Method(UTM, _projected("EPSG:32636")),
    Method(LAEA, _projected("+proj=laea +lat_0=49 +lon_0=32 +ellps=WGS84")),
    Method(AEQD, _projected("+proj=aeqd +lat_0=49 +lon_0=32 +ellps=WGS84")),
    Method(NEAREST_IN_DEGREES, _nearest_in_degrees),
    Method(S2, _on_the_sphere),
    Method(OURS, _certified),
)
