"""A source of events is a path or a URL, and says when its file has changed."""

import os
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.events import EventSource, parse_events, read_events
from geo.events.reading.source.event_source import UrlSource
from tests.event_texts import collection, geoparquet
from tests.events.newsroom import CONTENT, Newsroom, wait_until


def test_anything_but_a_url_is_a_path() -> None:
    assert EventSource.from_name("HTTPS://example.org/a").path is None
    assert EventSource.from_name("ftp://example.org/a").path == Path("ftp://example.org/a")
    assert EventSource.from_name(Path("folder/a.geojson")).path == Path("folder/a.geojson")


def test_a_name_is_neither_a_folder_nor_a_key() -> None:
    assert EventSource.from_name("secret/a.geojson").name == "a.geojson"
    source = EventSource.from_name("https://me:secret@example.org/secret/a.geojson?key=secret")
    assert source.name == "example.org/.../a.geojson"
    assert "secret" not in repr(source)


def test_two_sources_of_one_file_are_equal() -> None:
    for name in ("a.geojson", "https://example.org/a"):
        assert EventSource.from_name(name) == EventSource.from_name(name)
        assert len({EventSource.from_name(name), EventSource.from_name(name)}) == 1
    assert EventSource.from_name("a/x.geojson") != EventSource.from_name("b/x.geojson")


@pytest.mark.parametrize(
    ("name", "found"), [("none", "no such file"), (".", "a folder"), ("a\0b", "a name")]
)
def test_a_file_that_cannot_be_opened_is_refused_without_its_folder(
    name: str, found: str, tmp_path: Path
) -> None:
    with pytest.raises(EventFileError) as error:
        read_events(tmp_path / name)
    assert f"found {found}" in str(error.value)
    assert str(tmp_path) not in str(error.value)


def test_a_file_has_another_stamp_once_it_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    source = EventSource.from_name(path)
    assert source.read_stamp() == (0, 0)
    path.write_bytes(CONTENT)
    first = source.read_stamp()
    assert first == source.read_stamp() != (0, 0)
    os.utime(path, (1, 1))
    assert source.read_stamp() != first
    assert source.read() == CONTENT


def test_messages_name_the_file(room: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "night.geojson"
    path.write_bytes(b"[]")
    with pytest.raises(EventFileError, match=r"^night\.geojson: found a list, wanted"):
        read_events(path)
    room.content = b"[]"
    with pytest.raises(EventFileError, match=r"^127\.0\.0\.1/\.\.\./events\.geojson: found a list"):
        read_events(room.url)


def test_a_url_is_read_as_a_file_is(room: Newsroom) -> None:
    assert read_events(room.url).events.index.tolist() == ["a", "b"]
    room.content = geoparquet(parse_events(CONTENT).events, {"title": "T"})
    assert read_events(room.url).about == {"title": "T"}


def test_a_page_of_errors_is_not_a_record(room: Newsroom) -> None:
    room.content = b"<!DOCTYPE html>"
    with pytest.raises(EventFileError, match="found '<!DOCTYPE html>'"):
        read_events(room.url)


def test_a_file_is_fetched_again_only_when_it_has_changed(room: Newsroom) -> None:
    source = UrlSource(room.url, every_s=0.0)
    before = source.read_stamp()
    assert source.read() == CONTENT
    assert wait_until(lambda: source.read_stamp() != before or len(room.asked) >= 4)
    assert source.read_stamp() == before
    assert [status for _, status in room.asked[1:4]] == [304] * 3
    room.content, room.etag = collection(), '"2"'
    assert wait_until(lambda: source.read_stamp() != before)
    assert source.read() == collection()


def test_the_same_file_without_an_etag_is_not_a_change(room: Newsroom) -> None:
    room.etag = ""
    source = UrlSource(room.url, every_s=0.0)
    before = source.read_stamp()
    source.read()
    assert wait_until(lambda: source.read_stamp() != before or len(room.asked) >= 4)
    assert source.read_stamp() == before


def test_a_file_that_is_gone_for_a_time_is_a_change_twice(room: Newsroom) -> None:
    source = UrlSource(room.url, every_s=0.0)
    source.read()
    first = source.read_stamp()
    room.status = 503
    assert wait_until(lambda: source.read_stamp() != first)
    with pytest.raises(EventFileError, match="HTTP status 503"):
        source.read()
    away = source.read_stamp()
    room.status = 200
    assert wait_until(lambda: source.read_stamp() != away)
    assert source.read() == CONTENT


def test_what_was_read_can_be_read_again(room: Newsroom) -> None:
    source = UrlSource(room.url)
    assert source.read() == source.read() == CONTENT
    assert source.read_stamp() == (0, 0)


def test_reading_the_stamp_fetches_nothing(room: Newsroom) -> None:
    source = UrlSource(room.url)
    assert source.read_stamp() == (0, 0)
    source.read()
    for _ in range(100):
        source.read_stamp()
    assert len(room.asked) == 1
