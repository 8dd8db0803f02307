"""Problems of a story's street map: not readable, elsewhere, too coarse, of an unknown kind."""

import math
from pathlib import Path

import pytest
from pmtiles.tile import Compression, TileType

from geo.story.check.any_file import check_path
from geo.story.check.folder import check_folder
from geo.story.files.street_map import STREETS_FILE
from geo.story.files.tile_file import MOST_TILE_BYTES
from tests.event_texts import record
from tests.story.tile_files import write_tiles
from tests.story_folders import point, write_story

LON, LAT = 0.5, 0.5
# The tile of that place: the world is 4,096 of them wide, and so close to the equator a degree of
# latitude is as long as one of longitude.
ZOOM, COLUMN, ROW = 12, 2053, 2042
ROUND_IT = {
    "min_lon_e7": 4_000_000,
    "max_lon_e7": 6_000_000,
    "min_lat_e7": 4_000_000,
    "max_lat_e7": 6_000_000,
}
STREETS = {"vector_layers": [{"id": "roads"}, {"id": "pois"}]}
NO_LAYERS = "metadata: found no names of layers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = record("bridge", geometry=point(LON, LAT))
    nowhere = record("rumour", geometry=None, location_precision="unknown", radius_m=None)
    return write_story(tmp_path / "story", place, nowhere)


def check(folder: Path) -> list[tuple[str, str]]:
    """Return the grade and the words of each problem of the street map."""
    found = check_folder(folder).findings
    return [(one.grade, str(one)) for one in found if one.file == STREETS_FILE]


def write(folder: Path, zoom: int = ZOOM, **changes: object) -> Path:
    """Write a street map of one tile of a zoom, the one that the event lies in."""
    shift = zoom - ZOOM
    tile = (zoom, math.floor(COLUMN * 2.0**shift), math.floor(ROW * 2.0**shift))
    content = changes.pop("content", b"streets")
    assert isinstance(content, bytes)
    about = changes.pop("metadata", STREETS)
    assert isinstance(about, dict)
    header = ROUND_IT | changes
    gzip = Compression.GZIP
    return write_tiles(folder / STREETS_FILE, {tile: content}, gzip, about, **header)


def test_a_story_needs_no_street_map(folder: Path) -> None:
    assert check(folder) == []


def test_a_street_map_of_the_storys_places_has_no_problem(folder: Path) -> None:
    path = write(folder)
    assert check(folder) == []
    assert check_path(str(path)).counted == "1 street map"


def test_what_is_not_a_file_of_tiles_must_be_replaced(folder: Path) -> None:
    (folder / STREETS_FILE).write_bytes(b"GIF89a" * 99)
    [(grade, words)] = check(folder)
    assert grade == "must"
    assert words.startswith("basemap.pmtiles: found no PMTiles file, wanted one of version 3")
    alone = check_path(str(folder / STREETS_FILE)).findings
    assert [(one.grade, str(one)) for one in alone] == [(grade, words)]


def test_tiles_of_pictures_must_be_replaced(folder: Path) -> None:
    write(folder, tile_type=TileType.PNG)
    [(grade, words)] = check(folder)
    assert (grade, "tiles of type PNG, wanted vector tiles" in words) == ("must", True)


def test_a_link_out_of_the_folder_must_be_replaced(folder: Path, tmp_path: Path) -> None:
    outside = write(folder).rename(tmp_path / "elsewhere.pmtiles")
    (folder / STREETS_FILE).symlink_to(outside)
    assert [grade for grade, _ in check(folder)] == ["must"]


def test_a_street_map_of_another_place_is_named(folder: Path) -> None:
    write(folder, min_lon_e7=440_000_000, max_lon_e7=450_000_000)
    assert check(folder) == [
        (
            "should",
            "basemap.pmtiles, bounds: found 0.4 N 44 E to 0.6 N 45 E, where no event of the "
            "story lies, wanted a street map of its places",
        )
    ]


def test_a_story_of_which_no_place_is_known_may_have_any_street_map(tmp_path: Path) -> None:
    nowhere = record("rumour", geometry=None, location_precision="unknown", radius_m=None)
    folder = write_story(tmp_path / "story", nowhere)
    write(folder)
    assert check(folder) == []


@pytest.mark.parametrize(("zoom", "words"), [(11, "those up to 11 hold no"), (13, "from zoom 10")])
def test_tiles_too_coarse_or_too_fine_for_the_map_are_named(
    folder: Path, zoom: int, words: str
) -> None:
    write(folder, zoom)
    [(grade, said)] = check(folder)
    assert grade == "should"
    assert f"zooms: found tiles of zooms {zoom} to {zoom}, wanted" in said
    assert words in said


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({}, NO_LAYERS),
        ({"vector_layers": []}, NO_LAYERS),
        ({"vector_layers": 7}, "metadata: found metadata that are not JSON of layers"),
        ({"vector_layers": [{"name": "roads"}]}, "metadata: found metadata that are not JSON"),
        (
            {"vector_layers": [{"id": "straßen"}, {"id": "gewässer"}]},
            "layers: found 'straßen', 'gewässer', none of them drawn, wanted layers of Prot",
        ),
    ],
)
def test_layers_that_are_not_drawn_are_named(
    folder: Path, about: dict[str, object], words: str
) -> None:
    write(folder, metadata=about)
    [(grade, said)] = check(folder)
    assert grade == "should"
    assert words in said


def test_a_tile_that_cannot_be_read_is_named_by_its_place(folder: Path) -> None:
    write(folder, content=bytes(MOST_TILE_BYTES + 1))
    [(grade, said)] = check(folder)
    assert grade == "should"
    assert "the tile at 0.5 N 0.5 E: found a part that is cut off or too large" in said


def test_a_street_map_of_a_continent_is_named(folder: Path) -> None:
    path = write(folder)
    with path.open("r+b") as file:
        file.truncate(3 << 30)  # a hole: it takes no room on a disk
    assert check(folder) == [
        (
            "should",
            "basemap.pmtiles: found 3.0 GB, wanted at most 1 GB: the places of the story, cut out "
            "by pmtiles extract --bbox",
        )
    ]
