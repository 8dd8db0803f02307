"""One record for all readers: new when its files change, the last good one when they break."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from geo.errors import BorderFileError, EventFileError, StoryFileError
from geo.events import EventSource
from geo.events.reading.source.event_source import UrlSource
from geo.story.current import StoryFiles
from tests.event_texts import collection, record
from tests.events.newsroom import Newsroom, run_newsroom, wait_until
from tests.story_folders import write_story
from web.story.current import CurrentRecord, watch_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_story(tmp_path / "story", record("a"), record("b"))


def test_broken_files_leave_the_last_good_record_in_use(folder: Path) -> None:
    current = CurrentRecord(StoryFiles(folder))
    version = current.open().record.version
    for name in ("events.geojson", "border.geojson", "story.json"):
        good = (folder / name).read_text("utf-8")
        (folder / name).write_text("not json", "utf-8")
        broken = current.open()
        assert broken.record.version == version
        assert Path(name).stem in (broken.problem or "")
        assert str(folder) not in (broken.problem or "")
        (folder / name).write_text(good, "utf-8")
        os.utime(folder / name, (1, 1))
        assert current.open().problem is None


def test_what_does_not_change_is_read_once_by_many(folder: Path) -> None:
    current = CurrentRecord(StoryFiles(folder))
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: current.open(), range(40)))
    assert len({id(one.record) for one in opened}) == 1


def test_a_change_is_seen_at_the_next_opening(folder: Path) -> None:
    current = CurrentRecord(StoryFiles(folder))
    assert len(current.open().record.events) == 2
    before = current.read_stamp()
    write_story(folder, record("a"))
    assert current.read_stamp() != before
    assert list(current.open().record.events.index) == ["a"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("story.json", StoryFileError),
        ("events.geojson", EventFileError),
        ("border.geojson", BorderFileError),
    ],
)
def test_files_that_never_were_good_raise_each_time(
    folder: Path, name: str, error: type[Exception]
) -> None:
    (folder / name).write_text("not json", "utf-8")
    current = CurrentRecord(StoryFiles(folder))
    for _ in range(2):
        with pytest.raises(error):
            current.open()


def test_another_event_file_replaces_the_storys_own(folder: Path, tmp_path: Path) -> None:
    other = write_story(tmp_path / "other", record("x")) / "events.geojson"
    opened = CurrentRecord(StoryFiles(folder, events=EventSource.from_name(other))).open()
    assert list(opened.record.events.index) == ["x"]
    assert opened.story.title == "Bridges — мосты"


def test_pages_and_servers_share_one_record_of_the_same_files(folder: Path) -> None:
    assert watch_files(StoryFiles(folder)) is watch_files(StoryFiles(folder))
    assert watch_files(StoryFiles(folder)) is not watch_files(StoryFiles(folder.parent))


def test_a_file_completed_while_its_half_was_read_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = CurrentRecord(StoryFiles(folder))
    assert len(current.open().record.events) == 2

    def read_too_early(*_: object) -> NoReturn:
        write_story(folder, record("c"))
        raise EventFileError("found half of a file, wanted all of it")

    with monkeypatch.context() as patched:
        patched.setattr("web.story.current.open_record", read_too_early)
        (folder / "events.geojson").write_bytes(b"{")
        assert current.open().problem is not None
    after = current.open()
    assert after.problem is None
    assert list(after.record.events.index) == ["c"]


class _Unreadable(EventSource):
    """A source whose reading fails in an unexpected way, from the second time on."""

    def __init__(self, content: bytes) -> None:
        super().__init__("events", "events", None)
        self._content, self._times = content, 0

    def read_stamp(self) -> tuple[int, int]:
        return (self._times, 0)

    def read(self) -> bytes:
        self._times += 1
        if not self._content or self._times > 1:
            raise MemoryError(self.name)
        return self._content


def test_an_unexpected_error_leaves_the_last_good_record(folder: Path) -> None:
    source = _Unreadable((folder / "events.geojson").read_bytes())
    current = CurrentRecord(StoryFiles(folder, source))
    assert current.open().problem is None
    broken = current.open()
    assert len(broken.record.events) == 2
    assert "cannot be read" in (broken.problem or "")


def test_an_unexpected_error_is_reported_as_ours(folder: Path) -> None:
    current = CurrentRecord(StoryFiles(folder, _Unreadable(b"")))
    for _ in range(2):
        with pytest.raises(StoryFileError, match="cannot be read"):
            current.open()


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


def test_a_file_that_is_cut_off_leaves_the_last_good_record_in_use(folder: Path) -> None:
    path = folder / "events.geojson"
    whole = collection(*[record(f"e{number}") for number in range(10)])
    path.write_bytes(whole)
    current = CurrentRecord(StoryFiles(folder))
    assert len(current.open().record.events) == 10
    for length in (len(whole) * 2 // 5, len(whole) - 1):
        path.write_bytes(whole[:length])
        opened = current.open()
        assert len(opened.record.events) == 10
        assert (opened.problem or "").startswith("events.geojson: found the end of the file in")
    path.write_bytes(whole + b"\n")
    assert current.open().problem is None


def test_a_file_that_never_was_whole_gives_no_count_of_what_is_missing(folder: Path) -> None:
    path = folder / "events.geojson"
    whole = collection(*[record(f"e{number}") for number in range(10)])
    path.write_bytes(whole[: len(whole) * 2 // 5])
    current = CurrentRecord(StoryFiles(folder))
    shown = current.open().record
    assert 0 < len(shown.events) < 5
    assert shown.rejected_words == (
        "the file of events ends too early or is broken: events may be missing, and how many is "
        "not known"
    )
    # More of it is more: nothing whole is lost.
    path.write_bytes(whole[: len(whole) * 4 // 5])
    assert len(current.open().record.events) > len(shown.events)
    path.write_bytes(whole)
    assert current.open().record.rejected_words == ""
