"""At a terminal the questions are asked one by one, and answered by the person who sits there."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

from geo.cli.main import main
from tests.importing.reading import SAMPLES

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


def test_a_town_is_answered_by_yes_and_what_is_no_answer_is_asked_again(tmp_path: Path) -> None:
    rows = "Title,Date,Place\nA fire,04/05/2023,Suva\n"
    (tmp_path / "fires.csv").write_text(rows, "utf-8")
    assert main(["new", str(tmp_path / "fires"), "--title", "F", "--zone", "Pacific/Fiji"]) == 0
    command = [sys.executable, "-m", "geo", "import", "fires.csv", "--story", "fires"]
    shown = converse(command, tmp_path, ["day", "1", "perhaps", "yes"])
    assert shown.count("This is no answer to the question.") == 2
    [event] = json.loads((tmp_path / "fires" / "events.geojson").read_text("utf-8"))["features"]
    assert event["properties"]["when"] == "2023-05-04"
    lon, lat = event["geometry"]["coordinates"]
    assert abs(lon - 178.44) < 0.1
    assert abs(lat + 18.14) < 0.1
