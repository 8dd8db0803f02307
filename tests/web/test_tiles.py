"""Tiles of the map by address: small, immutable, and refused in a sentence where they cannot be."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.story.current import StoryFiles
from geo.story.files.street_map import STREETS_FILE
from tests.event_texts import record
from tests.story.tile_files import TILES, write_tiles
from tests.story_folders import write_story
from web.api import build_api_routes
from web.story.current import CurrentRecord
from web.tiles import list_tile_sets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_story(tmp_path / "story", record("one"))


@pytest.fixture
def opened(folder: Path) -> CurrentRecord:
    return CurrentRecord(StoryFiles(folder))


@pytest.fixture
def client(opened: CurrentRecord) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=build_api_routes(opened.open))) as client:
        yield client


def address(opened: CurrentRecord, name: str, z: int, x: int, y: int) -> str:
    [tiles] = [each for each in list_tile_sets(opened.open()) if each.name == name]
    return "/" + tiles.address.format(z=z, x=x, y=y)


def test_a_story_without_streets_has_the_tiles_of_the_world(opened: CurrentRecord) -> None:
    [tiles] = list_tile_sets(opened.open())
    assert (tiles.name, tiles.min_zoom, tiles.max_zoom) == ("detail", 7, 7)
    assert any("OpenStreetMap" in credit for credit in tiles.credits)
    assert any("GeoNames" in credit for credit in tiles.credits)


def test_a_tile_of_the_world_is_sent_compressed_and_for_ever(
    client: TestClient, opened: CurrentRecord
) -> None:
    response = client.get(address(opened, "detail", 7, 64, 44))
    assert response.status_code == 200
    assert response.headers["content-encoding"] == "gzip"
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert b"roads" in response.content


def test_the_streets_of_a_story_are_sent_as_they_are(
    client: TestClient, opened: CurrentRecord, folder: Path
) -> None:
    write_tiles(folder / STREETS_FILE)
    for place, content in TILES.items():
        sent = client.get(
            address(opened, "streets", *place), headers={"accept-encoding": "identity"}
        )
        assert sent.content == content
        assert "content-encoding" not in sent.headers
    assert client.get(address(opened, "streets", 3, 1, 1)).content == b""


def test_the_address_of_an_older_file_sends_the_newer_one_and_is_not_kept(
    client: TestClient, opened: CurrentRecord, folder: Path
) -> None:
    write_tiles(folder / STREETS_FILE)
    before = address(opened, "streets", 0, 0, 0)
    write_tiles(folder / STREETS_FILE, {(0, 0, 0): b"newer"})
    response = client.get(before)
    assert response.content == b"newer"
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "streets/0/0/0/0",  # the story has none
        "mars/0/0/0/0",
        "detail/0/seven/0/0",
        "detail/0/-1/0/0",
        f"detail/0/{'9' * 5000}/0/0",
        "detail/0/٧/0/0",
    ],
)
def test_anything_but_a_tile_is_not_found(client: TestClient, path: str) -> None:
    response = client.get(f"/api/tiles/{path}")
    assert (response.status_code, response.text) == (404, "no such tile")


@pytest.mark.parametrize(
    "content",
    [b"", b"no tiles at all" * 20, gzip.compress(b"PMTiles", mtime=0)],
    ids=["nothing", "text", "zipped"],
)
def test_a_broken_file_is_a_sentence_without_its_content(
    client: TestClient, opened: CurrentRecord, folder: Path, content: bytes
) -> None:
    (folder / STREETS_FILE).write_bytes(content)
    # The map is drawn without it.
    assert [each.name for each in list_tile_sets(opened.open())] == ["detail"]
    response = client.get("/api/tiles/streets/0/0/0/0")
    assert response.status_code == 503
    assert response.text == "The story cannot be read. The server's log and `geo check` say why."


def test_a_link_out_of_the_folder_is_not_followed(
    client: TestClient, folder: Path, tmp_path: Path
) -> None:
    outside = write_tiles(tmp_path / "outside.pmtiles")
    (folder / STREETS_FILE).symlink_to(outside)
    assert client.get("/api/tiles/streets/0/0/0/0").status_code == 503
