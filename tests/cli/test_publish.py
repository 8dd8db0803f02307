"""A site on the command line: written, and stopped by what must be solved first."""

import json
from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import collection, record
from tests.publishing.site.sites import draw_nothing, write_example


def test_a_story_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    asked = ["publish", "--story", str(story), "--out", str(out), "--no-pictures"]
    assert main(asked) == 0
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    said = capsys.readouterr()
    assert f"site: {len(pages)} pages, {len(files)} files, " in said.out
    # No progress bar without a terminal.
    assert said.err == ""
    assert (out / "events" / "port" / "index.html").is_file()


def test_files_that_were_not_written_are_named_and_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    asked = ["publish", "--story", str(story), "--out", str(out), "--no-pictures"]
    assert main(asked) == 0
    assert "left in the folder" not in capsys.readouterr().out
    for path in ("events/withdrawn/index.html", "notes.txt", "CNAME"):
        (out / path).parent.mkdir(exist_ok=True)
        (out / path).write_bytes(b"mine")
    assert main(asked) == 0
    assert "left in the folder: 'events/withdrawn' and 1 more" in capsys.readouterr().out
    assert (out / "CNAME").read_bytes() == (out / "notes.txt").read_bytes() == b"mine"


def test_what_must_be_solved_stops_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    events = story / "events.geojson"
    events.write_text(events.read_text("utf-8").replace('"disputed"', '"nonsense"'), "utf-8")
    assert main(["publish", "--story", str(story), "--out", str(out)]) == 1
    error = capsys.readouterr().err
    assert "found 'nonsense'" in error
    assert "not published: correct these first" in error
    assert not out.exists()


def test_events_of_another_folder_are_published_by_the_words_of_the_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    members = json.loads((story / "story.json").read_text("utf-8"))
    flood = {"id": "flood", "label": "Flood", "meaning": "Water where there was land."}
    (story / "story.json").write_text(json.dumps(members | {"event_types": [flood]}), "utf-8")
    events = tmp_path / "elsewhere" / "later.geojson"
    events.parent.mkdir()
    events.write_bytes(collection(record("dam", event_type="flood")))
    monkeypatch.setenv("EVENTS", str(events))
    assert main(["publish", "--story", str(story), "--out", str(out), "--no-pictures"]) == 0
    assert (out / "events" / "dam" / "index.html").is_file()
    assert not (out / "events" / "port").exists()


def test_what_must_be_solved_in_events_of_another_folder_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    events = tmp_path / "later.geojson"
    events.write_bytes(collection(record("dam", verification="nonsense")))
    monkeypatch.setenv("EVENTS", str(events))
    assert main(["publish", "--story", str(story), "--out", str(out)]) == 1
    error = capsys.readouterr().err
    assert "found 'nonsense'" in error
    assert "not published: correct these first" in error
    assert not out.exists()
