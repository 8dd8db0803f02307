"""The place of a line or an outline that lies nearest to other lines, found by halving."""

import geopandas as gpd
import numpy as np

from geo.border.geodesic import inverse
from geo.border.linework import TREE_LIMIT_M, Linework
from geo.border.pieces import PIECE_M
from geo.events.geometry.arrays import Floats

FEW = 256  # Vertices that are measured at once sooner than chosen from.
DOUBT_M = 1e-3  # Lengths are right to 0.3 mm.


def order_paths(paths: list[Floats]) -> list[Floats]:
    """Return paths so that those in a row start near each other, along a Hilbert curve."""
    if len(paths) < 3:
        return paths
    starts = gpd.GeoSeries(gpd.points_from_xy(*np.array([path[0] for path in paths]).T))
    place = starts.hilbert_distance(total_bounds=(-540, -90, 540, 90))
    return [paths[index] for index in np.argsort(place, kind="stable")]


def find_nearest_vertex(outline: Linework, line: Linework) -> tuple[float, Floats]:
    """Return how far the nearest vertex of an outline is from a line, and the line's point there.

    Parameters
    ----------
    outline, line : Linework
        The outline's vertices are at most 150 m apart.

    Returns
    -------
    float
        Metres on WGS 84: the least that `line.find_nearest` finds for all vertices of the outline.
    array of float, (2,)
        lon, lat of the nearest point of the line.

    Notes
    -----
    Most vertices are never measured. Proof that none of those is nearer than the one returned:
    1. Let f(v) be the distance of a vertex v from the line, and w(u, v) the length of any way from
       u to v. From v one may go to u and on to the line, so f(v) <= w(u, v) + f(u).
    2. Take the vertices in their order. From one to the next there is a way of at most 150 m, the
       piece between them (pieces.py), or from the end of a path to the start of the next the
       geodesic. The way from u to v may follow them, so w(u, v) is at most the sum of these steps.
    3. Let u, m, v be in this order, and W the sum of all steps from u to v. By 1 and 2,
       f(m) >= f(u) - w(u, m) and f(m) >= f(v) - w(m, v), and w(u, m) + w(m, v) = W. The mean of the
       two is f(m) >= (f(u) + f(v) - W) / 2.
    4. A stretch from u to v, both measured, is left only if that is no less than the best length
       so far, and a doubt for measured lengths; otherwise it is halved, to the last vertex.
    On all paths together, so that a group of islands far away is left as one.
    """
    way = _measure_ways(outline)
    low, high = np.array([0]), np.array([len(way) - 1])
    length, foot = line.find_nearest(*outline.start[[0, len(way) - 1]].T)
    best, nearest = _choose_nearer(np.inf, foot[0], length, foot)
    at_low, at_high = length[:1], length[1:]
    while True:
        least = (at_low + at_high - (way[high] - way[low])) / 2
        kept = (high - low > 1) & (least <= best + DOUBT_M)
        low, high, at_low, at_high = low[kept], high[kept], at_low[kept], at_high[kept]
        between = high - low - 1
        if best < TREE_LIMIT_M and between.sum() <= FEW:
            # All that is left.
            vertex = np.repeat(low + 1 - np.cumsum(between) + between, between)
            vertex += np.arange(len(vertex))
            return _choose_nearer(best, nearest, *line.find_nearest(*outline.start[vertex].T))
        if not len(low):
            return best, nearest
        middle = (low + high) // 2
        length, foot = line.find_nearest(*outline.start[middle].T)
        best, nearest = _choose_nearer(best, nearest, length, foot)
        low, high = np.concatenate([low, middle]), np.concatenate([middle, high])
        at_low, at_high = np.concatenate([at_low, length]), np.concatenate([length, at_high])


def _measure_ways(outline: Linework) -> Floats:
    """Return at most how far each vertex is from the first along all paths, in metres."""
    step = np.full(len(outline.start), PIECE_M)
    step[0] = 0
    last = outline.last[:-1]
    step[last + 1] = inverse(*outline.start[last].T, *outline.start[last + 1].T)[1]
    way: Floats = np.cumsum(step)
    return way


def _choose_nearer(
    best: float, nearest: Floats, length: Floats, foot: Floats
) -> tuple[float, Floats]:
    """Return the least length and its foot, of a first one and of several others."""
    if not len(length) or length.min() >= best:
        return best, nearest
    return float(length.min()), foot[length.argmin()]
