"""The base map: bundled land, lines, lakes and names under the events, as pydeck layers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pydeck as pdk
import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry

from geo.border import Border
from geo.drawing.labels import BANDS, Floats, Place, place_labels
from geo.drawing.palette import Colour, Palette
from geo.drawing.publish import Publish, publish_json
from geo.drawing.sheets import Level, Sheet, draw_sheets
from geo.errors import StoryFileError
from geo.story.story_file import BasemapFiles

# Simplified by about half a pixel.
_COARSE_AND_FINE = (Level(0, 4.4, 0.02), Level(4.4))
# From zoom 6.5 on, where a pixel is half a kilometre, the measured line is drawn as it is measured.
_MEASURED = (Level(0, 4.5, 0.012), Level(4.5, 6.5, 0.004), Level(6.5))
_ALWAYS = (Level(0),)
_REGIONS = (Level(4),)
_PIXELS = pdk.types.String("pixels")
FONT = pdk.types.String("'Source Sans', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif")
# Found by eye at one and two device pixels: strokes as strong as the browser's own, dots on the i.
_LETTERS = {
    "sdf": True,
    "fontSize": 48,
    "buffer": 14,
    "radius": 20,
    "cutoff": 0.2,
    "smoothing": 0.18,
}


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
    beyond = [shape.difference(countries.complete_in) for shape in (world.areas, world.lines)]
    home = _on_the_map(border.area) if border else _NOTHING.areas
    sheets = [
        *draw_sheets("world", beyond, _ALWAYS),
        *draw_sheets("countries", [countries.areas, countries.lines], _COARSE_AND_FINE),
        *draw_sheets("home", [home], _MEASURED),
        *draw_sheets("lakes", [lakes.areas], _COARSE_AND_FINE),
        *draw_sheets("regions", [regions.lines], _REGIONS),
        *draw_sheets("border", [home], _MEASURED),
    ]
    return Basemap(tuple(sheets), _read_places(folder, files.cities))


def basemap_layers(
    basemap: Basemap,
    palette: Palette,
    pins: Floats,
    publish: Publish,
) -> list[pdk.Layer]:
    """Return the base map as layers, whose ids all start with "base-".

    Parameters
    ----------
    basemap : Basemap
    palette : Palette
        The sea is no layer: it is the colour behind all of them.
    pins : array of float, shape (n, 4)
        What names should not lie beneath; see `place_labels`.
    publish : callable
        Takes content, media type and file name; returns the address to read it from.
    """
    layers = [layer for sheet in basemap.sheets for layer in _sheet_layers(sheet, palette, publish)]
    names = place_labels(basemap.places, pins)
    if not names:
        return layers
    address = publish_json(names, "names.json", publish)
    bands = sorted({int(name["band"]) for name in names})
    return layers + [layer for band in bands for layer in _name_layers(band, address, palette)]


# What each part is drawn as. Lines are so thin that their segments need no joints.
_AREAS = ("world", "countries", "home", "lakes")
_LINES = ("world", "countries", "regions", "border")


def _sheet_layers(sheet: Sheet, palette: Palette, publish: Publish) -> Iterator[pdk.Layer]:
    fill, line, width = part_style(sheet.part, palette)
    # One name for all, so that the same shape is read once for its area and its line.
    data = publish(sheet.geojson, "application/geo+json", "basemap.geojson")
    zooms = {"min_zoom": sheet.min_zoom, "max_zoom": sheet.max_zoom}
    if sheet.part in _AREAS:
        yield pdk.Layer(
            "SolidPolygonLayer",
            id=f"base-{sheet.part}-{sheet.min_zoom:g}",
            data=data,
            get_polygon="-",
            get_fill_color=fill,
            **zooms,
        )
    if sheet.part in _LINES:
        yield pdk.Layer(
            "LineLayer",
            id=f"base-{sheet.part}-line-{sheet.min_zoom:g}",
            data=data,
            get_color=line,
            get_width=width,
            width_units=_PIXELS,
            **zooms,
        )


def part_style(part: str, palette: Palette) -> tuple[Colour, Colour, float]:
    """Return the fill, the line and its width in pixels of a part of the map."""
    return {
        "world": (palette.land, palette.country_line, 0.8),
        "countries": (palette.land, palette.country_line, 1.0),
        "home": (palette.home, palette.home, 0.0),
        "lakes": (palette.lake, palette.lake, 0.0),
        "regions": (palette.land, palette.region_line, 0.9),
        "border": (palette.home, palette.border, 1.3),
    }[part]


def _name_layers(band: int, address: str, palette: Palette) -> Iterator[pdk.Layer]:
    low, high = BANDS[band]
    here = f"band == {band}"
    yield pdk.Layer(
        "ScatterplotLayer",
        id=f"base-dots-{low:g}",
        data=address,
        get_position="[lon, lat]",
        get_radius=f"{here} && kind == 'city' ? 2 : 0",
        radius_units=_PIXELS,
        get_fill_color=palette.city,
        min_zoom=low,
        max_zoom=high,
    )
    yield pdk.Layer(
        "TextLayer",
        id=f"base-names-{low:g}",
        data=address,
        character_set=pdk.types.String("auto"),
        get_position="[lon, lat]",
        get_text=f"{here} ? text : ''",
        get_size="size",
        get_color=f"kind == 'city' ? {[*palette.city]} : "
        f"kind == 'sea' ? {[*palette.water]} : {[*palette.place]}",
        get_text_anchor="anchor",
        get_alignment_baseline="baseline",
        get_pixel_offset="[dx, dy]",
        font_family=FONT,
        font_weight=400,
        font_settings=_LETTERS,
        outline_width=12,
        outline_color=palette.halo,
        min_zoom=low,
        max_zoom=high,
    )


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
        fault = error.errors(include_url=False)[0]
        where = " ".join(map(str, fault["loc"])) or "the file"
        raise StoryFileError(f"{name}: {where}: {fault['msg']}") from error


def _on_the_map(area: BaseGeometry) -> BaseGeometry:
    """Return the parts of an area that the map of -180 to 180 degrees shows, at full length."""
    parts = shapely.get_parts(area)
    west, _, east, _ = shapely.bounds(parts).T
    return shapely.multipolygons(parts[(west < 180) & (east > -180)])
