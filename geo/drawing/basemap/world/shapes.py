"""Land and lines of a part of the world, cut from its files."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.border.boxes import Box
from geo.border.world_files import cut_rows, read_rows

Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class Countries:
    """The land of some countries as one area, and the lines between them."""

    land: BaseGeometry
    lines: BaseGeometry


def cut_countries(box: Box) -> Countries:
    """Return the countries in a box, cut off at its edges; no line runs along these."""
    areas = cut_rows("countries", box).shapes
    return Countries(_join(areas), find_shared_edges(areas))


@cache
def read_coarse_world() -> Countries:
    """Return all countries as they are drawn at low zoom; joined once for all maps."""
    areas = read_rows("coarse").shapes
    return Countries(_join(areas), find_shared_edges(areas))


def cut_region_lines(box: Box) -> BaseGeometry:
    """Return the lines between the regions of each country in a box."""
    rows = cut_rows("regions", box, ["iso_a3"])
    country = rows.columns["iso_a3"].to_numpy()
    lines = [find_shared_edges(rows.shapes[country == code]) for code in np.unique(country)]
    return MultiLineString([part for line in lines for part in line.geoms])


def cut_ranked(name: str, box: Box) -> tuple[Shapes, NDArray[np.float64]]:
    """Return the rivers, lakes or built-up areas in a box, and the rank of each, 0 the weightiest.

    Parts of a shape are shapes of their own.
    """
    rows = cut_rows(name, box, ["scalerank"])
    parts, row = shapely.get_parts(rows.shapes, return_index=True)
    return parts, rows.columns["scalerank"].to_numpy(float)[row]


def _join(areas: Shapes) -> BaseGeometry:
    """Return the union of areas that hardly overlap."""
    try:
        return shapely.coverage_union_all(areas)
    except shapely.errors.GEOSException:
        # Where neighbours lost a common vertex to rounding: ten times slower, never refused.
        return shapely.union_all(shapely.make_valid(areas))


def find_shared_edges(areas: Shapes) -> BaseGeometry:
    """Return the lines along which areas touch, as far as both have the same vertices there.

    Examples
    --------
    >>> two = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    >>> find_shared_edges(two).wkt
    'MULTILINESTRING ((1 0, 1 1))'
    >>> find_shared_edges(two[:1]).is_empty
    True
    """
    rings = shapely.get_rings(shapely.get_parts(areas))
    vertex, ring = shapely.get_coordinates(rings, return_index=True)
    edges = np.hstack([vertex[:-1], vertex[1:]])[ring[:-1] == ring[1:]]
    # Two areas run along a shared edge in opposite directions.
    backward = (edges[:, 0] > edges[:, 2]) | (
        (edges[:, 0] == edges[:, 2]) & (edges[:, 1] > edges[:, 3])
    )
    forward = np.where(backward[:, None], edges[:, [2, 3, 0, 1]], edges)
    # Equal edges side by side, the first of the file first; np.unique takes four times as long.
    order = np.lexsort(forward.T)
    is_next_same = (forward[order[:-1]] == forward[order[1:]]).all(axis=1)
    is_first = is_next_same & ~np.concatenate([[False], is_next_same[:-1]])
    shared = edges[np.sort(order[:-1][is_first])].reshape(-1, 2, 2)
    merged = shapely.line_merge(MultiLineString(list(shapely.linestrings(shared))))
    return MultiLineString(list(shapely.get_parts(merged)))
