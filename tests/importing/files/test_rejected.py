"""Rows that were rejected, as a table to correct."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.importing.files.rejected import unescape_rejected, write_rejected
from geo.importing.outcome.outcome import Outcome, RejectedRow
from geo.importing.tables.any_file import read_tables
from geo.importing.tables.table import Table, build_table
from tests.importing.desk import Desk
from tests.importing.reading import import_text, members_of, only

TEXT = "title,date,memo\nA fire,2023-05-03,first\nB fire,2023-02-30,=1+1\nC fire,03/05/2023,third\n"


def write_back(header: list[str], row: list[str]) -> Table:
    """Return a table whose only row was rejected, as it is read again."""
    table = build_table("a.csv", header, [row], [2])
    outcome = Outcome(table, [])
    outcome.rejected.append(RejectedRow(2, "title", "x", "y", {}))
    [again] = read_tables(write_rejected(outcome), "a.rejected.csv")
    return unescape_rejected(again)


def test_rejected_rows_are_a_table_with_their_reason_and_number() -> None:
    content = write_rejected(import_text(TEXT)).decode("utf-8-sig")
    [row] = csv.DictReader(content.splitlines())
    assert row["title"] == "B fire"
    assert row["memo"] == "'=1+1"
    assert "wanted a day that exists" in row["reason (geo import)"]
    assert row["row (geo import)"] == "3"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "\u3000=1", "＝1+1", "+1", "@x", "-1+1"])
def test_no_cell_of_rejected_rows_is_a_formula(text: str) -> None:
    lines = f"title,date,{text}\n{text},2023-02-30,{text}\n"
    header, row = csv.reader(io.StringIO(write_rejected(import_text(lines)).decode("utf-8-sig")))
    # Of a name of a column blanks at its ends are not part.
    assert header[2] == "'" + text.strip()
    assert row[0] == row[2] == "'" + text


def test_a_number_below_zero_stays_a_number() -> None:
    content = write_rejected(import_text("title,date,lat,lon\nA,2023-02-30,-18.2,-178.8\n"))
    [row] = pd.read_csv(io.BytesIO(content)).to_dict("records")
    assert (row["lat"], row["lon"]) == (-18.2, -178.8)


def test_corrected_rows_are_read_as_they_were_before() -> None:
    lines = "title,date,memo,-\n=A1 burnt,2023-02-30,'=1+1,@x\n"
    content = write_rejected(import_text(lines)).decode("utf-8-sig").replace("02-30", "02-28")
    assert content.splitlines()[1].startswith("'=A1 burnt,2023-02-28,''=1+1,'@x,")
    members = only(import_text(content))
    assert members["title"] == "=A1 burnt"
    assert members["note"] == members_of(import_text(lines.replace("02-30", "02-28")))[2]["note"]
    assert "'=1+1" in members["note"]


def test_a_mark_in_any_other_table_is_text() -> None:
    assert only(import_text("title,date\n'=A1 burnt,2023-02-28\n"))["title"] == "'=A1 burnt"


def test_a_desk_corrects_rows_with_formulas(desk: Desk) -> None:
    header = "id,title,date,lat,lon\n"
    desk.bring("a1,=SUM(1) in the text,2023-02-30,-12.5,-43.5\n", header=header)
    path = desk.folder / "table.rejected.csv"
    header, row = path.read_text("utf-8-sig").splitlines()
    assert row.startswith("a1,'=SUM(1) in the text,2023-02-30,-12.5,-43.5,")
    desk.bring(row.replace("02-30", "02-28"), header=f"{header}\n", name=path.name)
    assert desk.titles == ["=SUM(1) in the text"]
    assert [one["geometry"]["coordinates"] for one in desk.events] == [[-43.5, -12.5]]


WORDS = st.text(alphabet="'=+-@1.,＝x \u3000", min_size=1, max_size=6).filter(str.strip)


@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, min_size=2, max_size=2))
def test_each_name_and_cell_comes_back(header: list[str], row: list[str]) -> None:
    table = build_table("a.csv", header, [row], [2])
    again = write_back(header, row)
    assert again.columns[: len(header)] == table.columns
    [(_, cells)], [(_, expected)] = again.rows(), table.rows()
    assert cells.items() >= expected.items()
