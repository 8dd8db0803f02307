"""The base map of a story without its own: the part of the world map where its events lie."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from geo.border.boxes import Box, as_area, widen, width
from geo.drawing.basemap.drawings import Drawing, Level, draw_part, simplify
from geo.drawing.basemap.places import Place
from geo.drawing.basemap.world.names import find_places
from geo.drawing.basemap.world.shapes import (
    Countries,
    Shapes,
    cut_countries,
    cut_ranked,
    cut_region_lines,
)

WorldPart: TypeAlias = Literal["countries", "regions", "rivers", "lakes", "urban", "places"]
WORLD_PARTS: tuple[WorldPart, ...] = ("countries", "regions", "rivers", "lakes", "urban", "places")

# Spans of a story in degrees: beyond the first nothing is drawn in full detail, beyond the second
# regions and built-up areas, which would fill the map, are not drawn at all.
_FULL_DETAIL, _WITH_REGIONS = 20.0, 60.0
# A pixel at zoom 0, in degrees.
_PIXEL = 360 / 512


@dataclass(frozen=True)
class WorldMap:
    """Drawings and names cut from the world."""

    drawings: tuple[Drawing, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Surroundings:
    """How much of the world a story is shown in.

    Attributes
    ----------
    near : Box
        Drawn in full detail.
    around : Box
        Drawn for the eye that looks at all of `near` at once; the rest is the coarse world.
    span : float
        Of the story, degrees.
    """

    near: Box
    around: Box
    span: float

    @property
    def tolerance(self) -> float:
        """What may be left out at low zoom, degrees: less than a pixel where all is in view."""
        return max(0.012, self.span / 1500)

    @property
    def near_from(self) -> float:
        """The zoom at which what was left out would start to be seen."""
        return round(math.log2(0.7 * _PIXEL / self.tolerance), 1)


def surround(box: Box) -> Surroundings:
    """Return how much of the world is shown around a box.

    Examples
    --------
    >>> surround((42.0, 12.0, 54.0, 19.0)).around
    (32.4, 2.4, 63.6, 28.6)
    """
    span = max(width(box), box[3] - box[1])
    # A tall window shows above and below what a wide one shows to the left and right.
    near = widen(box, max(0.35 * span, 3.0))
    return Surroundings(near, widen(box, max(0.8 * span, 8.0)), span)


def draw_world(shown: Surroundings, home: BaseGeometry, parts: frozenset[WorldPart]) -> WorldMap:
    """Return the parts of the world map around a story.

    Parameters
    ----------
    shown : Surroundings
    home : Polygon or MultiPolygon
        The area whose border is measured, empty without one: along its border no other line runs.
    parts : frozenset of WorldPart
        Those that the story does not bring itself.
    """
    drawings: list[Drawing] = []
    if "countries" in parts:
        drawings += _draw_countries(shown, home)
    if "urban" in parts and shown.span <= _WITH_REGIONS:
        built, _ = cut_ranked("urban", shown.near)
        areas = simplify(shapely.union_all(built), shown.span / 1200)
        drawings += draw_part("urban", [areas], [Level(5)])
    if "lakes" in parts:
        drawings += _draw_ranked("lakes", shown, (2, 4, 9))
    if "rivers" in parts:
        drawings += _draw_ranked("rivers", shown, (3, 6, 10))
    if "regions" in parts and shown.span <= _WITH_REGIONS:
        lines = simplify(cut_region_lines(shown.near), shown.span / 5000)
        drawings += draw_part("regions", [lines], [Level(4)])
    places = find_places(shown.near, shown.around) if "places" in parts else ()
    return WorldMap(tuple(drawings), places)


def _draw_countries(shown: Surroundings, home: BaseGeometry) -> Iterator[Drawing]:
    around = _without(cut_countries(shown.around), home)
    far = [simplify(shape, shown.tolerance) for shape in (around.land, around.lines)]
    yield from draw_part("countries", far, [Level(0, shown.near_from)])
    # A story of the whole world has nothing around it; to cut it again would take seconds.
    is_all = shown.near == shown.around
    near = around if is_all else _without(cut_countries(shown.near), home)
    close = [near.land, near.lines]
    if shown.span > _FULL_DETAIL:
        close = [simplify(shape, shown.span / 5000) for shape in close]
    close += [shape.difference(as_area(shown.near)) for shape in far]
    yield from draw_part("countries", close, [Level(shown.near_from)])


def _without(countries: Countries, home: BaseGeometry) -> Countries:
    """Return countries without the lines that another source draws along the measured border."""
    if home.is_empty:
        return countries
    return Countries(countries.land, countries.lines.difference(home.buffer(0.05)))


def _draw_ranked(
    part: Literal["lakes", "rivers"], shown: Surroundings, ranks: tuple[int, int, int]
) -> Iterator[Drawing]:
    """Yield rivers or lakes: at low zoom the largest only, and all of them where a story lies."""
    at = shown.near_from
    shapes, rank = cut_ranked(part, shown.around)
    here = shapely.intersects(as_area(shown.near), shapes)
    # In a wider view fewer of them can be distinguished.
    fewer = int(shown.span > _FULL_DETAIL) + 2 * int(shown.span > _WITH_REGIONS)
    bands = [
        (Level(0, at), rank <= ranks[0]),
        (Level(at, at + 1.5), here & (rank <= ranks[1] - fewer)),
        (Level(at + 1.5), here & (rank <= ranks[2] - 3 * fewer)),
    ]
    for level, kept in bands:
        tolerance = max(_PIXEL / 2 ** min(level.max_zoom, at + 3) / 2, shown.span / 3000)
        shape = simplify(_gather(shapes[kept]), tolerance)
        yield from draw_part(part, [shape], [level])


def _gather(parts: Shapes) -> BaseGeometry:
    lines = shapely.get_dimensions(parts).max(initial=0) < 2
    return shapely.MultiLineString(list(parts)) if lines else shapely.union_all(parts)
