"""Events as a spreadsheet: sheets of events, claims, sources, about, and a codebook."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from geopandas import GeoDataFrame

from geo.errors import ExportError
from geo.events.columns.wkt_cells import LONGEST_IN_SHEET
from geo.publishing.export.codebook import tabulate_codebook
from geo.publishing.export.geopackage import read_chunks
from geo.publishing.export.selection import Export
from geo.publishing.export.sheet_rows import write_rows
from geo.publishing.export.tables import (
    tabulate_claims,
    tabulate_events,
    tabulate_provenance,
    tabulate_sources,
)

MOST_ROWS = 1_048_575  # and the row of names above them
_FIRST_ROW = 2
_DATES, _DATE_STYLE = "yyyy-mm-dd hh:mm", 2
_WIDTHS = {"title": 48, "summary": 60, "attribution_line": 60, "text": 100, "meaning": 100}
_LAST_ROW = re.compile(rb'(<dimension ref="A1:[A-Z]+)1(?=")')
_END_OF_ROWS = b"</sheetData>"
# A third of the time of the usual level, for a file a tenth longer.
_LEVEL = 3
# A larger part of a ZIP file needs another format, which must be chosen in advance.
_LONG = 1_900_000_000


def write_spreadsheet(export: Export) -> Iterator[bytes]:
    """Return an iterator over an xlsx file: no bytes for each part that is written, then the whole.

    Dates before March 1900, which it cannot hold, are texts.

    Raises
    ------
    ExportError
        At once, if a table has more rows than a sheet can hold.
    """
    rows = {"events": len(export.rows)}
    rows |= {name: export.count_items(name) for name in ("claims", "sources")}
    for name, number in rows.items():
        if number > MOST_ROWS:
            raise ExportError(
                f"{name}: found {number:,} rows, wanted at most {MOST_ROWS:,}, as many as a sheet "
                "holds; choose fewer events, or CSV or GeoParquet"
            )
    return _write(export)


def _write(export: Export) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        rows = _Rows(Path(folder))
        empty = export.take(export.rows[:0])
        for name, tabulate in _TABLES.items():
            rows.open(name, tabulate(empty))
        for part in export.split():
            for name, tabulate in _TABLES.items():
                first = rows.counts[name] + _FIRST_ROW
                write = partial(_write_part, tabulate, first)
                rows.add(name, export.write_part(f"xlsx {name} {first}", write, part))
            export.on_progress(len(part))
            yield b""
        columns = {name: list(table) for name, table in rows.columns.items()}
        last = {
            "about": tabulate_provenance(export.about),
            "codebook": tabulate_codebook(columns, export.view.story),
        }
        for name, table in last.items():
            rows.open(name, table)
            rows.add(name, write_rows(table, _FIRST_ROW, _DATE_STYLE))
        frame, written = Path(folder, "frame.xlsx"), Path(folder, "written.xlsx")
        _write_frame(frame, export, rows)
        _join(frame, rows, written)
        yield from read_chunks(written)


_TABLES: Mapping[str, Callable[[GeoDataFrame], pd.DataFrame]] = {
    "events": partial(tabulate_events, longest_wkt=LONGEST_IN_SHEET),
    "claims": tabulate_claims,
    "sources": tabulate_sources,
}


def _write_part(
    tabulate: Callable[[GeoDataFrame], pd.DataFrame], first: int, part: GeoDataFrame
) -> bytes:
    return write_rows(tabulate(part), first, _DATE_STYLE)


class _Rows:
    """The rows of each sheet in a file: those of 100,000 events would not fit into memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.columns: dict[str, pd.DataFrame] = {}
        self.counts: dict[str, int] = {}

    def open(self, name: str, table: pd.DataFrame) -> None:
        """Start a sheet with the columns of a table."""
        self.columns[name], self.counts[name] = table.head(0), 0
        self.find(name).touch()

    def add(self, name: str, rows: bytes) -> None:
        """Add rows to a sheet, as `write_rows` returns them."""
        with self.find(name).open("ab") as file:
            file.write(rows)
        self.counts[name] += rows.count(b"<row ")

    def find(self, name: str) -> Path:
        """Return the file with the rows of a sheet."""
        return self._folder / f"{name}.xml"


def _write_frame(path: Path, export: Export, rows: _Rows) -> None:
    """Write a spreadsheet that is complete except for the rows below the column names."""
    # With the first spreadsheet, not at the start.
    import xlsxwriter

    about = export.about
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties(
            {"title": about.title, "comments": about.filter, "created": about.moment}
        )
        bold, date = book.add_format({"bold": True}), book.add_format({"num_format": _DATES})
        for name, table in rows.columns.items():
            sheet = book.add_worksheet(name)
            for column, label in enumerate(table.columns):
                is_date = table.dtypes[label].kind == "M"
                width = _WIDTHS.get(label, 18)
                sheet.set_column(column, column, width, date if is_date else None)
            sheet.write_row(0, 0, map(_name_column, table.columns, table.dtypes), bold)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, rows.counts[name], len(table.columns) - 1)


def _join(frame: Path, rows: _Rows, to: Path) -> None:
    """Write a spreadsheet with the rows of each sheet."""
    names = {f"xl/worksheets/sheet{at}.xml": name for at, name in enumerate(rows.columns, 1)}
    with ZipFile(frame) as made, ZipFile(to, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as book:
        for known in made.infolist():
            content, name = made.read(known), names.get(known.filename)
            if name is None:
                book.writestr(ZipInfo(known.filename), content, ZIP_DEFLATED)
                continue
            count, path = rows.counts[name], rows.find(name)
            head, tail = content.split(_END_OF_ROWS)
            is_long = path.stat().st_size + len(content) > _LONG
            sheet = book.open(known.filename, "w", force_zip64=is_long)
            with sheet as file, path.open("rb") as own:
                file.write(_LAST_ROW.sub(rb"\g<1>%d" % (count + 1), head))
                shutil.copyfileobj(own, file, 1 << 20)
                file.write(_END_OF_ROWS + tail)


def _name_column(name: str, kind: object) -> str:
    """Return the name of a column; a sheet holds no zone, so that the name says it."""
    return f"{name} (UTC)" if isinstance(kind, pd.DatetimeTZDtype) else name
