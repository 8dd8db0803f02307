"""A table in one command, with its questions asked at the terminal."""

import json
import os
import pty
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from geo.cli.main import main
from geo.events import read_events
from tests.events.newsroom import run_newsroom
from tests.importing.desk import Desk
from tests.importing.reading import SAMPLES


def test_a_story_or_a_file_to_write_is_wanted(desk: Desk) -> None:
    assert main(["import", "table.csv"]) == 1
    assert "wanted --story FOLDER, or --out FILE" in desk.capsys.readouterr().err
    assert main(["import", "table.csv", "--out", "a.txt"]) == 1
    assert "wanted a name that ends in .geojson or .parquet" in desk.capsys.readouterr().err


def test_a_sheet_is_named_only_where_there_are_some(desk: Desk) -> None:
    desk.folder.joinpath("im.csv").write_text("title,date\nA fire,2023-05-04\n", "utf-8")
    assert main(["import", "im.csv", "--out", "a.geojson", "--sheet", "Q"]) == 1
    message = desk.capsys.readouterr().err
    assert message == "im.csv: found --sheet 'Q', wanted none: it has one table\n"


def test_the_rows_of_several_tables_are_counted_in_words(desk: Desk) -> None:
    with zipfile.ZipFile(desk.folder / "two.zip", "w") as both:
        both.writestr("a.csv", "title,date\nA fire,2023-05-04\n")
        both.writestr("b.csv", "title,date\nA fire,2023-05-04\nA blast,2023-05-05\n")
    assert main(["import", "two.zip", "--out", "a.geojson"]) == 1
    assert "found 'a.csv' (1 row), 'b.csv' (2 rows);" in desk.capsys.readouterr().err


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "clean-simple.csv", tmp_path)
    assert main(["new", "fires", "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    return tmp_path / "fires"


def features_of(story: Path) -> list[dict[str, Any]]:
    content = json.loads((story / "events.geojson").read_text("utf-8"))
    return list(content["features"])


def test_five_rows_are_five_events_in_one_command(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "clean-simple.csv", "--story", "fires"]) == 0
    printed = capsys.readouterr().out
    assert "5 rows read, 5 give an event, 0 need an answer, 0 rejected" in printed
    first = features_of(story)[0]
    assert (first["id"], first["geometry"]["coordinates"]) == ("i0", [45.0, 12.8])
    members = first["properties"]
    assert members["title"] == "Incident 0"
    assert members["when"] == "2023-05-01T14:30"
    assert members["place"] == "Aden"
    assert members["summary"] == "A fire was reported."
    assert members["sources"] == ["https://example.org/"]
    reading = read_events(story / "events.geojson", "Asia/Aden")
    assert (len(reading.events), reading.rejected) == (5, ())
    assert reading.events["start"].iloc[4].isoformat() == "2023-05-05T11:30:00+00:00"


def test_a_blamed_side_becomes_an_accusation_for_the_desk_to_finish(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "clean-simple.csv", "--story", "fires"]) == 0
    members = features_of(story)[0]["properties"]
    [claim] = members["claims"]
    assert claim["stance"] == "accuses"
    assert claim["accuses"] == ["rebels"]
    assert claim["actor"] == {"name": "Unnamed", "named": False}
    assert "source" not in claim
    assert {"attribution", "verification", "established_by"}.isdisjoint(members)
    capsys.readouterr()
    assert main(["check", "fires"]) == 0
    printed = capsys.readouterr().out
    assert "0 must" in printed
    assert "accuses somebody, wanted a word for that" in printed


def test_the_same_table_again_changes_nothing(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "clean-simple.csv", "--story", "fires"])
    before = {path: path.read_bytes() for path in story.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["import", "clean-simple.csv", "--story", "fires"]) == 0
    assert "0 added, 0 updated, 5 unchanged, 0 in conflict" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in story.rglob("*") if path.is_file()} == before


def test_a_dry_run_writes_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(story.parent.rglob("*"))
    assert main(["import", "clean-simple.csv", "--story", "fires", "--dry-run"]) == 0
    assert "dry run: nothing was written" in capsys.readouterr().out
    assert sorted(story.parent.rglob("*")) == before
    assert features_of(story) == []


def test_drafts_are_not_for_readers(story: Path) -> None:
    main(["import", "clean-simple.csv", "--story", "fires", "--as", "draft"])
    words = {one["properties"]["workflow"] for one in features_of(story)}
    assert words == {"draft"}


@pytest.mark.usefixtures("story")
def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "none.csv", "--story", "fires"]) == 1
    assert "none.csv: found no such file, wanted a table" in capsys.readouterr().err


def test_a_table_may_be_at_a_url(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with run_newsroom() as room:
        room.content = (SAMPLES / "clean-simple.csv").read_bytes()
        assert main(["import", room.url, "--story", "fires"]) == 0
        room.status = 404
        capsys.readouterr()
        assert main(["import", room.url, "--story", "fires"]) == 1
    assert "found HTTP status 404, wanted a table" in capsys.readouterr().err
    assert len(features_of(story)) == 5


ANSWERS = ("dmy", "2023", "unknown")
ROOT = Path(__file__).parents[2]


def converse(command: list[str], folder: Path, answers: list[str]) -> str:
    """Run a command at a terminal, answer each question, and return all that was shown."""
    own, other = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "200"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other
    )
    os.close(other)
    shown = ""
    while True:
        try:
            piece = os.read(own, 65_536).decode("utf-8", "replace")
        except OSError:
            break  # the program has ended
        if not piece:
            break
        shown += piece
        if shown.rstrip().endswith(":") and "Answer" in shown[-80:] and answers:
            os.write(own, f"{answers.pop(0)}\n".encode())
    process.wait()
    os.close(own)
    return shown


def test_questions_are_answered_where_they_are_asked(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "incidents-google.csv", tmp_path)
    assert main(["new", str(tmp_path / "fires"), "--title", "F", "--zone", "Asia/Aden"]) == 0
    command = ["import", "incidents-google.csv", "--story", "fires"]
    shown = converse([sys.executable, "-m", "geo", *command], tmp_path, list(ANSWERS))
    assert "is the day or the month first in '03/05/2023' (rows 2, 20, 38)?" in shown
    assert "33 added, 0 updated" in shown
    content = json.loads((tmp_path / "fires" / "events.geojson").read_text("utf-8"))
    assert len(content["features"]) == 33
    # Answers are remembered: nothing is asked again.
    shown = converse([sys.executable, "-m", "geo", *command], tmp_path, [])
    assert "Answer" not in shown
    assert "0 added, 0 updated, 33 unchanged" in shown


def test_a_town_is_answered_by_yes_and_what_is_not_an_answer_is_asked_again(tmp_path: Path) -> None:
    rows = "Title,Date,Place\nA fire,04/05/2023,Suva\n"
    (tmp_path / "fires.csv").write_text(rows, "utf-8")
    assert main(["new", str(tmp_path / "fires"), "--title", "F", "--zone", "Pacific/Fiji"]) == 0
    command = [sys.executable, "-m", "geo", "import", "fires.csv", "--story", "fires"]
    shown = converse(command, tmp_path, ["day", "1", "perhaps", "yes"])
    assert shown.count("This does not answer the question.") == 2
    [event] = json.loads((tmp_path / "fires" / "events.geojson").read_text("utf-8"))["features"]
    assert event["properties"]["when"] == "2023-05-04"
    lon, lat = event["geometry"]["coordinates"]
    assert abs(lon - 178.44) < 0.1
    assert abs(lat + 18.14) < 0.1
