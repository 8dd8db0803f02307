"""Events as a spreadsheet: sheets of events, claims, sources, about, and a codebook."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from geo.errors import ExportError
from geo.publishing.export.codebook import tabulate_codebook
from geo.publishing.export.geopackage import read_chunks
from geo.publishing.export.selection import Export
from geo.publishing.export.tables import (
    tabulate_claims,
    tabulate_events,
    tabulate_provenance,
    tabulate_sources,
)

Cell = str | float | bool | datetime | None

# No text becomes a formula or a link, whatever it starts with.
_TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Rows are written as they come: 100,000 events would not fit into a small server's memory.
_OPTIONS = {**_TEXT_STAYS_TEXT, "constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"}
MOST_ROWS = 1_048_575  # and the row of names above them
_FIRST_DATE = datetime(1900, 3, 1)  # Before it, spreadsheets disagree about the calendar.
_LONGEST, _CUT = 32_000, " [cut: too long for a cell]"
# Characters that no XML can hold; a sheet has its own form for control characters.
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"title": 48, "summary": 60, "attribution_line": 60, "text": 100, "meaning": 100}


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
        path = Path(folder) / "events.xlsx"
        with xlsxwriter.Workbook(path, {**_OPTIONS, "tmpdir": folder}) as book:
            about = export.about
            book.set_properties(
                {"title": about.title, "comments": about.filter, "created": about.moment}
            )
            bold = book.add_format({"bold": True})
            sheets: dict[str, _Sheet] = {}
            for part in export.parts():
                for name, table in _tables(part).items():
                    if name not in sheets:
                        sheets[name] = _Sheet(book.add_worksheet(name), table, bold)
                    sheets[name].write(table)
                yield b""
            columns = {name: sheet.names for name, sheet in sheets.items()}
            last = {
                "about": tabulate_provenance(export.about),
                "codebook": tabulate_codebook(columns, export.view.record.vocabulary),
            }
            for name, table in last.items():
                sheets[name] = _Sheet(book.add_worksheet(name), table, bold)
                sheets[name].write(table)
            for sheet in sheets.values():
                sheet.finish()
        yield from read_chunks(path)


def _tables(part: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    return {
        "events": pd.DataFrame(tabulate_events(part).drop(columns="geometry")),
        "claims": tabulate_claims(part),
        "sources": tabulate_sources(part),
    }


class _Sheet:
    """A sheet that rows are added to, beneath the names of their columns."""

    def __init__(self, sheet: Worksheet, table: pd.DataFrame, heading: object) -> None:
        self.sheet, self.names, self.rows = sheet, list(map(str, table.columns)), 0
        for column, name in enumerate(table.columns):
            sheet.set_column(column, column, _WIDTHS.get(name, 18))
        sheet.write_row(0, 0, map(_name_column, table.columns, table.dtypes), heading)
        sheet.freeze_panes(1, 1)

    def write(self, table: pd.DataFrame) -> None:
        columns = (_cells(table[name]) for name in table.columns)
        for row in zip(*columns, strict=True):
            self.rows += 1
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    self.sheet.write_string(self.rows, column, _as_text(cell))
                elif cell is not None:
                    self.sheet.write(self.rows, column, cell)

    def finish(self) -> None:
        self.sheet.autofilter(0, 0, self.rows, len(self.names) - 1)


def _name_column(name: str, kind: object) -> str:
    """Return the name of a column; a sheet holds no zone, so that the name says it."""
    return f"{name} (UTC)" if isinstance(kind, pd.DatetimeTZDtype) else name


def _cells(values: pd.Series) -> Iterable[Cell]:
    """Return values as a sheet can hold them; None where one is missing."""
    if values.dtype.kind == "M":
        in_utc = values if values.dt.tz is None else values.dt.tz_localize(None)
        return [_date(moment) for moment in in_utc.dt.to_pydatetime()]
    return values.astype(object).where(values.notna(), None).tolist()


def _as_text(text: str) -> str:
    """Return a text as XlsxWriter writes it: it shows what was given, whatever it starts with."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - len(_CUT)] + _CUT
    text = _NOT_XML.sub("\ufffd", text)
    # XlsxWriter takes such a text for XML of its own and would not escape it.
    return f"<r><t>{escape(text)}</t></r>" if text.startswith("<r>") else text


def _date(moment: datetime) -> datetime | str:
    return moment if moment >= _FIRST_DATE else moment.isoformat()
