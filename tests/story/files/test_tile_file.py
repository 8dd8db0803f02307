"""Files of map tiles: read one tile at a time, and refused in words whatever they hold."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pmtiles.tile import Compression, TileType

from geo.border.world_files import find_file
from geo.errors import StoryFileError
from geo.story.files.tile_file import MOST_TILE_BYTES, open_tile_file
from tests.story.tile_files import TILES, write_tiles


@pytest.mark.parametrize("compression", [Compression.GZIP, Compression.NONE])
def test_a_tile_is_read_as_it_was_written(tmp_path: Path, compression: Compression) -> None:
    file = open_tile_file(write_tiles(tmp_path / "basemap.pmtiles", compression=compression))
    assert (file.min_zoom, file.max_zoom, file.bounds) == (0, 12, (-10, 40, 20, 60))
    assert {place: file.read(*place) for place in TILES} == TILES


def test_where_there_is_no_tile_nothing_is_drawn(tmp_path: Path) -> None:
    file = open_tile_file(write_tiles(tmp_path / "basemap.pmtiles"))
    for nowhere in [
        (1, 0, 0),
        (12, 0, 0),
        (13, 0, 0),
        (0, 1, 0),
        (99, 0, 0),
        (-1, 0, 0),
        (2, -1, 0),
    ]:
        assert file.read(*nowhere) == b""


def test_a_file_of_many_tiles_has_directories_of_its_own(tmp_path: Path) -> None:
    chance = random.Random(3)
    many = {
        (9, 4 * x + x % 3, 4 * y + y % 3): chance.randbytes(chance.randint(1, 300))
        for x in range(110)
        for y in range(110)
    }
    file = open_tile_file(write_tiles(tmp_path / "basemap.pmtiles", many))
    assert file.header["leaf_directory_length"] > 0
    for place in chance.sample(sorted(many), 50):
        assert file.read(*place) == many[place]


def test_another_file_has_another_stamp(tmp_path: Path) -> None:
    one = open_tile_file(write_tiles(tmp_path / "basemap.pmtiles"))
    other = open_tile_file(write_tiles(tmp_path / "basemap.pmtiles", {(0, 0, 0): b"another"}))
    assert one.stamp != other.stamp
    assert other.read(0, 0, 0) == b"another"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:150])


def no_tiles(path: Path) -> None:
    path.write_bytes(b"PNG, or anything else, that is long enough for a header" * 9)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def pictures(path: Path) -> None:
    write_tiles(path, tile_type=TileType.PNG)


def unknown_compression(path: Path) -> None:
    write_tiles(path, tile_compression=Compression.BROTLI)


def too_fine(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[101] = 30  # the highest zoom, by the specification
    path.write_bytes(content)


def off_the_earth(path: Path) -> None:
    write_tiles(path, max_lon_e7=1_900_000_000)


def bomb(path: Path) -> None:
    write_tiles(path, {(0, 0, 0): bytes(MOST_TILE_BYTES + 1)})


def not_compressed(path: Path) -> None:
    write_tiles(path, compression=Compression.NONE, tile_compression=Compression.GZIP)


@pytest.mark.parametrize(
    "harm",
    [
        *(cut, no_tiles, empty, pictures, unknown_compression),
        *(too_fine, off_the_earth, bomb, not_compressed),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    path = tmp_path / "basemap.pmtiles"
    write_tiles(path)
    harm(path)
    with pytest.raises(StoryFileError, match=r"basemap\.pmtiles: found .*, wanted "):
        open_tile_file(path).read(0, 0, 0)


def test_a_folder_and_a_missing_file_are_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.pmtiles"):
        with pytest.raises(StoryFileError, match="found"):
            open_tile_file(path)


def test_any_harm_to_a_file_is_refused_in_words_or_read(tmp_path: Path) -> None:
    chance = random.Random(11)
    path = write_tiles(tmp_path / "basemap.pmtiles")
    good = path.read_bytes()
    for _ in range(400):
        harmed = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        path.write_bytes(harmed)
        with suppress(StoryFileError):
            assert isinstance(open_tile_file(path).read(12, 2200, 1300), bytes)


def test_the_world_has_tiles_in_all_its_corners() -> None:
    file = open_tile_file(find_file("detail.pmtiles"))
    assert file.min_zoom == file.max_zoom == 7
    for name, place in {
        "Paris": (7, 64, 44),
        "Aden": (7, 79, 59),
        "Suva": (7, 127, 70),
        "Anchorage": (7, 10, 36),
    }.items():
        assert len(file.read(*place)) > 100, name
        assert len(file.read(*place)) < 600_000, name
