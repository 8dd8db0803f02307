"""A story file with something wrong is read as far as events can be judged by it."""

import json
from pathlib import Path

import pytest

from geo.story.check.folder import check_folder
from geo.story.check.partial_story import read_partial_story
from tests.event_texts import record
from tests.story_folders import write_story

TURNED = {"id": "may", "label": "May", "from": "2023-05-31", "to": "2023-05-01"}


def _change_story(folder: Path, **members: object) -> None:
    path = folder / "story.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | members), "utf-8")


def test_a_wrong_preset_hides_no_problem_of_events(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("port"), record("strange", verification="perhaps"))
    before = check_folder(folder)
    _change_story(folder, presets=[TURNED])
    after = check_folder(folder)
    assert (after.count_good, after.count_rejected) == (1, 1)
    [added] = set(after.findings) - set(before.findings)
    assert (added.grade, added.file) == ("must", "story.json")
    assert "presets" in added.found
    assert set(before.findings) < set(after.findings)
    assert after.opened is None


@pytest.mark.parametrize(
    "members", [{"sides": [{"id": "North!"}]}, {"sids": []}, {"zone": "Mars"}, {"groups": 3}]
)
def test_where_events_cannot_be_judged_it_is_said_that_they_were_not(
    tmp_path: Path, members: dict[str, object]
) -> None:
    folder = write_story(tmp_path, record("strange", verification="perhaps"))
    _change_story(folder, **members)
    assert read_partial_story(folder) is None
    [only] = check_folder(folder).findings
    assert only.found.endswith("; the other files are checked once this is corrected")


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', "[" * 100_000])
def test_what_is_not_a_story_file_gives_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "story.json").write_text(text, "utf-8")
    assert read_partial_story(tmp_path) is None


def test_a_title_may_be_missing_or_wrong(tmp_path: Path) -> None:
    for text in ("{}", '{"title": 7}'):
        (tmp_path / "story.json").write_text(text, "utf-8")
        story = read_partial_story(tmp_path)
        assert story is not None
        assert story.events == "events.geojson"
