"""A workbook as lines of JSON: run by its path in a process of its own, which may end without harm.

The library that opens workbooks allocates all cells between two filled ones, and ends its process
if memory is short: two cells, a million rows apart, are enough. This file imports nothing of this
project, so that the process starts at once.

It reads the workbook from the standard input. An object in a line starts each sheet (`sheet`, and
`merged` as top, left, bottom, right, from 0); each row is a list of texts. An object with `error`
is the last.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

_MOST_BYTES = 2 << 30
_MOST_CELLS = 30_000_000
_MOST_MERGED = 20_000
_Cell = int | float | str | bool | date | datetime | time | timedelta


def limit_memory() -> None:
    """Let this process fail before the machine does."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    except (ImportError, ValueError):
        pass  # Windows has no such limit.


def list_lines(content: bytes) -> Iterator[object]:
    """Yield what each line of the answer holds."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
    except CalamineError as error:
        found = "a workbook with a password" if "password" in str(error).lower() else "no workbook"
        yield {"error": f"found {found}, wanted xlsx, xls or ods"}
        return
    for at, name in enumerate(names):
        try:
            sheet = book.get_sheet_by_index(at)
        except CalamineError:
            continue  # a sheet of charts holds no cells
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            size = f"{sheet.total_height:,} rows of {sheet.total_width:,} cells"
            yield {"error": f"sheet {name!r}: found {size}, wanted at most {_MOST_CELLS:,} cells"}
            return
        merged = [(*first, *last) for first, last in (sheet.merged_cell_ranges or [])]
        yield {"sheet": name, "merged": sorted(merged)[:_MOST_MERGED]}
        yield from list_rows(sheet)


def list_rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Yield the rows of a sheet as texts, each from its first column."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield before + [format_cell(cell) for cell in row]


def format_cell(cell: _Cell) -> str:
    """Return a cell as text.

    >>> format_cell(45427.0), format_cell(datetime(2024, 5, 15)), format_cell(True)
    ('45427', '2024-05-15', 'true')
    """
    match cell:
        case str():
            return cell
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


if __name__ == "__main__":
    limit_memory()
    for line in list_lines(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(line) + "\n")
