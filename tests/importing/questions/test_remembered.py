"""Answers of an earlier import, in another table of the same name."""

import json

import pytest

from geo.cli.main import main
from geo.importing import Request
from geo.importing.columns.recognise import recognise_columns
from geo.importing.questions.remembered import Remembered
from geo.importing.tables.table import Table, build_table
from tests.importing.desk import Desk
from tests.importing.reading import import_text, only

ANSWERS = {
    "order:Date": "dmy",
    "year:Day": "2023",
    "midnight:Time": "unknown",
    "place:North hill": "12.5, 45.5",
    "zone:NZDT": "+13:00",
    "swapped": "yes",
    "beyond": "yes",
    "crs": "EPSG:32638",
    "merged": "fill",
    "long": "unnamed",
    "repeated": "each",
}


def pick(table: Table) -> set[str]:
    return set(Remembered("a.csv", ANSWERS).pick(table, recognise_columns(table)))


@pytest.mark.parametrize(
    ("header", "row", "used"),
    [
        (["title"], ["a"], set()),
        (["Date", "title"], ["03/05/2023", "a"], {"order:Date"}),
        (["Day", "Time"], ["3 May", "00:00"], {"year:Day", "midnight:Time"}),
        (["Place"], ["North  hill"], {"place:North hill"}),
        (["Place"], ["South hill"], set()),
        (["Memo"], ["North hill"], set()),
        (["tz"], ["NZDT"], {"zone:NZDT"}),
        (["lat", "lon"], ["12.5", "45.5"], {"swapped", "beyond", "crs"}),
        (["wkt"], ["POINT (1 2)"], {"swapped", "beyond", "crs"}),
    ],
)
def test_an_answer_counts_where_the_table_has_what_it_is_about(
    header: list[str], row: list[str], used: set[str]
) -> None:
    assert pick(build_table("a", header, [row])) == used | {"repeated"}


def test_what_is_used_and_what_is_not_is_said() -> None:
    remembered = Remembered("old.csv", {"order:Date": "dmy", "place:Hill": "", "swapped": "yes"})
    used = {"order:Date": "dmy", "place:Hill": ""}
    assert list(remembered.describe(used)) == [
        "answers of an earlier import of 'old.csv' are used: 'order:Date' is 'dmy', 'place:Hill' "
        "stays open",
        "answers of an earlier import of 'old.csv' are not used, as this table has nothing that "
        "they are about: 'swapped'",
    ]
    assert list(Remembered().describe({})) == []


def test_an_answer_of_now_replaces_one_of_before_without_a_word() -> None:
    text = "title,date\na,03/05/2023\n"
    remembered = Remembered("old.csv", {"order:date": "mdy"})
    outcome = import_text(text, remembered=remembered)
    assert only(outcome)["when"] == "2023-03-05"
    assert "answers of an earlier import of 'old.csv' are used: 'order:date' is 'mdy'" in (
        outcome.remarks
    )
    outcome = import_text(text, {"order:date": "dmy"}, remembered=remembered)
    assert only(outcome)["when"] == "2023-05-03"
    assert not any("earlier" in text for text in outcome.remarks)
    assert Request(
        answers={"a": "1"}, remembered=Remembered("", {"a": "2", "b": "3"})
    ).all_answers == {
        "a": "1",
        "b": "3",
    }


def test_another_table_of_the_same_name_is_read_with_what_fits_it_only(desk: Desk) -> None:
    (desk.folder / "answers.json").write_text(
        json.dumps({"order:Date": "dmy", "swapped": "yes"}), "utf-8"
    )
    (desk.folder / "table.csv").write_text("title,Date\nA fire,03/05/2023\n", "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "answers.json"]
    assert main(arguments) == 0
    other = "title,When\n"
    said = desk.bring("A blast,04/05/2023\n", header=other)
    assert "answers of an earlier import of 'table.csv' are not used" in said
    assert "that they are about: 'order:Date', 'swapped'" in said
    assert "order:When: Column 'When': is the day or the month first" in said
    # What was answered for the first table is still known for it.
    said = desk.bring("A fire,03/05/2023\n", header="title,Date\n")
    assert "are used: 'order:Date' is 'dmy'" in said
    assert "0 added, 0 updated, 1 unchanged" in said
