"""Versions on the command line."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import collection, record
from tests.story_folders import write_story


def test_the_command_adds_a_version_and_says_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    assert "the first version, 1 event" in capsys.readouterr().out
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["version", "--story", str(folder)]) == 0
    assert "1 event added" in capsys.readouterr().out
    assert main(["version", "--story", str(folder)]) == 0
    assert "is already recorded" in capsys.readouterr().out
