"""The boundary of a polygon that events are measured from, as its file gives it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.border.features import parse_features, read_geojson_text, read_layer
from geo.border.linework import Linework
from geo.errors import BorderFileError, Problem
from geo.events.geometry.counted_on import cut_counted_on
from geo.events.geometry.rings import join_at_cut, split_paths, unwrap

# Degrees from 0, 0. Longitudes may be counted on; a conversion may go astray by a millionth.
_MOST_LON, _MOST_LAT = 540 + 1e-6, 90 + 1e-6


@dataclass(frozen=True, eq=False)
class Border:
    """The boundary of a polygon, indexed once, with where it comes from.

    Parameters
    ----------
    polygon : Polygon or MultiPolygon
        lon, lat on WGS 84. Rings may be split at the 180th meridian, cross it, or go around a pole.
    name, version, credit : str
        What the border is called, which edition it is, and who is to be named beside it.
    accuracy_m : float
        How far the drawn line may lie from the true one, metres.

    Raises
    ------
    BorderFileError
        If there is no area, it is not on Earth or all of it, or a ring crosses itself.
    """

    polygon: Polygon | MultiPolygon
    name: str = ""
    version: str = ""
    credit: str = ""
    accuracy_m: float = 0.0

    def __post_init__(self) -> None:
        where = f"border {self.name!r}"
        if not isinstance(self.polygon, Polygon | MultiPolygon) or self.polygon.is_empty:
            found = self.polygon.geom_type if self.polygon else "nothing"
            raise BorderFileError(Problem(where, found, "a polygon"))
        _check_on_earth(self.polygon, where)
        _check_valid(self.area, where)
        if not split_paths(self.polygon):
            raise BorderFileError(Problem(where, "the whole Earth", "a border"))

    @cached_property
    def area(self) -> BaseGeometry:
        """The polygon; where it reaches the 180th meridian, joined to its copies beyond."""
        area = join_at_cut(self.polygon)
        shapely.prepare(area)
        return area

    @cached_property
    def line(self) -> BaseGeometry:
        """The boundary of the area."""
        line = shapely.multilinestrings([LineString(path) for path in split_paths(self.area)])
        shapely.prepare(line)
        return line

    @cached_property
    def linework(self) -> Linework:
        """The boundary, indexed for distances."""
        return Linework(split_paths(self.polygon))


def read_border(
    path: Path | str,
    *,
    name: str | None = None,
    version: str | None = None,
    credit: str | None = None,
    accuracy_m: float = 0.0,
) -> Border:
    """Read a border from the polygons of a file (GeoJSON, GeoPackage, FlatGeobuf, Shapefile).

    Parameters
    ----------
    path : path
        All polygons in it are joined, anything else is refused. Any CRS; none means lon, lat, also
        counted on beyond 180 degrees.
    name, version, credit : str, optional
        Where left out: the first feature's properties of these names, else the file's name and "".
    accuracy_m : float
        How far the drawn line may lie from the true one, metres.

    Raises
    ------
    BorderFileError
        If the file is missing, cannot be read, or holds no valid polygon.
    """
    path = Path(path)
    if not path.is_file():
        raise BorderFileError(Problem("", "no such file", "a border file"), file=path.name)
    about = _About(path.name, name, version, credit, accuracy_m)
    text = read_geojson_text(path)
    return _join(read_layer(path), about) if text is None else _parse_border(text, about)


@dataclass(frozen=True)
class _About:
    """What is said of a border beside its polygons: its file's name, and what `read_border` got."""

    file: str
    name: str | None
    version: str | None
    credit: str | None
    accuracy_m: float


@lru_cache(maxsize=2)
def _parse_border(text: bytes, about: _About) -> Border:
    """Return the border of GeoJSON; one that stays is indexed once, whatever else changes."""
    return _join(parse_features(text, about.file), about)


def _join(features: gpd.GeoDataFrame, about: _About) -> Border:
    if "geometry" not in features or features.geometry.isna().all():
        raise BorderFileError(Problem("", "no geometry", "a polygon"), file=about.file)
    if features.crs is not None:
        features = features.to_crs("EPSG:4326")
    first = features.iloc[0]
    own = {key: str(first[key]) for key in ("name", "version", "credit") if first.get(key)}
    try:
        return Border(
            _as_one(np.asarray(features.geometry)),
            about.name or own.get("name", Path(about.file).stem),
            about.version or own.get("version", ""),
            about.credit or own.get("credit", ""),
            about.accuracy_m,
        )
    except BorderFileError as error:
        raise BorderFileError(*error.problems, file=about.file) from error


def _as_one(shapes: NDArray[np.object_]) -> BaseGeometry:
    """Return the shapes of a file's features joined, some of which may be missing."""
    filled = np.flatnonzero(~shapely.is_missing(shapes))
    if len(filled) == 1:
        return cut_counted_on(shapes[filled[0]])
    # Joined on a flat map, so each is first cut where that map is, and nothing can be joined to an
    # area that crosses itself.
    flat = []
    for row in filled:
        where = f"feature {row + 1}"
        _check_on_earth(shapes[row], where)
        shape = unwrap(shapes[row])
        _check_valid(shape, where)
        flat.append(cut_counted_on(shape))
    return shapely.union_all(flat)


def _check_on_earth(shape: BaseGeometry, where: str) -> None:
    """Raise BorderFileError for degrees that there are not, such as those that are metres."""
    if shape.is_empty:
        return
    west, south, east, north = shape.bounds
    if max(-west, east) > _MOST_LON or max(-south, north) > _MOST_LAT:
        farthest = f"a place at {max(west, east, key=abs):.10g}, {max(south, north, key=abs):.10g}"
        raise BorderFileError(Problem(where, farthest, "longitude and latitude in degrees"))


def _check_valid(shape: BaseGeometry, where: str) -> None:
    if not shapely.is_valid(shape):
        raise BorderFileError(Problem(where, shapely.is_valid_reason(shape), "a valid polygon"))
