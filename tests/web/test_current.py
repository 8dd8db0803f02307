"""One record for all readers: new when its files change, the last good one when they break."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from starlette.config import Config

from geo.errors import BorderFileError, EventFileError, StoryFileError
from geo.events import EventSource
from geo.story.current import StoryFiles
from tests.event_texts import record
from tests.story_folders import write_story
from web.current import CurrentRecord, watch_files
from web.settings import Settings, read_settings


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


def test_the_environment_names_the_files() -> None:
    assert (read_settings(Config(environ={})).files.folder / "story.json").exists()
    environment = {"STORY": "stories/one", "EVENTS": "more.geojson"}
    chosen = read_settings(Config(environ=environment)).files
    assert chosen == StoryFiles(Path("stories/one"), EventSource.from_name("more.geojson"))


def test_a_variable_that_is_empty_states_nothing() -> None:
    names = ["STORY", "EVENTS", "SECOND_BORDER", "FRAME_ANCESTORS", "PUBLIC_ADDRESS", "ADDRESS"]
    for empty in ("", " "):
        environment = dict.fromkeys([*names, "PORT", "DESK", "SITE"], empty)
        assert read_settings(Config(environ=environment)) == Settings(
            read_settings(Config(environ={})).files
        )


def test_the_port_is_a_number() -> None:
    assert read_settings(Config(environ={"PORT": " 9000 "})).port == 9000
    for wrong in ("abc", "-1", "65536", "8501.0", "\u0662", "9" * 5000):
        with pytest.raises(SystemExit, match=r"PORT: found '.{1,40}', wanted a number"):
            read_settings(Config(environ={"PORT": wrong}))


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
        patched.setattr("web.current.open_record", read_too_early)
        (folder / "events.geojson").write_bytes(b"{")
        assert current.open().problem is not None
    after = current.open()
    assert after.problem is None
    assert list(after.record.events.index) == ["c"]


class _Unreadable(EventSource):
    """A source whose reading fails in a way that nobody has thought of, from the second time on."""

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


def test_what_nobody_has_thought_of_leaves_the_last_good_record(folder: Path) -> None:
    source = _Unreadable((folder / "events.geojson").read_bytes())
    current = CurrentRecord(StoryFiles(folder, source))
    assert current.open().problem is None
    broken = current.open()
    assert len(broken.record.events) == 2
    assert "cannot be read" in (broken.problem or "")


def test_what_nobody_has_thought_of_is_an_error_of_ours(folder: Path) -> None:
    current = CurrentRecord(StoryFiles(folder, _Unreadable(b"")))
    for _ in range(2):
        with pytest.raises(StoryFileError, match="cannot be read"):
            current.open()
