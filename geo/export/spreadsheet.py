"""Events as a spreadsheet: sheets of events, claims, sources, and about."""

import io
from collections.abc import Iterable
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from geo.errors import GeoError
from geo.export.tables import Taken, about_table, claims_table, events_table, sources_table

Cell = str | float | bool | datetime | None

# No text becomes a formula or a link, whatever it begins with.
_TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Rows are written as they come: 100,000 events would not fit into a small server's memory.
_OPTIONS = {**_TEXT_STAYS_TEXT, "constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"}
_MOST_ROWS = 1_048_575  # and the row of names above them
_FIRST_DATE = datetime(1900, 3, 1)  # Before it, spreadsheets disagree about the calendar.
_WIDTHS = {"title": 48, "summary": 60, "attribution_line": 60, "text": 100}


def write_spreadsheet(taken: Taken) -> bytes:
    """Return an xlsx file.

    Dates before March 1900, which it cannot hold, are texts.

    Raises
    ------
    GeoError
        If a table has more rows than a sheet.
    """
    sheets = {
        "events": pd.DataFrame(events_table(taken).drop(columns="geometry")),
        "claims": claims_table(taken),
        "sources": sources_table(taken),
        "about": about_table(taken),
    }
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": taken.about.title, "comments": taken.about.filter})
        bold = book.add_format({"bold": True})
        for name, table in sheets.items():
            if len(table) > _MOST_ROWS:
                raise GeoError(f"{name}: found {len(table):,} rows, a sheet holds {_MOST_ROWS:,}")
            sheet = book.add_worksheet(name)
            for column, heading in enumerate(table.columns):
                sheet.set_column(column, column, _WIDTHS.get(heading, 18))
            sheet.write_row(0, 0, table.columns, bold)
            sheet.freeze_panes(1, 1)
            _write_rows(sheet, table)
            sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    return out.getvalue()


def _write_rows(sheet: Worksheet, table: pd.DataFrame) -> None:
    columns = (_cells(table[name]) for name in table.columns)
    for number, row in enumerate(zip(*columns, strict=True), start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write(number, column, cell)


def _cells(values: pd.Series) -> Iterable[Cell]:
    """Return values as a sheet can hold them; None where there is none."""
    if values.dtype.kind == "M":
        in_utc = values if values.dt.tz is None else values.dt.tz_localize(None)
        return [_date(moment) for moment in in_utc.dt.to_pydatetime()]
    return values.astype(object).where(values.notna(), None).tolist()


def _date(moment: datetime) -> datetime | str:
    return moment if moment >= _FIRST_DATE else moment.isoformat()
