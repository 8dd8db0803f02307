"""The street map that a story may have: a file of tiles in its folder."""

from pathlib import Path

from geo.story.files.own_file import find_own_file
from geo.story.files.tile_file import TileFile, open_tile_file

STREETS_FILE = "basemap.pmtiles"
# Below this zoom no streets are drawn.
STREETS_FROM = 10.0
# What geo/drawing/browser/map/tiles/tile_style.js draws of Protomaps and OpenMapTiles.
DRAWN_LAYERS = frozenset(
    {
        "earth",
        "water",
        "waterway",
        "landuse",
        "landcover",
        "park",
        "building",
        "buildings",
        "roads",
        "transportation",
        "aeroway",
        "rail",
        "runways",
        "urban",
        "places",
        "place",
    }
)


def open_street_map(folder: Path) -> TileFile | None:
    """Return the street map of a story's folder; None if it brings none.

    Raises
    ------
    StoryFileError
        If there is a file that cannot be used.
    """
    path = find_own_file(folder, STREETS_FILE)
    return open_tile_file(path) if path.exists() else None
