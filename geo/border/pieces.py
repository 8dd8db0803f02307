"""Polylines cut into short pieces, and how far a piece leaves the straight line."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.border.geodesic import FLATTEST_M, ROUNDEST_M
from geo.events.geometry.arrays import Floats

Indices = NDArray[np.int64]

PIECE_M = 150.0  # Longer pieces need more neighbours, shorter ones more memory.


def cut_into_pieces(paths: Sequence[Floats]) -> tuple[Floats, Indices]:
    """Return the vertices of all paths with new ones in between, and which of them end a path."""
    vertex = np.concatenate(paths)
    last = np.cumsum([len(path) for path in paths]) - 1
    change = np.radians(np.diff(vertex, axis=0))
    south, north = (
        np.minimum(vertex[:-1, 1], vertex[1:, 1]),
        np.maximum(vertex[:-1, 1], vertex[1:, 1]),
    )
    widest = np.cos(np.radians(np.maximum(0, np.maximum(south, -north))))
    at_most_m = FLATTEST_M * np.hypot(change[:, 0] * widest, change[:, 1])
    pieces = np.maximum(1, np.ceil(at_most_m / PIECE_M)).astype(np.int64)
    pieces[last[:-1]] = 1  # From the end of one path to the start of the next there is no edge.

    first = np.concatenate([[0], np.cumsum(pieces)])
    within = np.arange(first[-1]) - np.repeat(first[:-1], pieces)
    place = np.repeat(np.arange(len(pieces)), pieces) + within / np.repeat(pieces, pieces)
    place = np.append(place, len(pieces))
    cut = [np.interp(place, np.arange(len(vertex)), degrees) for degrees in vertex.T]
    return np.stack(cut, axis=1), first[last]


def bound_sagitta(lat: Floats) -> float:
    """Return how far a piece can leave the straight line between its ends, in metres.

    An edge straight in lon, lat turns by at most 1.09 tan(lat) / R, found at azimuth 55 degrees.
    """
    steepest = np.cos(np.radians(min(np.abs(lat).max() + 0.01, 90)))
    return float(min(1.1 * PIECE_M**2 / (8 * ROUNDEST_M * max(steepest, 1e-9)), PIECE_M / 2))
