"""A file at a URL is fetched within limits, and no secret of its URL is repeated."""

import gzip
import tracemalloc

import pytest

from geo.errors import EventFileError
from geo.events.reading.source.remote import Fetched, Limits, fetch
from tests.events.newsroom import CONTENT, Newsroom


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("to/ftp://127.0.0.1/a", "a redirect to another host"),
        ("to/file:///etc/passwd", "a redirect to another host"),
        ("to/http://localhost:1/a", "a redirect to another host"),
        ("to///localhost:1/a", "a redirect to another host"),
        ("to/http://169.254.169.254/latest/meta-data", "a redirect to another host"),
        ("to/http://[::1]/a", "a redirect to another host"),
        ("to/to", "HTTP status 404"),
        ("short", "no server that answers there"),
    ],
)
def test_an_address_without_a_file_is_reported(room: Newsroom, path: str, found: str) -> None:
    if path == "to/to":
        room.status, path = 404, "secret-folder/a.geojson?key=secret"
    with pytest.raises(EventFileError) as error:
        fetch(room.url.replace("events.geojson", path).replace("http://", "http://me:secret@"))
    assert str(error.value).startswith("127.0.0.1")
    assert f": found {found}, wanted a file of events" in str(error.value)
    assert "secret" not in str(error.value)


def test_a_redirect_is_followed(room: Newsroom) -> None:
    fetched = fetch(room.url.replace("events", "to//events"))
    assert fetched is not None
    assert fetched.content == CONTENT


def test_a_circle_of_redirects_ends(room: Newsroom) -> None:
    with pytest.raises(EventFileError, match="a redirect that leads nowhere"):
        fetch(room.url.replace("events.geojson", "circle"))
    assert len(room.asked) == 6


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a b/", "http://127.0.0.1:1/x"])
def test_an_address_without_a_server_is_reported(url: str) -> None:
    with pytest.raises(EventFileError, match="wanted a file of events"):
        fetch(url)


def test_time_has_a_limit(room: Newsroom) -> None:
    with pytest.raises(EventFileError, match=r"found no end of it within 0\.1 s"):
        fetch(room.url.replace("events.geojson", "slow"), limits=Limits(whole_s=0.1))


def test_size_has_a_limit(room: Newsroom) -> None:
    with pytest.raises(EventFileError, match="found more than"):
        fetch(room.url, limits=Limits(bytes=len(CONTENT) - 1))


def test_a_small_file_that_decompresses_to_a_large_one_is_refused_early(room: Newsroom) -> None:
    room.compressed = gzip.compress(bytes(300 << 20), compresslevel=9)
    tracemalloc.start()
    with pytest.raises(EventFileError, match="a small file that decompresses to a large one"):
        fetch(room.url)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200 << 20


def test_a_compressed_file_is_decompressed(room: Newsroom) -> None:
    room.compressed = gzip.compress(CONTENT)
    fetched = fetch(room.url)
    assert fetched is not None
    assert fetched.content == CONTENT


def test_what_has_not_changed_is_not_sent_again(room: Newsroom) -> None:
    assert fetch(room.url, Fetched(b"", etag=room.etag)) is None
    assert fetch(room.url, Fetched(b"", etag='"another"')) == Fetched(CONTENT, etag=room.etag)


def test_a_request_names_this_program(room: Newsroom) -> None:
    fetch(room.url)
    assert room.readers[0].startswith("what-we-know")
