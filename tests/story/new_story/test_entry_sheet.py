"""A sheet to enter events in offers every word and explains every column."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from geo.cli.main import main
from geo.events.vocabulary import VOCABULARY
from tests.story.own_words import write_own_words


def test_the_sheet_offers_every_word_and_explains_every_column(in_folder: Path) -> None:
    assert main(["new", "ships", "--title", "Ships"]) == 0
    book = openpyxl.load_workbook(in_folder / "ships" / "events.xlsx")
    events, words, explained = book["Events"], book["Words"], book["How to fill it"]
    columns = [cell.value for cell in events[1]]
    assert columns == [row[0].value for row in explained.iter_rows(min_row=2)]
    rules = events.data_validations.dataValidation
    assert len(rules) == len([name for name in columns if name in VOCABULARY])
    for rule in rules:
        name = columns[next(iter(rule.sqref.ranges)).min_col - 1]
        first, last = (int(part.rpartition("$")[2]) for part in rule.formula1.split(":"))
        offered = [words.cell(row, 2).value for row in range(first, last + 1)]
        assert offered == list(VOCABULARY[str(name)])


# What an import never says, by the promise of docs/import.md.
KEPT = [("verification", "verified"), ("verification", "partly_verified")]
KEPT += [("attribution", "established")]
PLAIN = {
    "title": "A ship was reported boarded",
    "when": "2023-05-03T02:27",
    "lat": "14.81",
    "lon": "42.95",
    "radius_m": "7000",
    "place": "Off the harbour",
    "summary": "The navy said so.",
    "killed": "2",
    "injured": "3",
    "sources": "https://a.example/1\nhttps://b.example/2",
    "note": "Ask again.",
}


def fill_sheet(path: Path) -> list[tuple[str, str]]:
    """Fill a sheet with a row for each word of its lists; return the words with their columns."""
    book = openpyxl.load_workbook(path)
    events = book["Events"]
    columns = [str(cell.value) for cell in events[1]]
    words = [(str(a), str(b)) for a, b, _ in book["Words"].iter_rows(min_row=2, values_only=True)]
    for number, (name, word) in enumerate(words):
        row = PLAIN | {"id": f"e{number}", name: word}
        if name == "location_precision":
            row.pop("radius_m")
        if (name, word) == ("location_precision", "unknown"):
            row = {key: text for key, text in row.items() if key not in ("lat", "lon")}
        for column, text in row.items():
            events.cell(number + 2, columns.index(column) + 1, text)
    book.save(path)
    assert {*columns} == {*PLAIN, "id", *(name for name, _ in words)}
    return words


def test_every_word_of_a_filled_sheet_is_what_its_event_says(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_own_words(in_folder / "ships")
    (folder / "events.geojson").write_text('{"type": "FeatureCollection", "features": []}', "utf-8")
    assert main(["sheet", str(folder), "--out", "table.xlsx"]) == 0
    words = fill_sheet(Path("table.xlsx"))
    assert main(["import", "table.xlsx", "--story", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "blamed" not in said
    content = json.loads((folder / "events.geojson").read_text("utf-8"))
    found: dict[str, Any] = {one["id"]: one["properties"] for one in content["features"]}
    for number, (name, word) in enumerate(words):
        members = found[f"e{number}"]
        assert all(claim["stance"] == "asserts" for claim in members["claims"]), word
        assert (members["title"], members["place"]) == (PLAIN["title"], PLAIN["place"])
        assert (members["killed"]["best"], members["injured"]["best"]) == (2, 3)
        assert members["summary"] == PLAIN["summary"]
        if (name, word) in KEPT:
            assert name not in members
            assert members["note"] == f"Ask again.\n{name}: {word}"
            assert f"column '{name}': '{word}' is kept in the desk's note" in said
        else:
            assert members.get(name) == (None if word == "unknown" and "loc" in name else word)
            assert members["note"] == "Ask again."


def test_whether_a_thing_is_false_is_not_taken_from_another_table(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There it may mean only that nobody has verified it."""
    folder = write_own_words(in_folder / "ships")
    Path("a.csv").write_text("title,date,verification\nA fire,2023-05-03,false\n", "utf-8")
    assert main(["import", "a.csv", "--story", str(folder)]) == 0
    content = json.loads((folder / "events.geojson").read_text("utf-8"))
    members = content["features"][-1]["properties"]
    assert "verification" not in members
    assert members["note"] == "verification: false"
    assert "'false' may mean that nothing was verified" in capsys.readouterr().out
