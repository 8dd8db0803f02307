"""The files of a story lie in its folder: no link leads a reader out of it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.drawing.basemap.basemap import read_basemap
from geo.errors import GeoError, StoryFileError
from geo.story.briefings.briefing import read_briefing
from geo.story.corrections.files import read_good_corrections
from geo.story.current import StoryFiles, open_current
from geo.story.files.own_file import find_own_file
from geo.story.story_file import read_story
from geo.story.versions.files import read_versions
from tests.event_texts import record
from tests.story_folders import write_story

SECRET = "root:x:0:0:a line of another file"
Read = Callable[[Path], object]


def _read_all(folder: Path) -> object:
    return open_current(StoryFiles(folder))


READERS: dict[str, Read] = {
    "events.geojson": _read_all,
    "border.geojson": _read_all,
    "briefings/night.json": lambda folder: read_briefing(folder, "night"),
    "versions/0123456789ab.json": read_versions,
    "land.geojson": lambda folder: read_basemap(read_story(folder).basemap, folder, None),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story with a base map of its own, beside a file that is none of it."""
    folder = write_story(tmp_path / "story", record("a"))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["basemap"] = {"world": "land.geojson"}
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    for name in ("briefings", "versions", "corrections"):
        (folder / name).mkdir()
    (tmp_path / "passwd").write_text(SECRET, "utf-8")
    return folder


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("is_relative", [True, False])
def test_a_link_out_of_the_folder_is_refused(folder: Path, name: str, is_relative: bool) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    outside = folder.parent / "passwd"
    depth = "../" * (name.count("/") + 1)
    path.symlink_to(f"{depth}passwd" if is_relative else outside)
    with pytest.raises(GeoError, match="leads out of the story's folder") as refused:
        READERS[name](folder)
    assert "root" not in str(refused.value)
    assert str(folder.parent) not in str(refused.value)


def test_corrections_behind_a_link_are_not_read(folder: Path) -> None:
    (folder / "corrections" / "a.jsonl").symlink_to(folder.parent / "passwd")
    corrections, [problem] = read_good_corrections(folder, "corrections.jsonl", frozenset())
    assert corrections == ()
    assert "leads out" in str(problem)
    assert "root" not in str(problem)


def test_a_folder_that_is_a_link_leads_nowhere_either(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "night.json").write_text("{}", "utf-8")
    (folder / "briefings").rmdir()
    (folder / "briefings").symlink_to(elsewhere)
    with pytest.raises(StoryFileError, match="leads out"):
        read_briefing(folder, "night")


def test_links_inside_the_folder_are_followed(folder: Path) -> None:
    # As a cluster mounts files: each is a link to the newest of several folders beside it.
    (folder / "..data").mkdir()
    shutil.move(folder / "events.geojson", folder / "..data" / "events.geojson")
    (folder / "events.geojson").symlink_to("..data/events.geojson")
    (folder.parent / "current").symlink_to(folder)
    for opened in (folder, folder.parent / "current"):
        assert list(open_current(StoryFiles(opened)).record.events.index) == ["a"]


def test_a_file_that_is_not_there_is_no_link(folder: Path) -> None:
    assert find_own_file(folder, "method.md") == folder / "method.md"
    with pytest.raises(StoryFileError):
        find_own_file(folder, "../passwd")


def _read_corrections(folder: Path) -> None:
    _, problems = read_good_corrections(folder, "corrections.jsonl", frozenset())
    if problems:
        raise GeoError(str(problems[0]))


@pytest.mark.parametrize("name", [*READERS, "story.json", "versions.jsonl"])
def test_a_pipe_is_refused_and_never_waited_for(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    with pytest.raises(GeoError, match="found"):
        _read_each(folder, name)


@pytest.mark.parametrize("name", [*READERS, "story.json", "versions.jsonl"])
def test_a_folder_in_place_of_a_file_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    path.mkdir()
    with pytest.raises(GeoError, match="found"):
        _read_each(folder, name)


@pytest.mark.parametrize("name", [*READERS, "story.json", "versions.jsonl", "corrections/a.jsonl"])
def test_a_file_larger_than_the_memory_is_refused_unread(folder: Path, name: str) -> None:
    with (folder / name).open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(GeoError, match="found"):
        _read_each(folder, name)


def _read_each(folder: Path, name: str) -> None:
    if name.startswith("corrections"):
        _read_corrections(folder)
    elif name == "versions.jsonl":
        read_versions(folder)
    else:
        READERS.get(name, _read_all)(folder)


@pytest.mark.parametrize("name", READERS)
def test_a_link_to_itself_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    path.symlink_to(path)
    with pytest.raises(GeoError, match="found"):
        READERS[name](folder)
