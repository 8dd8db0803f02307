"""A site on the command line: written, and stopped by what must be solved first."""

import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest

from geo.cli.main import main
from tests.event_texts import collection, record
from tests.publishing.site.sites import draw_nothing, write_example


@dataclass(frozen=True)
class Published:
    """What a command published, and what it printed."""

    story: Path
    out: Path
    printed: str
    errors: str

    @property
    def asked(self) -> list[str]:
        """The arguments of the command."""
        return ["publish", "--story", str(self.story), "--out", str(self.out), "--no-pictures"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The example, published once for the tests of this module."""
    folder = tmp_path_factory.mktemp("published")
    asked = Published(write_example(folder / "story"), folder / "site", "", "")
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(StringIO()) as out,
        redirect_stderr(StringIO()) as err,
    ):
        draw_nothing(patch)
        assert main(asked.asked) == 0
    return replace(asked, printed=out.getvalue(), errors=err.getvalue())


def test_a_story_is_published(published: Published) -> None:
    files = [path for path in published.out.rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    assert f"site: {len(pages)} pages, {len(files)} files, " in published.printed
    # No progress bar without a terminal.
    assert published.errors == ""
    assert (published.out / "events" / "port" / "index.html").is_file()


def test_files_that_were_not_written_are_named_and_stay(
    published: Published,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw_nothing(monkeypatch)
    assert "left in the folder" not in published.printed
    again = replace(published, out=shutil.copytree(published.out, tmp_path / "site"))
    for path in ("events/withdrawn/index.html", "notes.txt", "CNAME"):
        (again.out / path).parent.mkdir(exist_ok=True)
        (again.out / path).write_bytes(b"mine")
    assert main(again.asked) == 0
    assert "left in the folder: 'events/withdrawn' and 1 more" in capsys.readouterr().out
    assert (again.out / "CNAME").read_bytes() == (again.out / "notes.txt").read_bytes() == b"mine"


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
