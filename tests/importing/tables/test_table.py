"""Rows of text cells below the names of their columns."""

import pytest
from openpyxl.utils import get_column_letter

from geo.importing.tables.table import build_table, clean_cell, name_letter


@pytest.mark.parametrize("number", [0, 25, 26, 51, 701, 702, 16_383])
def test_a_column_has_the_letters_that_a_spreadsheet_gives_it(number: int) -> None:
    assert name_letter(number) == get_column_letter(number + 1)


def test_every_column_has_a_name_of_its_own() -> None:
    header = ["date", " date\u200b", "date (2)", "", "two\nlines"]
    table = build_table("a", header, [])
    assert table.columns == ["date", "date (2)", "date (2) (2)", "column D", "two lines"]
    assert list(table.rows()) == []


@pytest.mark.parametrize("size", [1, 2, 5_000])
def test_rows_have_their_numbers_and_only_filled_cells_in_parts_of_any_size(size: int) -> None:
    table = build_table("a", ["x", "y"], [["1", "2"], ["", " 3 "], ["4"]], [2, 5, 6])
    assert list(table.rows(size)) == [(2, {"x": "1", "y": "2"}), (5, {"y": "3"}), (6, {"x": "4"})]
    assert table.column("y") == ["2", "3", ""]
    assert len(table) == 3


def test_rows_of_a_table_without_columns_are_counted() -> None:
    table = build_table("a", [], [[], []], geometries=[None, {"type": "Point"}])
    assert list(table.rows()) == [(1, {}), (2, {})]


def test_a_cell_loses_what_nobody_sees_at_its_ends_and_nothing_inside() -> None:
    assert clean_cell("\ufeff\u00a0a\u200bb c \t\r\n") == "a\u200bb c"
