"""Names on the map: which fit at a zoom, and on which side of its dot each lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.border.geodesic import Floats
from geo.drawing.places import THIN_SPACE, Place

Label: TypeAlias = dict[str, str | float]

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
class _Position:
    """One place where a name could lie: its box relative to the dot, and how it is set."""

    box: tuple[float, float, float, float]
    dx: float
    dy: float
    anchor: str
    baseline: str
    cost: float


class _Setting:
    """A place with all its positions, worked out once for all bands."""

    def __init__(self, place: Place, positions: Sequence[_Position]) -> None:
        self.place, self.positions = place, positions
        self.boxes = np.array([position.box for position in positions])
        self.costs = np.array([float(position.cost) for position in positions])


def place_labels(places: Sequence[Place], pins: Floats) -> tuple[Label, ...]:
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
def _place_all(places: tuple[Place, ...], pins: bytes) -> tuple[Label, ...]:
    ordered = sorted(places, key=lambda place: (place.rank + (place.kind == "city"), place.kind))
    settings = [_Setting(place, list(_list_positions(place))) for place in ordered]
    marks = np.frombuffer(pins).reshape(-1, 4)
    return tuple(row for band in range(len(BANDS)) for row in _place_band(settings, marks, band))


def _place_band(settings: Sequence[_Setting], pins: Floats, band: int) -> Iterator[Label]:
    low, high = BANDS[band]
    settings = [setting for setting in settings if setting.place.from_zoom <= low]
    places = [setting.place for setting in settings]
    lon, lat = np.array([[p.lon, p.lat] for p in places]).reshape(-1, 2).T
    marks = shapely.STRtree(shapely.points(_to_pixels(pins[:, 0], pins[:, 1], low) + pins[:, 2:]))
    cities = np.array([place.kind == "city" for place in places], dtype=bool)
    # Ends of the band: in between, names only move apart, or past each other, which is rare.
    at = [_to_pixels(lon, lat, zoom) for zoom in (low, min(high, low + 1))]
    occupied: list[Floats] = [np.empty((0, 4)) for _ in at]
    dots = [np.hstack([points - 3, points + 3]) for points in at]
    for i, setting in enumerate(settings):
        place, positions, boxes = setting.place, setting.positions, setting.boxes
        covered = _count_covered_pins(marks, boxes + np.tile(at[0][i], 2))
        cost = setting.costs + _PIN_COST * covered
        others = cities.copy()
        others[i] = False
        for points, around, boxes_there in zip(at, dots, occupied, strict=True):
            here = boxes + np.tile(points[i], 2)
            for obstacles in (around[others], boxes_there):
                cost[_find_overlaps(here, _select_near(obstacles, here))] = np.inf
        best = int(np.argmin(cost))
        if np.isinf(cost[best]):
            continue
        position = positions[best]
        own_dot = (-3.0, -3.0, 3.0, 3.0)
        for k, points in enumerate(at):
            new = np.array([position.box, own_dot][: 1 + cities[i]]) + np.tile(points[i], 2)
            occupied[k] = np.vstack([occupied[k], new])
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


def _list_positions(place: Place) -> Iterator[_Position]:
    width, height = estimate_width(place.text) * place.size, _LINE_HEIGHT * place.size
    if place.kind != "city":
        for shift, cost in _SHIFTS:
            dy = round(shift * height, 1)
            box = (-width / 2, dy - height / 2, width / 2, dy + height / 2)
            yield _Position(box, 0, dy, "middle", "center", cost)
        return
    for gap, distance_cost in _GAPS:
        for right, down, cost in _SIDES:
            dx, dy = right * gap, down * gap * (0.6 if right else 1.0)
            west = dx - width * (1 - right) / 2
            north = dy - height * (1 - down) / 2
            anchor = {1: "start", 0: "middle", -1: "end"}[right]
            baseline = {1: "top", 0: "center", -1: "bottom"}[down]
            box = (west, north, west + width, north + height)
            yield _Position(box, dx, dy, anchor, baseline, cost + distance_cost)


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
    scale = 512 * 2**zoom / (2 * np.pi)
    down = -np.arctanh(np.sin(np.radians(np.clip(lat, -85, 85))))
    pixels: Floats = np.column_stack([np.radians(lon), down]) * scale
    return pixels


def _count_covered_pins(marks: shapely.STRtree, boxes: Floats) -> Floats:
    reach = np.array([-1, -1, 1, 1]) * _PIN_PX / 2
    rectangles = shapely.box(*(boxes + reach).T)
    hits, _ = marks.query(rectangles)
    return np.bincount(hits, minlength=len(boxes)).astype(float)


def _select_near(others: Floats, boxes: Floats) -> Floats:
    """Return those of some boxes that can meet any of the boxes of one place."""
    reach = np.hstack([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])[None]
    return others[_find_overlaps(others, reach)]


def _find_overlaps(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Return for each box of west, north, east, south whether it meets any of the others."""
    one, other = boxes[:, None], others[None]
    meets: NDArray[np.bool_] = (
        (one[..., 0] < other[..., 2])
        & (one[..., 2] > other[..., 0])
        & (one[..., 1] < other[..., 3])
        & (one[..., 3] > other[..., 1])
    )
    any_meets: NDArray[np.bool_] = np.any(meets, axis=1)
    return any_meets
