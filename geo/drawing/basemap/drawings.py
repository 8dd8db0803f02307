"""Shapes of the base map, drawn once for each band of zooms: the smaller the scale, the simpler."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

_SPECK = 5  # Parts and holes smaller than so many times the tolerance are left out, but never the
# largest.


@dataclass(frozen=True)
class Level:
    """How much shapes are simplified, in degrees, from one zoom up to, not including, another."""

    min_zoom: float
    max_zoom: float = 24
    tolerance: float = 0


@dataclass(frozen=True)
class Drawing:
    """One drawing of one part of the base map, for the zooms from `min_zoom` to `max_zoom`."""

    part: str
    min_zoom: float
    max_zoom: float
    geojson: bytes


def draw_part(
    part: str, shapes: Sequence[BaseGeometry], levels: Sequence[Level]
) -> Iterator[Drawing]:
    """Draw a part at each level of detail; what is empty is not drawn."""
    if all(shape.is_empty for shape in shapes):
        return
    for level in levels:
        drawn = [simplify(shape, level.tolerance) for shape in shapes if not shape.is_empty]
        geojson = _write_geojson(drawn, decimals=3 if level.tolerance else 5)
        # A map that is read from its cache has these as floats, and layers the same bytes.
        yield Drawing(part, float(level.min_zoom), float(level.max_zoom), geojson)


def simplify(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Return a shape without what cannot be seen; after Douglas and Peucker (1973).

    Parameters
    ----------
    shape : geometry
    tolerance : float
        Degrees; 0 leaves a shape as it is.
    """
    if not tolerance or shape.is_empty:
        return shape
    parts = shapely.get_parts(shape)
    visible = _measure_extent(parts) >= min(_SPECK * tolerance, _measure_extent(parts).max())
    simple = shapely.simplify(parts[visible], tolerance)
    return shapely.union_all([_drop_specks(part, _SPECK * tolerance) for part in simple])


def _drop_specks(part: BaseGeometry, smallest: float) -> BaseGeometry:
    """Return a part without its small holes."""
    if not isinstance(part, Polygon):
        return part
    holes = np.array(part.interiors, dtype=object)
    return Polygon(part.exterior, holes[_measure_extent(holes) >= smallest])


def _measure_extent(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return the larger of width and height of each shape, degrees."""
    west, south, east, north = shapely.bounds(shapes).reshape(-1, 4).T
    extent: NDArray[np.float64] = np.maximum(east - west, north - south)
    return extent


def _write_geojson(shapes: list[BaseGeometry], decimals: int) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": json.loads(shapely.to_geojson(_round(shape, decimals))),
        }
        for shape in shapes
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":")).encode()


def _round(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    return shapely.transform(shape, lambda coordinates: coordinates.round(decimals))
