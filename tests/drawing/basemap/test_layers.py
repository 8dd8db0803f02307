"""The layers of a base map: one shape for areas and lines, little to send, any theme."""

import gzip

from geo.border import Border
from geo.drawing.basemap.basemap import Basemap, read_basemap
from geo.drawing.basemap.layers import build_basemap_layers
from geo.drawing.colours.palette import DARK, LIGHT
from geo.story.story_file import read_story
from tests.drawing.basemap.stored import DATA, Stored, place_names


def test_layers_of_the_base_are_known_by_their_ids(basemap: Basemap) -> None:
    layers = build_basemap_layers(basemap, LIGHT, place_names(basemap), Stored())
    ids = [layer.id for layer in layers]
    assert all(name.startswith("base-") for name in ids)
    assert len(set(ids)) == len(ids)


def test_areas_and_lines_of_a_part_are_two_layers_of_one_shape(basemap: Basemap) -> None:
    layers = build_basemap_layers(basemap, LIGHT, place_names(basemap), Stored())
    drawn = {layer.id: layer for layer in layers}
    area, line = drawn["base-countries-0"], drawn["base-countries-line-0"]
    assert (area.type, line.type) == ("SolidPolygonLayer", "LineLayer")
    assert area.data == line.data
    assert "base-lakes-line-0" not in drawn
    assert "base-border-0" not in drawn
    assert drawn["base-border-line-6.5"].data == drawn["base-home-6.5"].data


def test_a_theme_changes_colours_and_no_data(basemap: Basemap) -> None:
    stored = Stored()
    light, dark = (
        build_basemap_layers(basemap, palette, place_names(basemap), stored)
        for palette in (LIGHT, DARK)
    )
    assert [layer.data for layer in light] == [layer.data for layer in dark]
    assert light[0].to_json() != dark[0].to_json()


def test_all_that_is_sent_for_the_base_is_under_400_kb(border: Border) -> None:
    story = read_story(DATA)
    basemap = read_basemap(story.basemap, DATA, border, story.bounds)
    stored = Stored()
    build_basemap_layers(basemap, LIGHT, place_names(basemap), stored)
    assert sum(len(gzip.compress(each)) for each in stored.content.values()) < 400_000
