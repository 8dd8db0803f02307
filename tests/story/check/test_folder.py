"""A story's folder is checked for what must be corrected, and opened as it was checked."""

import os
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from geo.story.check.folder import check_folder
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.shipped_record import DATA
from tests.story_folders import write_story


def test_without_advice_just_what_must_be_corrected_is_found(tmp_path: Path) -> None:
    # The second has the statement of the first, word for word.
    records = record("bridge"), record("port"), record("strange", verification="perhaps")
    folder = write_story(tmp_path, *records)
    everything = check_folder(folder).findings
    assert {finding.id for finding in everything if finding.grade == "should"} == {"bridge", "port"}
    must = [finding for finding in everything if finding.grade == "must"]
    assert [finding.id for finding in must] == ["strange"]
    assert list(check_folder(folder, advises=False).findings) == must


def test_what_was_checked_is_opened_as_if_it_were_read_anew() -> None:
    opened = check_folder(DATA, advises=False).opened
    assert opened is not None
    story, checked = opened
    again = open_current(StoryFiles(DATA))
    assert story == again.story
    assert_frame_equal(checked.events, again.record.events)
    assert_frame_equal(checked.choices, again.record.choices)
    for name in ("version", "about", "notes", "rejected", "count_read", "unpublished"):
        assert getattr(checked, name) == getattr(again.record, name)


def test_a_folder_that_cannot_be_opened_gives_no_record(tmp_path: Path) -> None:
    assert check_folder(tmp_path).opened is None
    folder = write_story(tmp_path, record())
    (folder / "events.geojson").write_text("none")
    assert check_folder(folder).opened is None


def test_a_missing_border_is_named_once(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record())
    story = (folder / "story.json").read_text("utf-8")
    (folder / "story.json").write_text(story.replace("border.geo", "border/rough.geo"), "utf-8")
    assert [str(finding) for finding in check_folder(folder, advises=False).findings] == [
        "border/rough.geojson: found no such file, wanted a border file"
    ]


@pytest.mark.parametrize("name", ["corrections/a.jsonl", "briefings/a.json"])
def test_what_is_no_file_is_named_as_what_it_is(tmp_path: Path, name: str) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    path = folder / name
    path.parent.mkdir()
    (tmp_path / "passwd").write_text("{}", "utf-8")

    def find() -> str:
        [finding] = [each for each in check_folder(folder).findings if each.file == name]
        return f"{finding.grade}: {finding.found}"

    os.mkfifo(path)
    assert "a pipe or a device" in find()
    path.unlink()
    path.symlink_to(tmp_path / "passwd")
    assert "a link that leads out of the story's folder" in find()
    path.unlink()
    path.symlink_to("lost")
    assert "a link to no file" in find()
    assert find().startswith("must")
