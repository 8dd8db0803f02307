"""A site on the command line: written, and stopped by what must be solved first."""

from pathlib import Path

import pytest

from geo.cli.main import main
from tests.publishing.site.sites import write_example


def test_a_story_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    asked = ["publish", "--story", str(story), "--out", str(out), "--no-pictures"]
    assert main(asked) == 0
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    said = capsys.readouterr()
    assert f"site: {len(pages)} pages, {len(files)} files, " in said.out
    # No bar where nobody watches.
    assert said.err == ""
    assert (out / "events" / "port" / "index.html").is_file()


def test_what_must_be_solved_stops_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = write_example(tmp_path / "story"), tmp_path / "site"
    events = story / "events.geojson"
    events.write_text(events.read_text("utf-8").replace('"disputed"', '"nonsense"'), "utf-8")
    assert main(["publish", "--story", str(story), "--out", str(out)]) == 1
    error = capsys.readouterr().err
    assert "found 'nonsense'" in error
    assert "not published: correct these first" in error
    assert not out.exists()
