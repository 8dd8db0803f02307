"""A story's events may be at a URL: for the server, and for commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.errors import EventFileError
from geo.events.source import UrlSource
from geo.story.current import StoryFiles
from tests.event_texts import collection, record
from tests.events.newsroom import Newsroom, run_newsroom, wait_until
from tests.story_folders import write_story
from web.current import CurrentRecord


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with run_newsroom() as server:
        yield server


def test_the_last_good_record_stays_while_the_server_is_away(
    room: Newsroom, tmp_path: Path
) -> None:
    source = UrlSource(room.url, every_s=0.0)
    current = CurrentRecord(StoryFiles(write_story(tmp_path / "story", record("x")), source))
    good = current.open()
    assert good.record.events.index.tolist() == ["a", "b"]
    room.status = 503
    assert wait_until(lambda: current.open().problem is not None)
    assert current.open().record is good.record
    where = "127.0.0.1/.../events.geojson"
    assert current.open().problem == f"{where}: found HTTP status 503, wanted a file of events"
    room.status, room.content = 200, b"damaged"
    assert wait_until(lambda: "damaged" in (current.open().problem or ""))
    assert current.open().record is good.record
    room.content, room.etag = collection(record("c")), '"3"'
    assert wait_until(lambda: current.open().problem is None)
    assert current.open().record.events.index.tolist() == ["c"]


def test_a_file_is_fetched_once_for_many_readers(room: Newsroom, tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("x"))
    current = CurrentRecord(StoryFiles(folder, UrlSource(room.url)))
    assert current.open().record is current.open().record
    assert len(room.asked) == 1


def test_a_server_that_never_answered_is_reported_each_time(room: Newsroom, tmp_path: Path) -> None:
    room.status = 500
    folder = write_story(tmp_path / "story", record("x"))
    current = CurrentRecord(StoryFiles(folder, UrlSource(room.url)))
    for _ in range(2):
        with pytest.raises(EventFileError, match="HTTP status 500"):
            current.open()
    assert len(room.asked) == 1


def test_commands_read_a_url(
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
