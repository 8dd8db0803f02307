"""A story rewritten on the command line."""

import json
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.events import parse_events, write_events
from tests.event_texts import record
from tests.full_disk import fill_disk
from tests.story_folders import write_story


def test_an_upgraded_story_says_the_same_in_fewer_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b"))
    path = folder / "events.geojson"
    before = path.read_bytes()
    assert main(["upgrade", str(folder), "--dry-run"]) == 0
    assert path.read_bytes() == before
    assert main(["upgrade", str(folder)]) == 0
    zone = json.loads((folder / "story.json").read_text("utf-8")).get("zone", "UTC")
    was = write_events(parse_events(before, "events", zone), sparse=False)
    # The file is also read without its folder, and then says the same.
    for other in (zone, "UTC", "Pacific/Fiji"):
        assert write_events(parse_events(path.read_bytes(), zone=other), sparse=False) == was
    [first, _] = json.loads(path.read_bytes())["features"]
    assert "established_by" not in first["properties"]
    assert first["properties"]["claims"][0]["actor"] == "The governor"
    assert "plain names of speakers, left as they are: 2;" in capsys.readouterr().out


def test_a_record_that_is_not_read_whole_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a", verification="verifed"))
    before = (folder / "events.geojson").read_bytes()
    assert main(["upgrade", str(folder)]) == 1
    assert (folder / "events.geojson").read_bytes() == before
    assert "found 'verifed'" in capsys.readouterr().err


def test_a_full_disk_leaves_the_only_copy_of_the_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with fill_disk():
        status = main(["upgrade", str(folder)])
    assert status == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    message = capsys.readouterr().err
    assert message.startswith("events.geojson: found ")
    assert str(tmp_path) not in message
