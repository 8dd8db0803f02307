"""Rows that were rejected, as a table to correct and import again."""

import csv
import io
import re
from dataclasses import replace
from itertools import repeat

import pyarrow as pa

from geo.events.files.csv_formulas import escape_formula, unescape_formula
from geo.importing.outcome.outcome import Outcome
from geo.importing.tables.geometry_cells import read_place, write_place
from geo.importing.tables.table import Table, name_columns

REASON, ROW, PLACE = "reason (geo import)", "row (geo import)", "wkt (geo import)"
# No formula, and a spreadsheet should read it as the number that it is: a latitude, for example.
_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")


def write_rejected(outcome: Outcome) -> bytes:
    """Return the rejected rows as CSV with a column that says why, to correct and import again.

    Of a file with places each row has its own, as WKT. What a row has beyond the cells of the
    header stays beyond them: until it is corrected, it is rejected again. No spreadsheet reads a
    text as a formula; `read_rejected` undoes that.
    """
    out = io.StringIO(newline="")
    table = outcome.table
    surplus = table.surplus_columns
    added = [REASON, ROW] if table.geometries is None else [PLACE, REASON, ROW]
    names = [name for name in table.columns if name not in (*added, *surplus)]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(_escape, names), *added])
    rejected = {one.row: one.reason for one in outcome.rejected}
    places = repeat(None) if table.geometries is None else table.geometries
    for (number, cells), place in zip(table.rows(), places, strict=False):
        if number not in rejected:
            continue
        more = [cells.get(name, "") for name in surplus] if number in table.long else []
        own = {REASON: rejected[number], ROW: cells.get(ROW, str(number))}
        own[PLACE] = write_place(place)
        written = [cells.get(name, "") for name in names] + [own[name] for name in added]
        writer.writerow(map(_escape, [*written, *more]))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def read_rejected(table: Table) -> Table:
    """Return a table that `write_rejected` wrote with texts and places as they were.

    Any other table as it is. It may have been saved as a file of another kind in between.
    """
    if not {REASON, ROW} <= set(table.columns):
        return table
    texts = {
        name: [unescape_formula(text) for text in table.column(name)] for name in table.columns
    }
    geometries = table.geometries
    if geometries is None and PLACE in texts:
        # Not as a column: without it a row has the cells by which it is known.
        geometries = [read_place(text) for text in texts.pop(PLACE)]
    names = name_columns([unescape_formula(name) for name in texts])
    renamed = dict(zip(texts, names, strict=True))
    arrays = [pa.array(column, pa.large_string()) for column in texts.values()]
    filled = {
        row: frozenset(renamed[name] for name in columns if name in renamed)
        for row, columns in table.filled.items()
    }
    tags = {renamed[name]: tag for name, tag in table.tags.items() if name in renamed}
    cells = pa.table(arrays, names=names)
    return replace(table, cells=cells, geometries=geometries, filled=filled, tags=tags)


def _escape(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else escape_formula(text)
