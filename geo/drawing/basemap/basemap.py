"""The base map of a story: land, lines, lakes and names, from its folder and the world."""

import json
from dataclasses import dataclass
from pathlib import Path

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry

from geo.border import Border
from geo.border.boxes import Box, as_area
from geo.drawing.basemap.drawings import Drawing, Level, draw_part
from geo.drawing.basemap.places import Place
from geo.drawing.basemap.world.cache import cached_world_map
from geo.drawing.basemap.world.shapes import read_coarse_world
from geo.drawing.basemap.world.world_map import WORLD_PARTS, WorldMap, WorldPart, surround
from geo.errors import StoryFileError
from geo.story.files.own_file import read_own_file
from geo.story.story_file import BasemapFiles

# Simplified by about half a pixel.
_COARSE_AND_FINE = (Level(0, 4.4, 0.02), Level(4.4))
# From zoom 6.5 on, where a pixel is half a kilometre, the measured line is drawn as it is measured.
_MEASURED = (Level(0, 4.5, 0.012), Level(4.5, 6.5, 0.004), Level(6.5))
_ALWAYS = (Level(0),)
_REGIONS = (Level(4),)
_ORDER = ("world", "countries", "home", "urban", "lakes", "rivers", "regions", "border")


@dataclass(frozen=True)
class Basemap:
    """A base map as a story's folder has it: drawings, the lowest first, and names."""

    drawings: tuple[Drawing, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class _Shapes:
    """Areas and lines of a file, and the area in which they replace a coarser map."""

    areas: BaseGeometry
    lines: BaseGeometry
    complete_in: BaseGeometry


_NOTHING = _Shapes(*[shapely.GeometryCollection()] * 3)


def read_basemap(
    files: BasemapFiles,
    folder: Path,
    border: Border | None,
    shown: Box | None = None,
    cache_folder: Path | None = None,
) -> Basemap:
    """Read the files that a story names, and take from the world what it does not bring.

    Parameters
    ----------
    files : Basemap of the story
        GeoJSON of areas and lines. Where `countries` has a `bbox`, it replaces the coarser
        `world` there. `cities` is a list of `Place`.
    folder : Path
        Of the story.
    border : Border or None
        Drawn from the polygon that is measured, so that lines of distance end on it.
    shown : Box, optional
        Where the story lies: parts that it does not name are cut from the world there. Without
        it nothing is taken from the world.
    cache_folder : Path, optional
        The folder whose cache keeps what was cut.

    Raises
    ------
    StoryFileError
        If a named file is missing or holds no GeoJSON, or no list of places.
    """
    world, countries, regions, lakes = (
        _read_shapes(folder, name)
        for name in (files.world, files.countries, files.regions, files.lakes)
    )
    home = _select_on_map(border.area) if border else _NOTHING.areas
    complete_in, cut = countries.complete_in, WorldMap((), ())
    if shown:
        if files.world is None:
            coarse = read_coarse_world()
            world = _Shapes(coarse.land, coarse.lines, _NOTHING.areas)
        around = surround(shown)
        if files.countries is None:
            complete_in = as_area(around.around)
        cut = cached_world_map(around, home, _list_missing(files), cache_folder)
    outside = [shape.difference(complete_in) for shape in (world.areas, world.lines)]
    drawings = [
        *draw_part("world", outside, _ALWAYS),
        *draw_part("countries", [countries.areas, countries.lines], _COARSE_AND_FINE),
        *draw_part("home", [home], _MEASURED),
        *draw_part("lakes", [lakes.areas], _COARSE_AND_FINE),
        *draw_part("regions", [regions.lines], _REGIONS),
        *draw_part("border", [home], _MEASURED),
        *cut.drawings,
    ]
    lowest_first = sorted(drawings, key=lambda drawing: _ORDER.index(drawing.part))
    return Basemap(tuple(lowest_first), (*_read_places(folder, files.cities), *cut.places))


def _list_missing(files: BasemapFiles) -> frozenset[WorldPart]:
    """Return the parts of the world map that a story does not bring itself."""
    own: dict[WorldPart, str | None] = {
        "countries": files.countries,
        "regions": files.regions,
        "lakes": files.lakes,
        "places": files.cities,
    }
    return frozenset(part for part in WORLD_PARTS if own.get(part) is None)


def _read_shapes(folder: Path, name: str | None) -> _Shapes:
    if name is None:
        return _NOTHING
    content = read_own_file(folder, name, "a GeoJSON file")
    try:
        # First as JSON, which refuses what is nested so deep that shapes would end the process.
        box = json.loads(content).get("bbox")
        shapes = shapely.get_parts(shapely.get_parts(shapely.from_geojson(content)))
        complete_in = shapely.box(*box) if box else _NOTHING.complete_in
    except (
        shapely.errors.GEOSException,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        raise StoryFileError(f"{name}: found no GeoJSON, wanted areas or lines") from error
    flat = shapely.get_dimensions(shapes)
    return _Shapes(
        areas=shapely.union_all(shapes[flat == 2]),
        lines=shapely.multilinestrings(shapes[flat == 1]),
        complete_in=complete_in,
    )


def _read_places(folder: Path, name: str | None) -> tuple[Place, ...]:
    if name is None:
        return ()
    content = read_own_file(folder, name, "a list of places")
    try:
        return TypeAdapter(tuple[Place, ...]).validate_json(content)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        where = " ".join(map(str, problem["loc"])) or "the file"
        raise StoryFileError(f"{name}: {where}: {problem['msg']}") from error


def _select_on_map(area: BaseGeometry) -> BaseGeometry:
    """Return the parts of an area that the map of -180 to 180 degrees shows, at full length."""
    parts = shapely.get_parts(area)
    west, _, east, _ = shapely.bounds(parts).T
    return shapely.multipolygons(parts[(west < 180) & (east > -180)])
