"""Shapes of the base map, drawn once for each band of zooms: the farther off, the simpler."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

_SPECK = 5  # Parts less wide and high than so many times the tolerance are left out,
# but never the largest.


@dataclass(frozen=True)
class Level:
    """How much shapes are simplified, in degrees, from one zoom up to, not including, another."""

    min_zoom: float
    max_zoom: float = 24
    tolerance: float = 0


@dataclass(frozen=True)
class Sheet:
    """One drawing of one part of the base map, for the zooms from `min_zoom` to `max_zoom`."""

    part: str
    min_zoom: float
    max_zoom: float
    geojson: bytes


def draw_sheets(
    part: str, shapes: Sequence[BaseGeometry], levels: Sequence[Level]
) -> Iterator[Sheet]:
    """Draw a part at each level of detail; what is empty is not drawn."""
    if all(shape.is_empty for shape in shapes):
        return
    for level in levels:
        drawn = [_simpler(shape, level.tolerance) for shape in shapes if not shape.is_empty]
        geojson = _geojson(drawn, decimals=3 if level.tolerance else 5)
        yield Sheet(part, level.min_zoom, level.max_zoom, geojson)


def _simpler(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Return a shape without what cannot be seen; after Douglas and Peucker (1973)."""
    if not tolerance:
        return shape
    parts = shapely.get_parts(shape)
    west, south, east, north = shapely.bounds(parts).T
    extent = np.maximum(east - west, north - south)
    seen = extent >= min(_SPECK * tolerance, extent.max())
    return shapely.union_all(shapely.simplify(parts[seen], tolerance))


def _geojson(shapes: list[BaseGeometry], decimals: int) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": json.loads(shapely.to_geojson(_rounded(shape, decimals))),
        }
        for shape in shapes
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":")).encode()


def _rounded(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    return shapely.transform(shape, lambda coordinates: coordinates.round(decimals))
