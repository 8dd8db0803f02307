"""A shape in one cell of a table, as WKT, and back."""

import re

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.events.files.deep_shapes import is_deep_wkt
from geo.events.geometry.shapes import Shapes

LONGEST_IN_TEXT, LONGEST_IN_SHEET = 1_000_000, 32_000
"""Characters of a cell: what `geo import` reads in a CSV, and what a spreadsheet holds."""
TOO_LONG = "[too long for a cell: take GeoJSON or GeoPackage]"
"""In place of a shape that is longer; no reader takes it for a shape."""

# As many as a number from 0.0001 on may have; a smaller one is written with an exponent.
_DECIMALS = 21
_START = re.compile(
    r"\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM?|M)?\s*\(", re.I
)


def write_shape(shape: BaseGeometry) -> str:
    """Return a shape as WKT, lon before lat, with each number as exact as it is.

    >>> write_shape(shapely.LineString([(179.5, -17), (180, -17.1)]))
    'LINESTRING (179.5 -17, 180 -17.1)'
    """
    return str(shapely.to_wkt(shape, rounding_precision=_DECIMALS))


def write_shapes(shapes: Shapes, longest: int) -> list[str | None]:
    """Return lines and areas as WKT; None for a point, which has lon and lat, and for no place.

    Parameters
    ----------
    shapes : array of geometries, n values
    longest : int
        The most characters of a cell; a shape that takes more is `TOO_LONG`.
    """
    cells: list[str | None] = [None] * len(shapes)
    is_shape = ~np.isin(shapely.get_type_id(shapes), (shapely.GeometryType.POINT, -1))
    for at in np.flatnonzero(is_shape):
        text = write_shape(shapes[at])
        cells[at] = text if len(text) <= longest else TOO_LONG
    return cells


def read_shape(text: str) -> BaseGeometry | None:
    """Return the shape of a text in WKT, without heights; None of any other text.

    >>> read_shape("POINT Z (1 2 3)"), read_shape("POINT (1")
    (<POINT (1 2)>, None)
    """
    try:
        return None if is_deep_wkt(text) else shapely.force_2d(shapely.from_wkt(text))
    except (ShapelyError, ValueError):
        return None


def is_wkt(text: str) -> bool:
    """Return whether a text begins as WKT does, whether or not it can be read.

    >>> is_wkt("polygon((1 2, 3 4"), is_wkt("Point Pleasant (town)")
    (True, False)
    """
    return bool(_START.match(text))
