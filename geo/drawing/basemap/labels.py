"""Names on the map: which fit at a zoom, and on which side of its dot each lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import shapely

from geo.drawing.basemap.places import THIN_SPACE, Place
from geo.events.geometry.arrays import Flags, Floats
from geo.link.mercator import to_northing

TextLayerRow: TypeAlias = dict[str, str | float]

# A label stays where it is within a band of zooms; between bands it may change its side.
BANDS = tuple(pairwise((0.0, 1.6, 2.75, 3.4, 4.4, 5.1, 5.8, 6.6, 7.5, 9.0, 24.0)))

_LINE_HEIGHT = 1.15
_PIN_PX, _PIN_COST = 14.0, 3.0

# Where a name may lie next to its dot: towards the right (-1 left) and downwards (-1 up), and
# what that costs. After Imhof (1962), the right side and above before the others.
_SIDES = (
    (1, 0, 0.0),
    (-1, 0, 0.15),
    (0, -1, 0.2),
    (0, 1, 0.25),
    (1, -1, 0.3),
    (-1, -1, 0.35),
    (1, 1, 0.3),
    (-1, 1, 0.35),
)
# Farther away where the dot itself lies in a cluster of pins; pixels, and what that costs.
_GAPS = ((5.0, 0.0), (13.0, 0.9), (22.0, 1.8), (32.0, 2.7))

# A country or sea is named where its label belongs, or so little above or below, in line heights,
# that the name clears a dot and is still there.
_SHIFTS = ((0.0, 0.0), (-0.75, 0.4), (0.75, 0.4))


@dataclass(frozen=True)
class _NamePosition:
    """One place where a name could lie: its box relative to the dot, and how it is set."""

    box: tuple[float, float, float, float]
    dx: float
    dy: float
    anchor: str
    baseline: str
    cost: float


class _PlaceName:
    """A place with all its positions, computed once for all bands."""

    def __init__(self, place: Place, positions: Sequence[_NamePosition]) -> None:
        self.place, self.positions = place, positions
        self.boxes = np.array([position.box for position in positions])
        self.costs = np.array([float(position.cost) for position in positions])


class _End:
    """The places at one end of a band: where their names could lie, and what is in the way.

    Attributes
    ----------
    boxes : list of array, shape (positions, 4)
        Of each place: west, north, east, south of its name in each position, in pixels.
    occupied : array, shape (n, 4)
        The boxes of names that have their place; NaN, which meets nothing, for the others.
    """

    def __init__(self, names: Sequence[_PlaceName], points: Floats) -> None:
        corners = np.hstack([points, points])
        self.boxes = [each.boxes + corner for each, corner in zip(names, corners, strict=True)]
        self.occupied = np.full(corners.shape, np.nan)
        is_city = np.array([[each.place.kind == "city"] for each in names])
        self._dots = np.where(is_city, corners + np.array([-3, -3, 3, 3]), np.nan)
        reach = [[*each.min(axis=0)[:2], *each.max(axis=0)[2:]] for each in self.boxes]
        # The reach of a name holds its own dot.
        areas = shapely.box(*np.transpose(reach))
        one, other = shapely.STRtree(areas).query(areas)
        one, other = one[one != other], other[one != other]
        order = np.argsort(one, kind="stable")
        at = np.searchsorted(one[order], np.arange(1, len(names)))
        self._near = np.split(other[order], at)

    def find_overlaps(self, i: int) -> Flags:
        """Return for each position of a name whether it meets another name or another's dot."""
        near = self._near[i]
        one, other = self.boxes[i][:, None], np.vstack([self._dots[near], self.occupied[near]])
        meets: Flags = (
            (one[..., 0] < other[..., 2])
            & (one[..., 2] > other[..., 0])
            & (one[..., 1] < other[..., 3])
            & (one[..., 3] > other[..., 1])
        ).any(axis=1)
        return meets


def place_labels(places: Sequence[Place], pins: Floats) -> tuple[TextLayerRow, ...]:
    """Return the names that fit, for each band of zooms, none on another.

    Parameters
    ----------
    places : sequence of Place
        The most important first within a rank; a more important name gets its place first.
    pins : array of float, shape (n, 4)
        Marks not to cover if that can be helped: lon, lat, and how many pixels each is moved
        right and down.

    Returns
    -------
    tuple of dict
        kind, band (index into BANDS), text, lon, lat, size, anchor, baseline, dx, dy. Greedy by
        rank; a name that has no free place in a band is left out of it.
    """
    return _place_all(tuple(places), np.asarray(pins, dtype=float).tobytes())


