"""A table imported again is safe: it changes what has changed, and nothing that a desk has done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.cli.main import main
from geo.events import read_events

HEADER = "title,date,lat,lon,memo\n"
FIRST = "A fire was reported,2023-05-03,12.77,45.03,first\n"
SECOND = "A blast was reported,2023-05-04,12.78,45.04,second\n"
THIRD = "Smoke was seen,2023-05-05,12.79,45.05,third\n"


class Desk:
    """A story and a table of one desk."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.events_path = folder / "fires" / "events.geojson"

    def bring(self, *rows: str, header: str = HEADER, name: str = "table.csv") -> str:
        """Import these rows, and return what was said."""
        (self.folder / name).write_text(header + "".join(rows), "utf-8")
        self.capsys.readouterr()
        self.status = main(["import", name, "--story", "fires"])
        return self.capsys.readouterr().out

    @property
    def events(self) -> list[dict[str, Any]]:
        return list(json.loads(self.events_path.read_text("utf-8"))["features"])

    @property
    def titles(self) -> list[str]:
        return [one["properties"]["title"] for one in self.events]

    def edit(self, change: Callable[[list[dict[str, Any]]], object]) -> None:
        """Change the events as the desk does in a text editor."""
        content = json.loads(self.events_path.read_text("utf-8"))
        change(content["features"])
        self.events_path.write_text(json.dumps(content), "utf-8")


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "fires", "--title", "Fires", "--zone", "Asia/Aden"]) == 0
    return Desk(tmp_path, capsys)


