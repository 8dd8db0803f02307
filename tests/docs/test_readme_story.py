"""Readers who follow the README to a story of their own get one without a problem."""

import json
import re
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.story_file import read_story

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
OWN_STORY = README.partition("## Your own story in five minutes")[2].partition("\n## ")[0]
OWN_DATA = README.partition("## Your own data")[2].partition("\n## ")[0]


def test_the_steps_of_the_readme_make_a_story_without_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [title] = re.findall(
        r'geo new ships --title "([^"]+)" --zone Asia/Aden --border YEM', OWN_STORY
    )
    assert main(["new", "ships", "--title", title, "--zone", "Asia/Aden", "--border", "YEM"]) == 0
    [example] = re.findall(
        r"^    (\{\"type\": \"Feature\".*?\}\})$", OWN_DATA, re.DOTALL | re.MULTILINE
    )
    file = tmp_path / "ships" / "events.geojson"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"features": [json.loads(example)]}))
    [words] = re.findall(r'^ +("groups": .*?"sides": [^\n]+)$', OWN_STORY, re.DOTALL | re.MULTILINE)
    story = tmp_path / "ships" / "story.json"
    story.write_text(json.dumps(json.loads(story.read_text()) | json.loads(f"{{{words}}}")))
    assert read_story(tmp_path / "ships").parties == {"navy"}
    capsys.readouterr()
    assert main(["check", "ships"]) == 0
    assert capsys.readouterr().out.endswith("1 good, 0 rejected\n0 must, 0 should\n")
