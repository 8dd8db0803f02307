"""Workbooks of spreadsheets (xlsx, xls, ods) as tables of text; no formula is ever run."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from geo.importing.table import Table, name_letter
from geo.importing.tables.header import Lines, cut_table
from geo.importing.tables.limits import LONGEST_CELL, TableFileError
from geo.importing.tables.links import count_unsaved, find_links
from geo.importing.tables.trial import can_be_opened

_Cell = int | float | str | bool | date | datetime | time | timedelta
_Range = tuple[tuple[int, int], tuple[int, int]]
_MOST_CELLS = 30_000_000
_MOST_MERGED = 8


def read_workbook(content: bytes) -> list[Table]:
    """Return the sheets of a workbook that have a filled row.

    Cells of dates become ISO 8601. Of formulas the value counts that was stored with them; the
    address of a link in a cell replaces its words.

    Raises
    ------
    TableFileError
        If it is broken, or kept under a password.
    """
    if not can_be_opened(content):
        raise TableFileError(
            "found a workbook that needs more memory than any table, wanted cells close together"
        )
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
    except CalamineError as error:
        found = "a workbook with a password" if "password" in str(error).lower() else "no workbook"
        raise TableFileError(f"found {found}, wanted xlsx, xls or ods") from error
    links, unsaved = find_links(content), count_unsaved(content)
    tables = []
    for at, name in enumerate(names):
        try:
            sheet = book.get_sheet_by_index(at)
        except CalamineError:
            continue  # a sheet of charts holds no cells
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            raise TableFileError(
                f"sheet {name!r}: found {sheet.total_height:,} rows of {sheet.total_width:,} cells,"
                f" wanted at most {_MOST_CELLS:,} cells"
            )
        rows = sheet.to_python(skip_empty_area=False)
        if not any(any(cell != "" for cell in row) for row in rows):
            continue
        remarks = _describe_merged(sheet.merged_cell_ranges or [])
        if name in unsaved:
            remarks += (
                f"formulas without a stored result count as empty cells: {unsaved[name]:,}; "
                "a spreadsheet program stores the results when it saves the file",
            )
        lines = _Rows(rows, links.get(name, {}))
        tables.append(cut_table(name, lines, remarks=remarks))
    return tables


def _describe_merged(ranges: Sequence[_Range]) -> tuple[str, ...]:
    """Return a remark on cells that were made one: the value counts for the first only."""
    wide = sorted(one for one in ranges if one[0][0] == one[1][0])
    tall = sorted(one for one in ranges if one[0][0] != one[1][0])
    said = []
    if wide:
        said.append(f"merged cells count for their first cell only: {_list_ranges(wide)}")
    if tall:
        said.append(
            "cells merged over several rows count for the first row only: "
            f"{_list_ranges(tall)}; write into the other rows what holds for them too"
        )
    return tuple(said)


def _list_ranges(ranges: Sequence[_Range]) -> str:
    named = [
        f"{name_letter(left)}{top + 1}:{name_letter(right)}{bottom + 1}"
        for (top, left), (bottom, right) in ranges[:_MOST_MERGED]
    ]
    more = f" and {len(ranges) - _MOST_MERGED} more" if len(ranges) > _MOST_MERGED else ""
    return ", ".join(named) + more


class _Rows(Lines):
    def __init__(self, rows: list[list[_Cell]], links: dict[tuple[int, int], str]) -> None:
        self._rows, self._links = rows, links

    def __iter__(self) -> Iterator[Sequence[str]]:
        for number, row in enumerate(self._rows):
            cells = [format_cell(cell) for cell in row]
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


def format_cell(cell: _Cell) -> str:
    """Return a cell as text.

    >>> format_cell(45049.0), format_cell(datetime(2023, 5, 3)), format_cell(True)
    ('45049', '2023-05-03', 'true')
    """
    match cell:
        case str():
            return cell[:LONGEST_CELL]
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        case datetime():
            moment = cell + timedelta(microseconds=500_000) if cell.microsecond else cell
            if moment.hour == moment.minute == moment.second == 0:
                return moment.date().isoformat()
            return moment.replace(microsecond=0).isoformat(sep=" ")
        case time():
            return cell.isoformat(timespec="minutes" if cell.second == 0 else "seconds")
        case timedelta():
            minutes = round(cell.total_seconds() / 60)
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