def test_a_changed_row_updates_its_own_event_and_says_so(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    before = desk.events
    printed = desk.bring(FIRST, SECOND.replace("2023-05-04", "2023-05-06"))
    assert "0 added, 1 updated, 1 unchanged, 0 in conflict" in printed
    assert f"updated: {before[1]['id']} (row 3)" in printed
    assert [one["id"] for one in desk.events] == [one["id"] for one in before]
    assert desk.events[1]["properties"]["when"] == "2023-05-06"


def test_rows_in_another_order_with_one_more_add_only_that(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    before = desk.events
    printed = desk.bring(THIRD, SECOND, FIRST)
    assert "1 added, 0 updated, 2 unchanged" in printed
    assert desk.events[:2] == before


def test_a_vanished_row_is_reported_and_never_deleted(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    gone = desk.events[1]["id"]
    printed = desk.bring(FIRST)
    assert f"no longer in the table, left in the story: {gone}" in printed
    assert len(desk.events) == 2


def test_what_the_desk_has_edited_is_not_overwritten_but_shown_as_a_conflict(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    desk.edit(lambda events: events[0]["properties"].update(title="Corrected by the desk"))
    printed = desk.bring(FIRST, SECOND)
    assert "0 added, 0 updated, 2 unchanged, 0 in conflict" in printed
    printed = desk.bring(FIRST.replace("12.77", "12.71"), SECOND)
    assert "0 added, 0 updated, 1 unchanged, 1 in conflict" in printed
    assert "the desk has changed title since; the row has changed too" in printed
    assert desk.status == 1
    assert desk.events[0]["properties"]["title"] == "Corrected by the desk"
    assert desk.events[0]["geometry"]["coordinates"] == [45.03, 12.77]
    # It stays a conflict until somebody settles it.
    assert "1 in conflict" in desk.bring(FIRST.replace("12.77", "12.71"), SECOND)


def test_what_the_desk_has_removed_stays_out(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    desk.edit(lambda events: events.pop(0))
    printed = desk.bring(FIRST, SECOND)
    assert "the desk has removed" in printed
    assert desk.titles == ["A blast was reported"]


def test_an_event_of_another_hand_with_the_same_id_is_a_conflict(desk: Desk) -> None:
    header = "id," + HEADER
    desk.bring("a," + FIRST, header=header)
    printed = desk.bring("a," + SECOND, header=header, name="other.csv")
    assert "1 in conflict" in printed
    assert "the story has an event of this id, which another hand wrote" in printed
    assert desk.titles == ["A fire was reported"]


def test_the_same_row_twice_is_two_events_and_stays_two(desk: Desk) -> None:
    printed = desk.bring(FIRST, FIRST)
    assert "2 added" in printed
    printed = desk.bring(FIRST, FIRST)
    assert "0 added, 0 updated, 2 unchanged" in printed
    assert len({one["id"] for one in desk.events}) == 2


def test_other_events_of_the_story_are_left_as_they_are(desk: Desk) -> None:
    own = {
        "type": "Feature",
        "id": "own",
        "geometry": None,
        "properties": {"title": "Own", "when": "2023"},
    }
    desk.edit(lambda events: events.append(own))
    desk.bring(FIRST)
    assert desk.events[0] == own


def test_rejected_rows_are_corrected_and_imported_as_a_part_of_the_same_table(desk: Desk) -> None:
    printed = desk.bring(FIRST, SECOND.replace("2023-05-04", "2023-02-30"))
    assert "table.rejected.csv: to correct and import again" in printed
    path = desk.folder / "table.rejected.csv"
    text = path.read_text("utf-8-sig")
    assert "reason (geo import)" in text
    assert "date: found '2023-02-30', wanted a day that exists" in text
    assert text.rstrip().endswith(",3")
    path.write_text(
        text.replace("lat,lon", "lat,lon").replace("2023-02-30,", "2023-05-04,"), "utf-8"
    )
    assert main(["import", "table.rejected.csv", "--story", "fires"]) == 0
    printed = desk.capsys.readouterr().out
    assert "1 added, 0 updated, 0 unchanged" in printed
    assert "no longer in the table" not in printed
    assert desk.titles == ["A fire was reported", "A blast was reported"]
    assert "reason" not in json.dumps(desk.events)
    # The corrected sheet as a whole finds both of its events.
    printed = desk.bring(FIRST, SECOND)
    assert "0 added, 0 updated, 2 unchanged" in printed


def test_answers_are_remembered(desk: Desk) -> None:
    row = FIRST.replace("2023-05-03", "03/05/2023")
    printed = desk.bring(row)
    assert "order:date: Column 'date': is the day or the month first" in printed
    assert desk.events == []
    asked = json.loads((desk.folder / "table.answers.json").read_text("utf-8"))
    assert asked["answers"] == {"order:date": None}
    asked["answers"]["order:date"] = "dmy"
    (desk.folder / "table.answers.json").write_text(json.dumps(asked), "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "table.answers.json"]
    assert main(arguments) == 0
    assert desk.events[0]["properties"]["when"] == "2023-05-03"
    printed = desk.bring(row)
    assert "0 added, 0 updated, 1 unchanged" in printed
    assert "order:date" not in printed


def test_a_saved_mapping_reads_the_next_table_in_the_same_way(desk: Desk) -> None:
    desk.bring(FIRST)
    assert main(["import", "table.csv", "--story", "fires", "--save-mapping", "m.json"]) == 0
    saved = json.loads((desk.folder / "m.json").read_text("utf-8"))
    assert saved["columns"]["title"] == {"as": "title"}
    saved["columns"]["memo"] = {"as": "region"}
    (desk.folder / "m.json").write_text(json.dumps(saved), "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--mapping", "m.json"]
    assert main(arguments) == 0
    assert desk.events[0]["properties"]["region"] == "first"
    saved["columns"]["memo"] = {"as": "reggion"}
    (desk.folder / "m.json").write_text(json.dumps(saved), "utf-8")
    desk.capsys.readouterr()
    assert main(arguments) == 1
    assert "found 'reggion', wanted one of" in desk.capsys.readouterr().err


@pytest.mark.parametrize("ending", ["geojson", "parquet"])
def test_events_may_go_to_a_file_of_their_own(desk: Desk, ending: str) -> None:
    (desk.folder / "table.csv").write_text(HEADER + FIRST + SECOND, "utf-8")
    assert main(["import", "table.csv", "--out", f"out.{ending}"]) == 0
    reading = read_events(desk.folder / f"out.{ending}")
    assert reading.rejected == ()
    assert reading.events["title"].tolist() == ["A fire was reported", "A blast was reported"]
    assert reading.events["lon"].tolist() == [45.03, 45.04]
    assert reading.events["tz"].tolist() == ["Asia/Aden", "Asia/Aden"]
    assert reading.events["start"].iloc[0].isoformat() == "2023-05-02T21:00:00+00:00"


def test_a_story_or_a_file_to_write_is_wanted(desk: Desk) -> None:
    assert main(["import", "table.csv"]) == 1
    assert "wanted --story FOLDER, or --out FILE" in desk.capsys.readouterr().err
    assert main(["import", "table.csv", "--out", "a.txt"]) == 1
    assert "wanted a name that ends .geojson or .parquet" in desk.capsys.readouterr().err


BROKEN = "Something was said,soon,12.79,45.05,third\n"


def test_what_the_desk_corrected_is_never_overwritten(desk: Desk) -> None:
    desk.bring(FIRST, BROKEN)
    path = desk.folder / "table.rejected.csv"
    corrected = path.read_text("utf-8-sig").replace("soon", "2023-05-05")
    path.write_text(corrected, "utf-8")
    # The table again, which has the row as it was: what was corrected in the other file stays.
    printed = desk.bring(FIRST, BROKEN)
    assert path.read_text("utf-8") == corrected
    assert (
        "table.rejected.2.csv: to correct and import again; table.rejected.csv is left" in printed
    )
    second = (desk.folder / "table.rejected.2.csv").read_text("utf-8-sig")
    assert "soon" in second
    # The same rejected rows once more need no third file.
    assert "table.rejected.2.csv" in desk.bring(FIRST, BROKEN)
    assert sorted(one.name for one in desk.folder.glob("*.rejected*")) == [
        "table.rejected.2.csv",
        "table.rejected.csv",
    ]


def test_a_second_file_of_rejected_rows_is_part_of_the_same_table(desk: Desk) -> None:
    desk.bring(FIRST, BROKEN)
    desk.bring(FIRST, BROKEN.replace("soon", "later"))
    path = desk.folder / "table.rejected.2.csv"
    path.write_text(path.read_text("utf-8-sig").replace("later", "2023-05-05"), "utf-8")
    assert main(["import", path.name, "--story", "fires"]) == 0
    assert len(desk.events) == 2
    assert [one.name for one in (desk.folder / "fires" / "imports").iterdir()] == ["table.json"]


def test_a_part_of_which_a_row_is_still_bad_keeps_what_was_corrected(desk: Desk) -> None:
    desk.bring(BROKEN, BROKEN.replace("third", "fourth"))
    path = desk.folder / "table.rejected.csv"
    half = path.read_text("utf-8-sig").replace("soon", "2023-05-05", 1)
    path.write_text(half, "utf-8")
    assert main(["import", path.name, "--story", "fires"]) == 1
    assert path.read_text("utf-8") == half
    assert "fourth" in (desk.folder / "table.rejected.2.csv").read_text("utf-8-sig")


def test_answers_that_were_filled_in_are_never_overwritten(desk: Desk) -> None:
    row = "A fire was reported,03/05/2023,12.77,45.03,first\n"
    desk.bring(row)
    path = desk.folder / "table.answers.json"
    filled = path.read_text("utf-8").replace("null", '"dmy"')
    path.write_text(filled, "utf-8")
    assert "table.answers.2.json: fill it in" in desk.bring(row)
    assert path.read_text("utf-8") == filled
