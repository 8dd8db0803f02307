"""Shapes for comparisons on a flat map, which take every edge as it is written."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.events.geometry.counted_on import cut_counted_on
from geo.events.geometry.rings import find_jump, unwrap
from geo.events.geometry.shapes import Shapes


def cut_jumps(shapes: Shapes) -> Shapes:
    """Return shapes between -180 and 180, each cut at that meridian where an edge jumps across.

    An edge from 179 to -179 goes the short way round, as it does for distances and on the map. GEOS
    would take it as one of 358 degrees, which passes Greenwich.

    Parameters
    ----------
    shapes : array of geometries, n values
        In lon, lat; None where there is none.

    Returns
    -------
    array of geometries, n values
        The same array where no edge jumps.

    Examples
    --------
    >>> line = shapely.LineString([(179, 0), (-179, 0)])
    >>> print(cut_jumps(np.array([line]))[0])
    MULTILINESTRING ((179 0, 180 0), (-180 0, -179 0))
    """
    west, _, east, _ = shapely.bounds(shapes).T
    # Of many events few are wider than half the Earth, and a point never is.
    wide = np.flatnonzero(east - west > 180)
    jumping = [row for row in wide if find_jump(shapes[row])]
    if not jumping:
        return shapes
    cut = shapes.copy()
    for row in jumping:
        cut[row] = _cut(shapes[row])
    return cut


def _cut(shape: BaseGeometry) -> BaseGeometry:
    parts = [_make_whole(part) for part in shapely.get_parts(shape)]
    pieces = shapely.get_parts([cut_counted_on(part) for part in parts])
    if shapely.get_dimensions(shape) == 2:
        return shapely.union_all(pieces)
    return shapely.multilinestrings(pieces)


def _make_whole(part: BaseGeometry) -> BaseGeometry:
    """Return a line or an area with longitudes that go on beyond 180 degrees."""
    if not find_jump(part):
        return part
    whole = unwrap(part)
    # A ring that goes round a pole and back may cross itself there.
    is_usable = whole.is_valid or shapely.get_dimensions(whole) < 2
    return whole if is_usable else shapely.make_valid(whole, method="structure")
