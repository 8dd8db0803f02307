"""Readers who follow the README to a story of their own get one without a problem."""

import json
import re
from pathlib import Path

import pytest

from geo.cli.main import COMMANDS, main
from geo.story.story_file import read_story

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
OWN_STORY = README.partition("## Your own story in five minutes")[2].partition("\n## ")[0]
PUBLISHING = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text("utf-8")
CORRECTING = PUBLISHING.partition("## How to correct an event")[2].partition("\n## ")[0]
OWN_DATA = README.partition("## Your own data")[2].partition("\n## ")[0]
OWN_EVENT = re.compile(r"^    (\{\"type\": \"Feature\".*?\}\})$", re.DOTALL | re.MULTILINE)


def test_the_steps_of_the_readme_make_a_story_without_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [title] = re.findall(
        r'geo new ships --title "([^"]+)" --zone Asia/Aden --border YEM', OWN_STORY
    )
    assert main(["new", "ships", "--title", title, "--zone", "Asia/Aden", "--border", "YEM"]) == 0
    [example] = OWN_EVENT.findall(OWN_DATA)
    file = tmp_path / "ships" / "events.geojson"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"features": [json.loads(example)]}))
    [words] = re.findall(r'^ +("groups": .*?"sides": [^\n]+)$', OWN_STORY, re.DOTALL | re.MULTILINE)
    story = tmp_path / "ships" / "story.json"
    story.write_text(json.dumps(json.loads(story.read_text()) | json.loads(f"{{{words}}}")))
    assert read_story(tmp_path / "ships").parties == {"navy"}
    capsys.readouterr()
    assert main(["check", "ships"]) == 0
    assert capsys.readouterr().out.endswith("1 good, 0 rejected\n0 must, 0 should\n")
    # The example of a correction is of that event.
    [line] = re.findall(r'^ +(\{"date".*\})$', CORRECTING, re.MULTILINE)
    corrections = tmp_path / "ships" / "corrections" / "ship-1.jsonl"
    corrections.parent.mkdir()
    corrections.write_text(line + "\n", "utf-8")
    assert main(["check", "ships"]) == 0
    assert capsys.readouterr().out.endswith("0 must, 0 should\n")
    wrong = corrections.rename(corrections.with_name("2023.jsonl"))
    assert main(["check", "ships"]) == 0
    assert "wanted a line in corrections/ship-1.jsonl" in capsys.readouterr().out
    wrong.unlink()


def test_the_folder_of_a_new_story_says_how_an_event_is_corrected(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "ships", "--title", "Ships"]) == 0
    readme = (in_folder / "ships" / "README.md").read_text("utf-8")
    [line] = re.findall(r'^ +(\{"date".*\})$', readme, re.MULTILINE)
    [event] = OWN_EVENT.findall(OWN_DATA)
    file = in_folder / "ships" / "events.geojson"
    feature = json.loads(event)
    feature["properties"]["title"] = json.loads(line)["is"]
    file.write_text(json.dumps(json.loads(file.read_text()) | {"features": [feature]}))
    corrections = in_folder / "ships" / "corrections" / "ship-1.jsonl"
    corrections.parent.mkdir()
    corrections.write_text(line.replace('"event": "ID"', '"event": "ship-1"') + "\n", "utf-8")
    assert main(["check", "ships"]) == 0
    assert capsys.readouterr().out.endswith("0 must, 0 should\n")
    for name in re.findall(r"^ +geo (\w+) ", readme, re.MULTILINE):
        assert name in COMMANDS
