"""Briefings on the command line: written as one file, and checked."""

import json
import re
import shutil
from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import record
from tests.story_folders import write_story

DATA = Path(__file__).parents[2] / "data"


def test_a_briefing_that_rests_on_unknown_claims_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, out = tmp_path / "story", tmp_path / "out.html"
    shutil.copytree(DATA, story)
    briefing = story / "briefings" / "kremlin.json"
    briefing.write_text(briefing.read_text("utf-8").replace("#c23", "#c2323"), "utf-8")
    asked = ["briefing", "kremlin", "--story", str(story), "--out"]
    assert main([*asked, str(out)]) == 1
    assert "step unknown, rests_on: found 'kremlin-2023-05-03-drone-1#c2323'" in (
        capsys.readouterr().err
    )
    assert main([*asked, str(tmp_path / "out.pdf")]) == 1
    assert (
        "out.pdf: found another ending, wanted a name that ends in .html" in capsys.readouterr().err
    )
    assert not out.exists()


def test_a_briefing_is_checked_against_its_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story"
    shutil.copytree(DATA, story)
    briefing = story / "briefings" / "kremlin.json"
    assert main(["check", str(briefing)]) == 0

    briefing.write_text(briefing.read_text("utf-8").replace("#c2", "#c2222", 1), "utf-8")
    assert main(["check", str(briefing)]) == 1
    assert "#c2222" in capsys.readouterr().out

    briefing.write_text("{}", "utf-8")
    assert main(["check", str(briefing)]) == 1
    assert str(tmp_path) not in capsys.readouterr().out.replace(str(briefing), "")


def test_the_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_story(tmp_path / "story", record()), tmp_path / "bridge.html"
    step = {
        "id": "one",
        "headline": "A blast is reported",
        "sentences": [{"text": "A governor reported a blast.", "rests_on": ["bridge"]}],
        "view": "event=bridge",
    }
    (folder / "briefings").mkdir()
    (folder / "briefings" / "bridge.json").write_text(json.dumps({"title": "B", "steps": [step]}))

    def run(name: str, out: Path) -> int:
        return main(["briefing", name, "--out", str(out), "--story", str(folder)])

    assert run("bridge", out) == 0
    assert re.match(rb"\s*<!doctype html>.*A blast is reported", out.read_bytes(), re.DOTALL)

    assert run("../story", out) == 1
    assert run("bridge", tmp_path / "none" / "x.html") == 1
    assert "x.html: found no such folder" in capsys.readouterr().err


def test_a_claim_stated_as_fact_is_written_only_on_demand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = write_story(tmp_path / "story", record()), tmp_path / "bridge.html"
    step = {
        "id": "one",
        "headline": "The night",
        "sentences": [{"text": "The North attacked the bridge.", "rests_on": ["bridge"]}],
    }
    (folder / "briefings").mkdir()
    (folder / "briefings" / "bridge.json").write_text(json.dumps({"title": "B", "steps": [step]}))
    asked = ["briefing", "bridge", "--out", str(out), "--story", str(folder)]
    assert main(asked) == 1
    assert "--anyway" in capsys.readouterr().err
    assert not out.exists()
    assert main([*asked, "--anyway"]) == 0
    assert b"The North attacked the bridge." in out.read_bytes()
