"""Tiles on the base map: above the land, below border, names and events, from their zoom on."""

import json

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.basemap.drawings import Drawing
from geo.drawing.basemap.layers import build_basemap_layers
from geo.drawing.basemap.places import Place
from geo.drawing.basemap.tile_layers import TileSet
from geo.drawing.colours.palette import DARK, LIGHT
from tests.drawing.basemap.stored import Stored, place_names

EMPTY = b'{"type":"FeatureCollection","features":[]}'
BASEMAP = Basemap(
    tuple(Drawing(part, 0, 24, EMPTY) for part in ("countries", "home", "rivers", "border")),
    (Place(en="Harbour", lon=0, lat=0),),
)
NAMES = place_names(BASEMAP)
DETAIL = TileSet("detail", "api/tiles/detail/1/{z}/{x}/{y}", 7, 7, (-180, -80, 180, 80), ("OSM",))
STREETS = TileSet("streets", "api/tiles/streets/1/{z}/{x}/{y}", 0, 14, (1, 2, 3, 4), ("OSM",), "uk")


def test_tiles_lie_on_the_land_and_beneath_border_and_names() -> None:
    layers = build_basemap_layers(BASEMAP, LIGHT, NAMES, Stored(), [DETAIL, STREETS])
    ids = [layer.id for layer in layers]
    assert ids.index("base-rivers-line-0") < ids.index("base-tiles-detail")
    assert ids.index("base-tiles-detail") < ids.index("base-tiles-streets")
    assert ids.index("base-tiles-streets") < ids.index("base-border-line-0")
    assert ids.index("base-border-line-0") < ids.index("base-towns-names")
    assert ids.index("base-towns-names") < next(
        i for i, name in enumerate(ids) if name.startswith("base-names")
    )


def test_without_tiles_the_map_is_as_it_was() -> None:
    layers = build_basemap_layers(BASEMAP, LIGHT, NAMES, Stored())
    assert not any("tiles" in layer.id or "towns" in layer.id for layer in layers)


def test_tiles_are_drawn_from_the_zoom_at_which_they_say_more() -> None:
    assert DETAIL.from_zoom == 7
    assert STREETS.from_zoom == 10
    assert TileSet("streets", "", 12, 14, (1, 2, 3, 4), ()).from_zoom == 12


def test_a_theme_changes_the_colours_of_tiles_and_nothing_else() -> None:
    light, dark = (
        next(
            json.loads(layer.to_json())
            for layer in build_basemap_layers(BASEMAP, palette, NAMES, Stored(), [STREETS])
            if layer.id == "base-tiles-streets"
        )
        for palette in (LIGHT, DARK)
    )
    assert light.pop("colours") != dark.pop("colours")
    assert light == dark
    assert (light["data"], light["lang"]) == (STREETS.address, "uk")