# All maps and pictures of a record have the same names, in every theme and colouring.
@lru_cache(maxsize=4)
def _place_all(places: tuple[Place, ...], pins: bytes) -> tuple[TextLayerRow, ...]:
    ordered = sorted(places, key=lambda place: (place.rank + (place.kind == "city"), place.kind))
    names = [_PlaceName(place, list(_list_positions(place))) for place in ordered]
    marks = np.frombuffer(pins).reshape(-1, 4)
    return tuple(row for band in range(len(BANDS)) for row in _place_band(names, marks, band))


def _place_band(names: Sequence[_PlaceName], pins: Floats, band: int) -> Iterator[TextLayerRow]:
    low, high = BANDS[band]
    names = [name for name in names if name.place.from_zoom <= low]
    if not names:
        return
    lon, lat = np.array([[each.place.lon, each.place.lat] for each in names]).T
    marks = _to_pixels(pins[:, 0], pins[:, 1], low) + pins[:, 2:]
    # Ends of the band: in between, names only move apart, or past each other, which is rare.
    ends = [_End(names, _to_pixels(lon, lat, zoom)) for zoom in (low, min(high, low + 1))]
    covered = _count_covered_pins(marks, np.vstack(ends[0].boxes))
    firsts = np.cumsum([len(each.positions) for each in names])[:-1]
    for i, (name, pins_there) in enumerate(zip(names, np.split(covered, firsts), strict=True)):
        cost = name.costs + _PIN_COST * pins_there
        for end in ends:
            cost[end.find_overlaps(i)] = np.inf
        best = int(np.argmin(cost))
        if np.isinf(cost[best]):
            continue
        for end in ends:
            end.occupied[i] = end.boxes[i][best]
        place, position = name.place, name.positions[best]
        yield {
            "kind": place.kind,
            "band": band,
            "text": place.text,
            "lon": place.lon,
            "lat": place.lat,
            "size": place.size,
            "anchor": position.anchor,
            "baseline": position.baseline,
            "dx": position.dx,
            "dy": position.dy,
        }


def _list_positions(place: Place) -> Iterator[_NamePosition]:
    width, height = estimate_width(place.text) * place.size, _LINE_HEIGHT * place.size
    if place.kind != "city":
        for shift, cost in _SHIFTS:
            dy = round(shift * height, 1)
            box = (-width / 2, dy - height / 2, width / 2, dy + height / 2)
            yield _NamePosition(box, 0, dy, "middle", "center", cost)
        return
    for gap, distance_cost in _GAPS:
        for right, down, cost in _SIDES:
            dx, dy = right * gap, down * gap * (0.6 if right else 1.0)
            west = dx - width * (1 - right) / 2
            north = dy - height * (1 - down) / 2
            anchor = {1: "start", 0: "middle", -1: "end"}[right]
            baseline = {1: "top", 0: "center", -1: "bottom"}[down]
            box = (west, north, west + width, north + height)
            yield _NamePosition(box, dx, dy, anchor, baseline, cost + distance_cost)


def estimate_width(text: str) -> float:
    """Return the estimated width of a text, in ems of a humanist sans-serif.

    Examples
    --------
    >>> round(estimate_width("Hafen"), 2)
    2.68
    """
    return sum(_estimate_letter(letter) for letter in text)


def _estimate_letter(letter: str) -> float:
    if letter == THIN_SPACE:
        return 0.2
    if letter in "ijlItf.,'’ ":
        return 0.32
    if letter in "mwMWжшщюмыфЖШЩЮМЫФ":
        return 0.86
    return 0.68 if letter.isupper() else 0.56


def _to_pixels(lon: Floats, lat: Floats, zoom: float) -> Floats:
    """Return Web Mercator pixels, right and down, shape (n, 2); at zoom 0 the world is 512 wide."""
    pixels: Floats = np.column_stack([lon / 360, -to_northing(lat)]) * 512 * 2**zoom
    return pixels


def _count_covered_pins(pins: Floats, boxes: Floats) -> Floats:
    """Return for each box how many pins a name there would cover."""
    rectangles = shapely.box(*(boxes + np.array([-1, -1, 1, 1]) * _PIN_PX / 2).T)
    hits, _ = shapely.STRtree(shapely.points(pins)).query(rectangles)
    return np.bincount(hits, minlength=len(boxes)).astype(float)
