"""A record may stand at a URL: fetched within limits, kept while the server is away."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.errors import EventFileError
from geo.events import read_events, remote
from geo.events.remote import RemoteFile, fetch, is_url, source_named
from geo.story.current import StoryFiles
from tests.event_texts import collection, geoparquet, record
from tests.story_folders import write_story
from web.current import CurrentRecord

CONTENT = collection(record("a"), record("b"))


class Newsroom(ThreadingHTTPServer):
    """A server of one file, and of what else can go wrong with one."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.content = CONTENT
        self.etag = '"1"'
        self.status = 200
        self.asked: list[tuple[str, int]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/events.geojson"


class Desk(BaseHTTPRequestHandler):
    """What the server answers."""

    server: Newsroom

    def do_GET(self) -> None:
        room, headers = self.server, {}
        status, content = room.status, room.content
        if self.path.startswith("/to/"):
            status, headers["Location"] = 302, self.path[len("/to/") :]
        elif self.path == "/circle":
            status, headers["Location"] = 302, self.path
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(50):
                self.wfile.write(b" ")
                time.sleep(0.02)
            return
        elif self.path == "/short":
            headers["Content-Length"] = "1000000"
        elif room.etag:
            headers["ETag"] = room.etag
            if self.headers["If-None-Match"] == room.etag and status == 200:
                status = 304
        room.asked.append((self.path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content if status == 200 else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing on the error output."""


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with Newsroom() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def test_a_url_is_read_as_a_file_is(room: Newsroom) -> None:
    assert read_events(room.url).events.index.tolist() == ["a", "b"]
    room.content = geoparquet(read_events(CONTENT).events, {"title": "T"})
    assert read_events(room.url).about == {"title": "T"}
    assert read_events(room.url.replace("events", "to//events")).events.index.tolist() == ["a", "b"]


def test_what_is_no_url_is_a_path() -> None:
    assert source_named("HTTPS://example.org/a") == "HTTPS://example.org/a"
    assert source_named("ftp://example.org/a") == Path("ftp://example.org/a")
    assert not is_url(b"http://example.org")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("to/ftp://127.0.0.1/a", "a way on that leads nowhere"),
        ("to/file:///etc/passwd", "a way on that leads nowhere"),
        ("to/to", "HTTP status 404"),
        ("short", "no server that answers there"),
    ],
)
def test_an_address_without_a_file_is_told(room: Newsroom, path: str, found: str) -> None:
    if path == "to/to":
        room.status, path = 404, "secret-folder/a.geojson?key=secret"
    with pytest.raises(EventFileError) as error:
        fetch(room.url.replace("events.geojson", path).replace("http://", "http://me:secret@"))
    assert str(error.value).startswith("127.0.0.1")
    assert f": found {found}, wanted a file of events" in str(error.value)
    assert "secret" not in str(error.value)


def test_a_circle_of_redirects_ends(room: Newsroom) -> None:
    with pytest.raises(EventFileError, match="a way on that leads nowhere"):
        fetch(room.url.replace("events.geojson", "circle"))
    assert len(room.asked) == 6


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a b/", "http://127.0.0.1:1/x"])
def test_an_address_of_nobody_is_told(url: str) -> None:
    with pytest.raises(EventFileError, match="wanted a file of events"):
        read_events(url)


def test_size_and_time_have_limits(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_WHOLE_S", 0.1)
    with pytest.raises(EventFileError, match=r"found no end of it within 0\.1 s"):
        fetch(room.url.replace("events.geojson", "slow"))
    monkeypatch.setattr(remote, "_WHOLE_S", 60)
    monkeypatch.setattr(remote, "MOST_BYTES", 100)
    with pytest.raises(EventFileError, match="found more than"):
        fetch(room.url)


def test_a_page_of_errors_is_no_record(room: Newsroom) -> None:
    room.content = b"<!DOCTYPE html>"
    with pytest.raises(EventFileError, match="found '<!DOCTYPE html>'"):
        read_events(room.url)


def looked(file: RemoteFile, before: tuple[int, int]) -> tuple[int, int]:
    """Return the stamp once a look that is due is over; looks are made while others read."""
    file.stamp()
    until = time.monotonic() + 5
    while file.stamp() == before and time.monotonic() < until:
        time.sleep(0.005)
    return file.stamp()


def test_a_file_is_fetched_again_only_when_it_has_changed(room: Newsroom) -> None:
    file = RemoteFile(room.url, every_s=0.0)
    assert file.content() == CONTENT
    before = file.stamp()
    while len(room.asked) < 4:
        assert file.stamp() == before
        time.sleep(0.005)
    assert [status for _, status in room.asked[1:4]] == [304] * 3
    room.content, room.etag = collection(), '"2"'
    assert looked(file, before) != before
    assert file.content() == collection()


def test_the_same_file_without_an_etag_is_no_change(room: Newsroom) -> None:
    room.etag = ""
    file = RemoteFile(room.url, every_s=0.0)
    file.content()
    before = file.stamp()
    while len(room.asked) < 4:
        assert file.stamp() == before
        time.sleep(0.005)


def test_nobody_asks_and_nothing_is_fetched(room: Newsroom) -> None:
    file = RemoteFile(room.url)
    assert file.stamp() == (0, 0)
    file.content()
    for _ in range(100):
        file.stamp()
    assert len(room.asked) == 1


def test_the_last_good_record_stays_while_the_server_is_away(
    room: Newsroom, tmp_path: Path
) -> None:
    current = CurrentRecord(StoryFiles(write_story(tmp_path / "story", record("x")), room.url))
    assert current._remote is not None
    current._remote._every_s = 0.0
    good = current.open()
    assert good.record.events.index.tolist() == ["a", "b"]
    room.status = 503
    looked(current._remote, current._remote.stamp())
    away = current.open()
    assert away.record is good.record
    assert (
        away.problem
        == "127.0.0.1/.../events.geojson: found HTTP status 503, wanted a file of events"
    )
    room.status, room.content = 200, b"spoilt"
    for _ in range(200):
        if "spoilt" in (current.open().problem or ""):
            break
        time.sleep(0.01)
    assert current.open().record is good.record
    room.content, room.etag = collection(record("c")), '"3"'
    for _ in range(200):
        if current.open().problem is None:
            break
        time.sleep(0.01)
    assert current.open().record.events.index.tolist() == ["c"]


def test_a_server_that_never_answered_is_told_each_time(room: Newsroom, tmp_path: Path) -> None:
    room.status = 500
    current = CurrentRecord(StoryFiles(write_story(tmp_path / "story", record("x")), room.url))
    for _ in range(2):
        with pytest.raises(EventFileError, match="HTTP status 500"):
            current.open()
    assert len(room.asked) == 1


def test_commands_take_a_url(
    room: Newsroom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("x"))
    assert main(["check", room.url]) == 0
    assert main(["events", "--story", str(folder), "--events", room.url, "--format", "csv"]) == 0
    assert "Blast reported" in capsys.readouterr().out
    out = tmp_path / "out.geojson"
    border = str(folder / "border.geojson")
    assert main(["distances", room.url, "--out", str(out), "--border", border]) == 0
    assert '"distance_m"' in out.read_text("utf-8")
