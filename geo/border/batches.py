"""Points in batches whose data stay in the processor's cache."""

from collections.abc import Iterator

import numpy as np

from geo.border.pieces import Indices
from geo.events.geometry.arrays import Floats

CHUNK = 8192  # Points in one pass: their candidates then stay in the processor's cache.


def order_by_cell(lon: Floats, lat: Floats) -> Indices:
    """Return an order that visits a grid of cells: points in a row are then near each other."""
    if len(lon) <= CHUNK:
        return np.arange(len(lon))
    column, row = (
        ((degrees - degrees.min()) * (255 / max(np.ptp(degrees), 1e-9))).astype(np.uint16)
        for degrees in (lon, lat)
    )
    return np.argsort(column * 256 + row, kind="stable")


def split_into_batches(rows: Indices, size: int) -> Iterator[Indices]:
    """Yield the rows, at most `size` at a time."""
    for first in range(0, len(rows), size):
        yield rows[first : first + size]
