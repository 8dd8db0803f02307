"""Rules of a street map: it can be read, and shows the streets of the story's places."""

from collections.abc import Iterator, Sequence

from geo.errors import StoryFileError
from geo.link.mercator import to_northing
from geo.story.check.finding import Finding
from geo.story.check.rules.places import format_position
from geo.story.files.street_map import DRAWN_LAYERS, STREETS_FILE, STREETS_FROM
from geo.story.files.tile_file import TileFile

LonLat = tuple[float, float]
"""lon, lat"""

# From here on the map says where it has no streets, and tiles of a lower zoom have none.
_STREETS_WANTED = 12
# A city takes some ten megabytes; this size is a continent.
_MOST_BYTES = 1 << 30
_MOST_SAMPLES = 20
_MOST_NAMES = 6


def check_street_map(file: TileFile, places: Sequence[LonLat] | None) -> tuple[Finding, ...]:
    """Return what is wrong with a street map that could be opened.

    Parameters
    ----------
    file : TileFile
    places : sequence of (lon, lat), or None
        Of the story's events; None if they are not known.
    """
    remarks = [*_check_zooms(file), *_check_layers(file), *_check_size(file)]
    if places:
        remarks += _check_places(file, places)
    return tuple(Finding("should", STREETS_FILE, *remark) for remark in remarks)


def _check_zooms(file: TileFile) -> Iterator[tuple[str, str, str]]:
    low, high = file.min_zoom, file.max_zoom
    if high < _STREETS_WANTED:
        wanted = f"tiles up to zoom 14: those up to {_STREETS_WANTED - 1} hold no streets"
        yield "zooms", f"tiles of zooms {low} to {high}", wanted
    elif low > _STREETS_WANTED:
        wanted = f"tiles from zoom {STREETS_FROM:g} on, where the map begins to draw them"
        yield "zooms", f"tiles of zooms {low} to {high}", wanted


def _check_layers(file: TileFile) -> Iterator[tuple[str, str, str]]:
    wanted = "layers of Protomaps or OpenMapTiles, such as roads or transportation, and water"
    try:
        names = file.read_layer_names()
    except StoryFileError as error:
        yield "metadata", error.message, ""
        return
    if not names:
        yield "metadata", "no names of layers", wanted
    elif not DRAWN_LAYERS.intersection(names):
        shown = ", ".join(map(repr, names[:_MOST_NAMES]))
        more = " and more" if len(names) > _MOST_NAMES else ""
        yield "layers", f"{shown}{more}, none of them drawn", wanted


def _check_size(file: TileFile) -> Iterator[tuple[str, str, str]]:
    size = file.path.stat().st_size
    if size > _MOST_BYTES:
        wanted = "at most 1 GB: the places of the story, cut out by pmtiles extract --bbox"
        yield "", f"{size / (1 << 30):.1f} GB", wanted


def _check_places(file: TileFile, places: Sequence[LonLat]) -> Iterator[tuple[str, str, str]]:
    west, south, east, north = file.bounds
    covered = [(lon, lat) for lon, lat in places if west <= lon <= east and south <= lat <= north]
    if not covered:
        corners = f"{format_position(west, south)} to {format_position(east, north)}"
        found = f"{corners}, where no event of the story lies"
        yield "bounds", found, "a street map of its places"
    for lon, lat in covered[:_MOST_SAMPLES]:
        try:
            file.read(file.max_zoom, *_find_tile(lon, lat, file.max_zoom))
        except StoryFileError as error:
            yield f"the tile at {format_position(lon, lat)}", error.message, ""
            return


def _find_tile(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    """Return column and row of the tile that a place lies in."""
    side = 1 << zoom
    column, row = (lon + 180) / 360 * side, (0.5 - to_northing(lat)) * side
    return min(side - 1, int(column)), int(row)
