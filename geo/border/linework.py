"""Lines on the ellipsoid, indexed to find their nearest point quickly and with certainty."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from pykdtree.kdtree import KDTree

from geo.border.batches import CHUNK, order_by_cell, split_into_batches
from geo.border.geodesic import ROUNDEST_M, arc_error, arc_length, inverse, longest_chord, to_ecef
from geo.border.pieces import PIECE_M, Indices, bound_sagitta, cut_into_pieces
from geo.events.geometry.arrays import Flags, Floats

NEIGHBOURS = (3, 8, 32, 256)  # Vertices asked for, in turn, until the certificate holds.
ARC_LIMIT_M = 400e3  # Up to here `arc_length` is right to 0.3 mm, so its length is the answer.
TREE_LIMIT_M = 2_000e3  # From here on chords say too little about lengths.
RUN = 16  # Vertices in a row, and such runs in a row, that are ruled out together when far away.
FAR_CHUNK = 16  # Points far away in one pass: all vertices may be as near to each.


class Linework:
    """Polylines whose edges are straight in lon, lat, cut into pieces of at most 150 m.

    Parameters
    ----------
    paths : sequence of array, each (n, 2) with n >= 1
        lon, lat in degrees; neighbours differ by at most 180 degrees of longitude.

    Notes
    -----
    The certificate. Let d be the length found, and suppose that a point b of the lines is nearer.
    1. The chord from the event to b is at most `longest_chord(d)`: proven there.
    2. b lies on a piece, at most P from end to end, that leaves the straight line between them by
       at most a sagitta S; so that line passes the event within C = longest_chord(d) + S.
    3. The line is nearest at an end, or at the foot of a perpendicular with an end within P/2:
       either way one end of the piece lies within hypot(C, P/2) of the event.
    4. The pieces at the k vertices nearest to the event were measured. If the k-th is farther than
       that, b's piece was among them: contradiction. If not, k grows until it is.
    """

    def __init__(self, paths: Sequence[Floats]) -> None:
        self.start, self.last = cut_into_pieces(paths)
        # Piece i runs from vertex i to i + 1; the last vertex of a path is a piece of length zero.
        self.step = np.diff(self.start, axis=0, append=self.start[-1:])
        self.step[self.last] = 0
        self.position = to_ecef(*self.start.T)
        self.along = to_ecef(*(self.start + self.step).T) - self.position
        self.along_2 = np.einsum("ij,ij->i", self.along, self.along)
        self.longest = float(np.sqrt(self.along_2.max()))
        self.along_2[self.along_2 == 0] = 1  # Any share of a piece of length zero is its vertex.
        self.sagitta = bound_sagitta(self.start[:, 1])

    @cached_property
    def tree(self) -> KDTree:
        """The vertices, to find those near a place."""
        return KDTree(self.position)

    @cached_property
    def height_2(self) -> Floats:
        """The square of each vertex's distance from the centre of the Earth."""
        height_2: Floats = np.einsum("ij,ij->i", self.position, self.position)
        return height_2

    def find_nearest(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Return how far points lie from the lines, and the nearest points of the lines.

        Parameters
        ----------
        lon, lat : array of float, n values
            Degrees, finite.

        Returns
        -------
        array of float, n values
            Metres on WGS 84.
        array of float, (n, 2)
            lon, lat of the nearest points, lon between -180 and 180.
        """
        length, foot = np.empty(len(lon)), np.empty((len(lon), 2))
        for rows in split_into_batches(order_by_cell(lon, lat), CHUNK):
            length[rows], foot[rows] = self._nearest_in_chunk(lon[rows], lat[rows])
        foot[:, 0] -= 360 * np.round(foot[:, 0] / 360)
        return length, foot

    def find_vertices_near(self, other: "Linework", length: float) -> Floats:
        """Return lon, lat of the vertices that may lie nearer than `length` to the other lines."""
        chord = float(other._certificate(np.asarray(length)))
        # None is near that lies outside a ball around the others by more than that. The square of
        # the way to its middle, in three terms of which one is known, is a third of the work; it
        # is right to a hundredth of a square metre.
        middle = other.position.mean(axis=0)
        radius = np.sqrt(np.square(other.position - middle).sum(axis=1).max()) + chord
        away_2 = self.height_2 - 2 * (self.position @ middle) + middle @ middle
        here = np.flatnonzero(away_2 <= radius**2 + 1)
        if not len(here):
            return self.start[here]
        reach, _ = other.tree.query(self.position[here], k=1, distance_upper_bound=chord)
        near: Floats = self.start[here[np.isfinite(reach)]]
        return near

    def _nearest_in_chunk(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Ask for more neighbours of the points still uncertain, and at last for everything."""
        length, foot, certain = self._nearest_by_tree(lon, lat, NEIGHBOURS[0])
        for count in NEIGHBOURS[1:]:
            open_rows = np.flatnonzero(~certain & (length < TREE_LIMIT_M))
            for rows in split_into_batches(open_rows, CHUNK * NEIGHBOURS[0] // count):
                length[rows], foot[rows], certain[rows] = self._nearest_by_tree(
                    lon[rows], lat[rows], count
                )
        for rows in split_into_batches(np.flatnonzero(~certain), FAR_CHUNK):
            length[rows], foot[rows] = self._nearest_by_runs(lon[rows], lat[rows])
        return length, foot

    def _nearest_by_tree(
        self, lon: Floats, lat: Floats, count: int
    ) -> tuple[Floats, Floats, Flags]:
        """Measure the pieces at the `count` nearest vertices; say which answers are certain."""
        position, count = to_ecef(lon, lat), min(count, len(self.start))
        reach, vertex = self.tree.query(position, k=count)
        vertex = vertex.reshape(-1, count).astype(np.int64)
        piece = np.concatenate([vertex - 1, vertex], axis=1)
        share, arc = self._feet(position[:, None], piece)
        best = np.arange(len(piece)), arc.argmin(axis=1)
        foot = self._point(piece[best], share[best])
        length = arc_length(position, to_ecef(*foot.T))

        doubt = arc_error(length) + self.sagitta
        reached = reach.reshape(-1, count)[:, -1] >= self._certificate(length + doubt)
        certain = (reached | (count == len(self.start))) & (length < TREE_LIMIT_M)
        long = certain & (length > ARC_LIMIT_M)
        if long.any():
            rival = long[:, None] & (arc <= (length + 2 * doubt)[:, None])
            row = np.nonzero(rival)[0]
            length[long], foot[long] = _shortest_of_each(
                row, *self._refined(lon[row], lat[row], piece[rival], share[rival])
            )
        return length, foot, certain

    def _nearest_by_runs(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Rule out runs of vertices, then vertices, by the triangle inequality of geodesics."""
        row, run = (pair.ravel() for pair in np.indices((len(lon), len(self.runs[0][0]))))
        shortest = np.full(len(lon), np.inf)
        for head, radius in self.runs:
            # Of the last runs, all of which have a parent, there may be none.
            row, run = row[run < len(head)], run[run < len(head)]
            away = inverse(lon[row], lat[row], *self.start[head[run]].T)[1]
            np.minimum.at(shortest, row, away)
            kept = away - radius[run] <= shortest[row]
            row = np.repeat(row[kept], RUN)
            run = (run[kept, None] * RUN + np.arange(RUN)).ravel()
        row, vertex = row[run < len(self.start)], run[run < len(self.start)]
        to_vertex = inverse(lon[row], lat[row], *self.start[vertex].T)[1]
        np.minimum.at(shortest, row, to_vertex)
        # An end of the best piece is at most this much farther than its foot (step 3 above, twice
        # as wide because the ellipsoid is not flat).
        slack = np.minimum(2 * (PIECE_M**2 / (8 * shortest + 1) + self.sagitta), PIECE_M / 2)
        kept = to_vertex <= (shortest + slack)[row]
        row, vertex = np.tile(row[kept], 2), vertex[kept]
        piece = np.concatenate([vertex - 1, vertex])
        share, _ = self._feet(to_ecef(lon[row], lat[row]), piece)
        return _shortest_of_each(row, *self._refined(lon[row], lat[row], piece, share))

    def _feet(self, position: Floats, piece: Indices) -> tuple[Floats, Floats]:
        """Return the share (0 to 1) of each piece at which it is nearest, and the arc to there."""
        start, along = self.position[piece], self.along[piece]
        share = np.einsum("...i,...i", position - start, along) / self.along_2[piece]
        share = np.clip(share, 0, 1)
        return share, arc_length(position, start + share[..., None] * along)

    def _point(self, piece: Indices, share: Floats) -> Floats:
        """Return lon, lat of the points at these shares of the pieces."""
        point: Floats = self.start[piece] + share[:, None] * self.step[piece]
        return point

    def _certificate(self, length: Floats) -> Floats:
        """Return the chord within which a piece that is nearer than `length` has an end."""
        chord: Floats = np.hypot(longest_chord(length) + self.sagitta, self.longest / 2)
        return chord

    def _refined(
        self, lon: Floats | float, lat: Floats | float, piece: Indices, share: Floats
    ) -> tuple[Floats, Floats]:
        """Return lengths and feet of pairs of point and piece, by Karney's inverse.

        Two steps of Newton's method move each foot along its piece until the geodesic meets it
        at a right angle: the chord's foot is off by 2 m at 400 km, by 200 m at 2,000 km.
        """
        (west, south), (east, north) = self.start[piece].T, (self.start + self.step)[piece].T
        heading, piece_m = inverse(west, south, east, north)
        shortest, nearest = np.full(len(piece), np.inf), np.empty((len(piece), 2))
        for _ in range(3):
            foot = self._point(piece, share)
            azimuth, length = inverse(foot[:, 0], foot[:, 1], lon, lat)
            shorter = length < shortest
            shortest[shorter], nearest[shorter] = length[shorter], foot[shorter]
            reduced = ROUNDEST_M * np.sin(np.minimum(length / ROUNDEST_M, np.pi))
            move_m = reduced * np.cos(np.radians(azimuth - heading))
            share = np.clip(share + move_m / np.maximum(piece_m, 1e-3), 0, 1)
        return shortest, nearest

    @cached_property
    def runs(self) -> list[tuple[Indices, Floats]]:
        """Long runs of vertices, then shorter ones: a vertex in each, and its reach from there.

        The reach holds the pieces of the run. Of a run of runs it is at most the way to the vertex
        of one of them, and the reach of that.
        """
        head, reach = np.arange(len(self.start)), np.full(len(self.start), PIECE_M)
        levels: list[tuple[Indices, Floats]] = []
        while not levels or len(head) > RUN:
            first = np.arange(0, len(head), RUN)
            middle = head[np.minimum(first + RUN // 2, len(head) - 1)]
            parent = middle[np.arange(len(head)) // RUN]
            away = inverse(*self.start[parent].T, *self.start[head].T)[1] + reach
            head, reach = middle, np.maximum.reduceat(away, first)
            levels.insert(0, (head, reach))
        return levels


def _shortest_of_each(row: Indices, length: Floats, foot: Floats) -> tuple[Floats, Floats]:
    """Return the shortest length of each distinct row, in the order of the rows, and its foot."""
    order = np.lexsort((length, row))
    first = order[np.diff(row[order], prepend=-1) > 0]
    return length[first], foot[first]
