"""Rows with more cells than the header are never read as if nothing had moved."""

import csv
import io

import pytest

from geo.importing.files.rejected import write_rejected
from tests.importing.desk import Desk
from tests.importing.reading import import_text, members_of

HEADER = "Date,Latitude,Longitude,Title,Killed,Injured\n"
SHIFTED = "2023-05-01,12.5,43.5,Two dead, many hurt,3,4\n"
FIRST = "2023-05-02,12.5,43.5,A fire,2,5\n"
SECOND = "2023-05-03,12.5,43.5,A blast,0,1\n"


@pytest.mark.parametrize("row", [SHIFTED, SHIFTED.replace("4\n", "\n")])
def test_a_row_with_a_cell_too_many_is_rejected_by_number(row: str) -> None:
    outcome = import_text(HEADER + FIRST + row + SECOND)
    assert [made.row for made in outcome.made] == [2, 4]
    [rejected] = outcome.rejected
    assert rejected.row == 3
    assert rejected.reason == (
        "found 7 cells, wanted 6 as the header has; a text with the delimiter in it goes in quotes"
    )


def test_it_is_rejected_again_until_it_is_corrected(desk: Desk) -> None:
    desk.bring(FIRST, SHIFTED, SECOND, header=HEADER)
    path = desk.folder / "table.rejected.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[0] == [*HEADER.strip().split(","), "reason (geo import)", "row (geo import)"]
    assert rows[1][:6] == ["2023-05-01", "12.5", "43.5", "Two dead", "many hurt", "3"]
    assert rows[1][7:] == ["3", "4"]
    desk.bring(FIRST, path.read_text("utf-8-sig").splitlines()[1], header=HEADER)
    assert len(desk.events) == 2


@pytest.mark.parametrize("rows", [SHIFTED, SHIFTED + FIRST + SHIFTED.replace("05-01", "05-04")])
def test_where_most_rows_have_more_cells_it_is_asked_why(rows: str) -> None:
    outcome = import_text(HEADER + rows)
    waiting = {one.row for one in outcome.waiting}
    assert waiting == {2, 4} & set(outcome.table.numbers)
    [question] = outcome.questions
    assert question.id == "long"
    assert "The header has 6 cells, row" in question.text
    assert import_text(HEADER + rows, {"long": "shifted"}).rejected[0].row == 2
    named = import_text(HEADER + rows, {"long": "unnamed"})
    assert named.rejected == []
    assert members_of(named)[2]["note"].endswith("column G: 4")


def test_a_delimiter_at_the_end_of_each_row_is_not_a_cell() -> None:
    rows = FIRST.replace("\n", ",\n") + SECOND.replace("\n", ",\n")
    outcome = import_text(HEADER + rows + SHIFTED.replace("\n", ",\n"))
    assert [made.row for made in outcome.made] == [2, 3]
    assert [one.row for one in outcome.rejected] == [4]


def test_rejected_rows_of_a_table_without_such_rows_have_the_cells_of_the_header() -> None:
    outcome = import_text(HEADER + FIRST.replace("2023", "soon"))
    lines = write_rejected(outcome).decode("utf-8-sig").splitlines()
    assert lines[0].endswith("Injured,reason (geo import),row (geo import)")
