"""The map cut from the world: everywhere on Earth, small and whole."""

import gzip
import json
from itertools import pairwise

import numpy as np
import pytest
import shapely

from geo.border.boxes import Box, as_area
from geo.drawing.basemap.labels import place_labels
from geo.drawing.basemap.world import world_map
from geo.drawing.basemap.world.shapes import Countries
from geo.drawing.basemap.world.world_map import WORLD_PARTS, WorldMap, draw_world, surround
from tests.drawing.basemap.world.world_boxes import ALL, NO_HOME, STORIES


@pytest.fixture(scope="module")
def maps() -> dict[str, WorldMap]:
    return {name: draw_world(surround(box), NO_HOME, ALL) for name, box in STORIES.items()}


@pytest.mark.parametrize("name", STORIES)
def test_a_map_has_what_each_zoom_needs_once(maps: dict[str, WorldMap], name: str) -> None:
    for part in WORLD_PARTS:
        bands = [(s.min_zoom, s.max_zoom) for s in maps[name].drawings if s.part == part]
        assert all(low < high for low, high in bands)
        assert all(one[1] <= other[0] for one, other in pairwise(bands))


@pytest.mark.parametrize("name", STORIES)
def test_everything_lies_between_minus_180_and_180(maps: dict[str, WorldMap], name: str) -> None:
    for drawing in maps[name].drawings:
        if (shape := shapely.from_geojson(drawing.geojson)).is_empty:
            continue
        west, south, east, north = shape.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
    assert all(abs(place.lat) <= 85 for place in maps[name].places)


@pytest.mark.parametrize("name", STORIES)
def test_what_one_zoom_sends_is_small(maps: dict[str, WorldMap], name: str) -> None:
    sent = [(s.min_zoom, s.max_zoom, len(gzip.compress(s.geojson))) for s in maps[name].drawings]
    for zoom in range(10):
        assert sum(size for low, high, size in sent if low <= zoom < high) < 420_000


def test_a_country_has_its_towns_and_its_name(maps: dict[str, WorldMap]) -> None:
    names = {place.en: place for place in maps["a country"].places}
    assert {"Yemen", "Aden", "Sana'a", "Gulf of Aden"} <= names.keys()
    assert names["Yemen"].kind == "country"
    assert names["Gulf of Aden"].kind == "sea"
    # A capital shows before a town, and the weightiest towns before the rest.
    assert names["Sana'a"].from_zoom < names["Dhamar"].from_zoom


def test_islands_on_both_sides_of_180_degrees_are_drawn(maps: dict[str, WorldMap]) -> None:
    near = shapely.from_geojson(
        next(s.geojson for s in maps["180 degrees"].drawings if s.max_zoom == 24)
    )
    # Suva, and Taveuni east of the meridian.
    for place in (shapely.Point(178.3, -18.0), shapely.Point(-179.95, -16.85)):
        assert near.distance(place) < 0.1
    assert any(place.en == "Suva" for place in maps["180 degrees"].places)


def test_in_an_ocean_only_its_name_may_be_left(maps: dict[str, WorldMap]) -> None:
    assert all(
        shapely.from_geojson(drawing.geojson).area < 1
        for drawing in maps["an ocean"].drawings
        if drawing.max_zoom == 24
    )


@pytest.mark.parametrize(
    ("box", "cuts"),
    [
        ((42.0, 12.0, 54.0, 19.0), 2),
        ((-20.0, 5.0, 25.0, 30.0), 2),
        # All around the Earth, but not from pole to pole.
        ((-115.0, 40.0, 115.0, 50.0), 2),
        (STORIES["the world"], 1),
    ],
)
def test_all_land_around_a_story_is_cut_once_and_drawn_once(
    box: Box, cuts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Box] = []

    def cut(box: Box) -> Countries:
        asked.append(box)
        return Countries(as_area(box), shapely.MultiLineString())

    # As if all of the Earth were land.
    monkeypatch.setattr(world_map, "cut_countries", cut)
    shown = surround(box)
    drawings = draw_world(shown, NO_HOME, frozenset({"countries"})).drawings
    assert len(asked) == len(set(asked)) == cuts
    close = json.loads(max(drawings, key=lambda drawing: drawing.max_zoom).geojson)
    shapes = [shapely.geometry.shape(each["geometry"]) for each in close["features"]]
    assert sum(shape.area for shape in shapes) == pytest.approx(as_area(shown.around).area)
    assert shapely.union_all(shapes).area == pytest.approx(as_area(shown.around).area)


def test_names_of_the_world_can_be_placed(maps: dict[str, WorldMap]) -> None:
    rows = place_labels(maps["the world"].places, np.empty((0, 4)))
    assert len(rows) > 500
