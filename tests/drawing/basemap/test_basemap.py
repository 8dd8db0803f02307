"""The base map: every part may be missing, none shows where it was cut."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.border import Border
from geo.border.country import read_country_border
from geo.drawing.basemap.basemap import Basemap, read_basemap
from geo.drawing.basemap.layers import build_basemap_layers
from geo.drawing.colours.palette import LIGHT
from geo.errors import StoryFileError
from geo.story.story_file import BasemapFiles as Files
from geo.story.story_file import read_story
from tests.drawing.basemap.stored import DATA, Stored, place_names

REGION = shapely.box(18, 43, 62, 64)
# The Fiji islands lie on both sides of the 180th meridian.
ISLANDS = shapely.MultiPolygon([shapely.box(178, -18, 180, -16), shapely.box(-180, -18, -179, -16)])


def shapes(basemap: Basemap, part: str) -> list[BaseGeometry]:
    return [
        shapely.from_geojson(drawing.geojson)
        for drawing in basemap.drawings
        if drawing.part == part
    ]


def all_within(vertices: np.ndarray, line: BaseGeometry, distance: float) -> bool:
    shapely.prepare(line)  # Else each vertex is compared with all of the line.
    return bool(shapely.dwithin(line, shapely.points(vertices), distance).all())


def test_a_story_without_a_base_map_has_no_layers() -> None:
    nothing = read_basemap(Files(), DATA, None)
    assert nothing == Basemap((), ())
    assert build_basemap_layers(nothing, LIGHT, place_names(nothing), Stored()) == []


def test_the_world_alone_is_complete() -> None:
    alone = read_basemap(Files(world="basemap/world.geojson"), DATA, None)
    (world,) = shapes(alone, "world")
    assert {drawing.part for drawing in alone.drawings} == {"world"}
    assert all(world.covers(shapely.Point(place)) for place in [(31, 49), (2, 47), (178, -17.8)])


def test_the_coarse_world_gives_way_where_the_finer_map_is_complete(basemap: Basemap) -> None:
    (world,) = shapes(basemap, "world")
    assert world.intersection(REGION.buffer(-1e-6)).is_empty
    assert world.covers(shapely.Point(2, 47))


def test_no_edge_of_the_region_shows_as_a_line(basemap: Basemap) -> None:
    edge = REGION.boundary.buffer(0.01)
    for part in ("countries", "regions"):
        for drawn in shapes(basemap, part):
            lines = shapely.get_parts(shapely.get_parts(drawn))
            lines = lines[shapely.get_dimensions(lines) == 1]
            assert shapely.length(shapely.intersection(lines, edge)).sum() < 1


def test_no_line_of_another_source_runs_within_the_measured_border(
    basemap: Basemap, border: Border
) -> None:
    inner = border.polygon.buffer(-0.02)
    for drawn in shapes(basemap, "countries"):
        lines = shapely.get_parts(shapely.get_parts(drawn))
        lines = lines[shapely.get_dimensions(lines) == 1]
        assert not shapely.intersects(lines, inner).any()


def test_no_sliver_of_sea_lies_along_the_land_border(basemap: Basemap) -> None:
    land = shapely.union_all([*shapes(basemap, "countries")[-1:], *shapes(basemap, "home")[-1:]])
    # Where the measured border meets Belarus and Russia, from west to east.
    for crossing in [(27.0, 51.7), (31.8, 52.1), (34.4, 51.7), (36.6, 50.3), (39.7, 49.7)]:
        assert land.covers(shapely.Point(crossing).buffer(0.3))


def test_close_by_the_border_is_drawn_as_it_is_measured(basemap: Basemap, border: Border) -> None:
    finest = next(s for s in basemap.drawings if s.part == "border" and s.max_zoom == 24)
    assert finest.min_zoom < 7
    (drawn,) = shapely.get_parts(shapely.from_geojson(finest.geojson))
    # Each vertex of either lies on the other.
    for here, there in [(drawn, border.polygon), (border.polygon, drawn)]:
        assert all_within(shapely.get_coordinates(here.boundary), there.boundary, 1e-5)


def test_at_low_zoom_the_border_is_simplified_by_less_than_a_pixel(
    basemap: Basemap, border: Border
) -> None:
    for drawing in basemap.drawings:
        if drawing.part == "border":
            pixel = 360 / (512 * 2 ** min(drawing.max_zoom, 16))
            vertices = shapely.get_coordinates(shapely.from_geojson(drawing.geojson))
            assert all_within(vertices, border.line, pixel)


def test_bands_of_zoom_have_neither_gaps_nor_overlaps(basemap: Basemap) -> None:
    for part in {drawing.part for drawing in basemap.drawings}:
        bands = [(s.min_zoom, s.max_zoom) for s in basemap.drawings if s.part == part]
        assert [low for low, _ in bands[1:]] == [high for _, high in bands[:-1]]
        assert bands[-1][1] == 24


def test_an_area_across_the_180th_meridian_is_whole_on_either_edge_of_the_map() -> None:
    islands = read_basemap(Files(), DATA, Border(ISLANDS))
    (drawn,) = shapely.get_parts(shapes(islands, "home")[-1])
    assert sorted(part.bounds for part in drawn.geoms) == [
        (-182, -18, -179, -16),
        (178, -18, 181, -16),
    ]


def test_crimea_is_drawn_in_ukraine_and_nowhere_else(basemap: Basemap) -> None:
    simferopol = shapely.Point(34.1, 44.95)
    assert all(home.covers(simferopol) for home in shapes(basemap, "home"))
    for part in ("countries", "world"):
        assert not any(shapely.intersects(drawn, simferopol) for drawn in shapes(basemap, part))


def test_a_story_without_files_gets_the_world_where_it_lies(tmp_path: Path) -> None:
    drawn = read_basemap(Files(), tmp_path, None, (-24.5, 63.3, -13.5, 66.6))
    assert {"world", "countries", "rivers"} <= {drawing.part for drawing in drawn.drawings}
    reykjavik, open_sea = shapely.Point(-21.9, 64.13), shapely.Point(-28, 66)
    for land in shapes(drawn, "countries"):
        assert shapely.intersects(land, reykjavik.buffer(0.05))
        assert not shapely.intersects(land, open_sea)
    assert {"Reykjavík", "ICELAND"} <= {place.text.replace("\u2009", "") for place in drawn.places}


def test_what_a_story_brings_itself_is_not_taken_from_the_world() -> None:
    story = read_story(DATA)
    drawn = read_basemap(story.basemap, DATA, None, story.bounds)
    own = read_basemap(story.basemap, DATA, None)
    assert drawn.places == own.places
    for part in ("countries", "lakes", "regions"):
        assert [s for s in drawn.drawings if s.part == part] == [
            s for s in own.drawings if s.part == part
        ]
    assert "rivers" in {drawing.part for drawing in drawn.drawings}


def test_no_line_of_the_world_runs_beside_the_measured_border(tmp_path: Path) -> None:
    home = read_country_border("LUX")
    drawn = read_basemap(Files(), tmp_path, home, (5.7, 49.4, 6.6, 50.2))
    near = home.line.buffer(0.04)
    for country in shapes(drawn, "countries"):
        parts = shapely.get_parts(shapely.get_parts(country))
        lines = parts[shapely.get_dimensions(parts) == 1]
        assert shapely.length(shapely.intersection(lines, near)).sum() < 0.01


def test_a_file_of_one_bare_area_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "land.geojson").write_text(shapely.to_geojson(shapely.box(0, 0, 1, 1)))
    alone = read_basemap(Files(countries="land.geojson"), tmp_path, None)
    assert all(drawn.covers(shapely.Point(0.5, 0.5)) for drawn in shapes(alone, "countries"))


def test_an_island_that_is_all_there_is_is_drawn_at_low_zoom() -> None:
    island = Border(shapely.box(166.90, -0.56, 166.96, -0.50))
    assert all(not drawn.is_empty for drawn in shapes(read_basemap(Files(), DATA, island), "home"))


def test_a_small_hole_is_seen_only_from_near() -> None:
    hole = shapely.box(0.50, 0.50, 0.51, 0.51)
    pond = Border(shapely.box(0, 0, 1, 1).difference(hole))
    far, _, near = shapes(read_basemap(Files(), DATA, pond), "home")
    assert far.covers(hole)
    assert not near.intersects(hole.buffer(-0.001))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"type": "Point"}', "<html>"])
def test_a_file_that_is_not_geojson_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "land.geojson").write_text(content)
    with pytest.raises(StoryFileError, match=r"^land\.geojson: .*wanted"):
        read_basemap(Files(countries="land.geojson"), tmp_path, None)


def test_a_missing_file_is_named_without_the_path_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(StoryFileError, match=r"^lakes\.geojson: found no such file") as caught:
        read_basemap(Files(lakes="lakes.geojson"), tmp_path, None)
    assert str(tmp_path) not in str(caught.value)


def test_a_place_beyond_the_map_is_named(tmp_path: Path) -> None:
    (tmp_path / "cities.json").write_text('[{"en": "Pole", "lon": 0, "lat": 90}]')
    with pytest.raises(StoryFileError, match=r"^cities\.json: 0 lat: .*less than or equal to 85"):
        read_basemap(Files(cities="cities.json"), tmp_path, None)


@pytest.mark.parametrize(
    "content",
    [
        '{"type":"GeometryCollection","geometries":[' * 100_000,
        '{"type":"GeometryCollection","geometries":[' * 50_000 + "]}" * 50_000,
        '{"type":"FeatureCollection","features":[],"bbox":5}',
        '{"type":"FeatureCollection","features":[],"bbox":["x",[]]}',
        "[1]",
    ],
)
def test_a_broken_base_map_raises_our_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "land.geojson").write_text(content, "utf-8")
    with pytest.raises(StoryFileError, match=r"land\.geojson"):
        read_basemap(Files(world="land.geojson"), tmp_path, None)
