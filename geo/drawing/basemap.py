"""The base map of a story: land, lines, lakes and names, read from its folder."""

import json
from dataclasses import dataclass
from pathlib import Path

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry

from geo.border import Border
from geo.drawing.places import Place
from geo.drawing.sheets import Level, Sheet, draw_sheets
from geo.errors import StoryFileError
from geo.story.story_file import BasemapFiles

# Simplified by about half a pixel.
_COARSE_AND_FINE = (Level(0, 4.4, 0.02), Level(4.4))
# From zoom 6.5 on, where a pixel is half a kilometre, the measured line is drawn as it is measured.
_MEASURED = (Level(0, 4.5, 0.012), Level(4.5, 6.5, 0.004), Level(6.5))
_ALWAYS = (Level(0),)
_REGIONS = (Level(4),)


@dataclass(frozen=True)
class Basemap:
    """A base map as a story's folder has it: sheets, the lowest first, and names."""

    sheets: tuple[Sheet, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class _Shapes:
    """Areas and lines of a file, and the area in which they replace a coarser map."""

    areas: BaseGeometry
    lines: BaseGeometry
    complete_in: BaseGeometry


_NOTHING = _Shapes(*[shapely.GeometryCollection()] * 3)


def read_basemap(files: BasemapFiles, folder: Path, border: Border | None) -> Basemap:
    """Read the files that a story names; each may be missing.

    Parameters
    ----------
    files : Basemap of the story
        GeoJSON of areas and lines. Where `countries` has a `bbox`, it replaces the coarser
        `world` there. `cities` is a list of `Place`.
    folder : Path
        Of the story.
    border : Border or None
        Drawn from the polygon that is measured, so that lines of distance end on it.

    Raises
    ------
    StoryFileError
        If a named file is missing or holds no GeoJSON, or no list of places.
    """
    world, countries, regions, lakes = (
        _read_shapes(folder, name)
        for name in (files.world, files.countries, files.regions, files.lakes)
    )
    outside = [shape.difference(countries.complete_in) for shape in (world.areas, world.lines)]
    home = _select_on_map(border.area) if border else _NOTHING.areas
    sheets = [
        *draw_sheets("world", outside, _ALWAYS),
        *draw_sheets("countries", [countries.areas, countries.lines], _COARSE_AND_FINE),
        *draw_sheets("home", [home], _MEASURED),
        *draw_sheets("lakes", [lakes.areas], _COARSE_AND_FINE),
        *draw_sheets("regions", [regions.lines], _REGIONS),
        *draw_sheets("border", [home], _MEASURED),
    ]
    return Basemap(tuple(sheets), _read_places(folder, files.cities))


def _read_shapes(folder: Path, name: str | None) -> _Shapes:
    if name is None:
        return _NOTHING
    try:
        content = (folder / name).read_bytes()
        shapes = shapely.get_parts(shapely.get_parts(shapely.from_geojson(content)))
        box = json.loads(content).get("bbox")
    except OSError as error:
        raise StoryFileError(f"{name}: not readable, wanted a GeoJSON file") from error
    except (shapely.errors.GEOSException, ValueError) as error:
        raise StoryFileError(f"{name}: found no GeoJSON, wanted areas or lines") from error
    flat = shapely.get_dimensions(shapes)
    return _Shapes(
        areas=shapely.union_all(shapes[flat == 2]),
        lines=shapely.multilinestrings(shapes[flat == 1]),
        complete_in=shapely.box(*box) if box else _NOTHING.complete_in,
    )


def _read_places(folder: Path, name: str | None) -> tuple[Place, ...]:
    if name is None:
        return ()
    try:
        places = TypeAdapter(tuple[Place, ...])
        return places.validate_json((folder / name).read_bytes())
    except OSError as error:
        raise StoryFileError(f"{name}: not readable, wanted a list of places") from error
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        where = " ".join(map(str, problem["loc"])) or "the file"
        raise StoryFileError(f"{name}: {where}: {problem['msg']}") from error


def _select_on_map(area: BaseGeometry) -> BaseGeometry:
    """Return the parts of an area that the map of -180 to 180 degrees shows, at full length."""
    parts = shapely.get_parts(area)
    west, _, east, _ = shapely.bounds(parts).T
    return shapely.multipolygons(parts[(west < 180) & (east > -180)])
