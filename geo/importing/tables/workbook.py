"""Workbooks of spreadsheets (xlsx, xls, ods) as tables of text; no formula is ever run."""

from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pydantic_core import from_json

from geo.importing.tables.header import Lines, cut_table
from geo.importing.tables.hidden_cells import HiddenCells, read_hidden_cells
from geo.importing.tables.limits import LONGEST_CELL
from geo.importing.tables.merged_cells import FilledLines, describe_wide, list_ranges
from geo.importing.tables.table import Table
from geo.importing.tables.workbook_reply import CellRange, WorkbookSheet, read_sheets


def read_workbook(content: bytes) -> list[Table]:
    """Return the sheets of a workbook that have a filled row.

    Cells of dates become ISO 8601. Of formulas the value counts that was stored with them; the
    address of a link in a cell replaces its words. Cells that were merged over several rows have
    the value of the first, and the table knows which.

    Raises
    ------
    TableFileError
        If it is broken, kept under a password, or too large.
    """
    sheets = read_sheets(content)
    hidden = read_hidden_cells(content)
    return [
        _cut_sheet(sheet, hidden.get(sheet.name, HiddenCells()))
        for sheet in sheets
        if any(any(from_json(row)) for row in sheet.rows)
    ]


def _cut_sheet(sheet: WorkbookSheet, hidden: HiddenCells) -> Table:
    merged = sheet.merged or hidden.merged
    lines = FilledLines(_Rows(sheet.rows, hidden.links), merged)
    remarks = describe_wide(merged)
    if hidden.unsaved:
        remarks += (
            f"formulas without a stored result count as empty cells: {hidden.unsaved:,}; "
            "a spreadsheet program stores the results when it saves the file",
        )
    table = cut_table(sheet.name, lines, remarks=remarks)
    names, numbers = table.columns, frozenset(table.numbers)
    filled = {
        number: frozenset(names[column] for column in columns if column < len(names))
        for number, columns in lines.filled.items()
        if number in numbers
    }
    return replace(table, filled=filled, merged=list_ranges(_find_tall(merged, filled)))


def _find_tall(merged: Sequence[CellRange], filled: Collection[int]) -> list[CellRange]:
    """Return the merged cells that a row of the table has a value of."""
    rows = sorted(filled)
    places = [(one, bisect(rows, one[0] + 1)) for one in merged]
    return [one for one, at in places if at < len(rows) and rows[at] <= one[2] + 1]


class _Rows(Lines):
    def __init__(self, rows: list[bytes], links: dict[tuple[int, int], str]) -> None:
        self._rows, self._links = rows, links

    def __iter__(self) -> Iterator[Sequence[str]]:
        for number, row in enumerate(self._rows):
            cells: list[str] = [cell[:LONGEST_CELL] for cell in from_json(row)]
            if self._links:
                for column in range(len(cells)):
                    link = self._links.get((number, column))
                    if link and link not in cells[column]:
                        cells[column] = _join_link(cells[column], link)
            yield cells


def _join_link(words: str, link: str) -> str:
    # As =HYPERLINK() has it, so that words and address are both read and neither is lost.
    quoted = words.replace('"', '""')
    return f'=HYPERLINK("{link}","{quoted}")'
