"""Events of a table in a file of their own."""

import json

import pytest

from geo.cli.main import main
from geo.events import read_events
from tests.importing.desk import FIRST, HEADER, SECOND, Desk
from tests.importing.reading import SAMPLES
from tests.importing.untidy_sheet import NAME

ENDINGS = pytest.mark.parametrize("ending", ["geojson", "parquet"])
NEAR_ADEN = "".join(f"A{n},2023-05-03,12.{n},45.{n},\n" for n in range(1, 6))


@ENDINGS
def test_events_may_go_to_a_file_of_their_own(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST + SECOND, "utf-8")
    assert main(["import", "table.csv", "--out", f"out.{ending}"]) == 0
    reading = read_events(desk.folder / f"out.{ending}")
    assert reading.rejected == ()
    assert reading.events["title"].tolist() == ["A fire was reported", "A blast was reported"]
    assert reading.events["lon"].tolist() == [45.03, 45.04]
    assert reading.events["tz"].tolist() == ["Asia/Aden", "Asia/Aden"]
    assert reading.events["start"].iloc[0].isoformat() == "2023-05-02T21:00:00+00:00"


@ENDINGS
def test_a_file_of_their_own_asks_what_a_story_asks(desk: Desk, ending: str) -> None:
    (desk.folder / "t.csv").write_text(
        "title,date,lat,lon,place\n"
        + NEAR_ADEN
        + "Swapped,2023-05-03,45.03,12.8,\n"
        + "Beyond,2023-05-03,12.8,181.5,\n"
        + "Metres,2023-05-03,1415000,500000,\n"
        + "Named,2023-05-03,,,Aden\n",
        "utf-8",
    )
    assert main(["import", "t.csv", "--out", f"out.{ending}"]) == 1
    printed = desk.capsys.readouterr().out
    assert "7 give an event, 2 need an answer, 0 rejected" in printed
    for asked in ("beyond: Longitudes of row 8", "crs: In which", "place:Aden (may stay open)"):
        assert asked in printed
    assert "with latitude and longitude swapped; look at it, and correct the row (row 7)" in printed
    answers = json.loads((desk.folder / "t.answers.json").read_text("utf-8"))
    assert {"beyond", "crs"} <= set(answers["answers"])


@pytest.mark.parametrize("name", [NAME, "acled.csv", "geoconfirmed.kml", "usgs.geojson"])
def test_both_kinds_of_file_say_the_same_and_hold_the_same_events(desk: Desk, name: str) -> None:
    printed, events = [], []
    (desk.folder / name).write_bytes((SAMPLES / name).read_bytes())
    for ending in ("geojson", "parquet"):
        desk.capsys.readouterr()
        main(["import", name, "--out", f"out.{ending}"])
        printed.append(desk.capsys.readouterr().out.replace(f"out.{ending}", "out"))
        events.append(read_events(desk.folder / f"out.{ending}").events)
    assert printed[0] == printed[1]
    assert events[0].astype(str).to_dict() == events[1].astype(str).to_dict()


def test_a_file_of_this_project_is_read_as_such(desk: Desk) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST + SECOND, "utf-8")
    main(["import", "table.csv", "--out", "first.geojson"])
    desk.capsys.readouterr()
    assert main(["import", "first.geojson", "--out", "second.parquet"]) == 0
    assert "a file of this project" in desk.capsys.readouterr().out
    first = read_events(desk.folder / "first.geojson").events
    second = read_events(desk.folder / "second.parquet").events
    assert first.astype(str).to_dict() == second.astype(str).to_dict()


@ENDINGS
def test_a_dry_run_writes_no_file_of_events(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST + "Bad,soon,1,2,\n", "utf-8")
    there = sorted(desk.folder.iterdir())
    assert main(["import", "table.csv", "--out", f"out.{ending}", "--dry-run"]) == 1
    printed = desk.capsys.readouterr().out
    assert "1 give an event, 0 need an answer, 1 rejected" in printed
    assert printed.rstrip().endswith("dry run: nothing was written")
    assert sorted(desk.folder.iterdir()) == there


@ENDINGS
def test_a_table_without_an_event_gives_a_file_without_one(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST.replace("2023-05-03", "soon"), "utf-8")
    assert main(["import", "table.csv", "--out", f"out.{ending}"]) == 1
    assert len(read_events(desk.folder / f"out.{ending}").events) == 0


@ENDINGS
def test_a_file_that_is_there_is_never_overwritten(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST, "utf-8")
    out = desk.folder / f"out.{ending}"
    out.write_text("precious", "utf-8")
    assert main(["import", "table.csv", "--out", out.name]) == 1
    assert f"--out: found a file called '{out.name}'" in desk.capsys.readouterr().err
    assert out.read_text("utf-8") == "precious"
