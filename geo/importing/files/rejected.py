"""Rows that were rejected, as a table to correct and import again."""

import csv
import io
import re
from dataclasses import replace

import pyarrow as pa

from geo.events.files.csv_formulas import escape_formula, unescape_formula
from geo.importing.outcome.outcome import Outcome
from geo.importing.tables.table import Table, name_columns

REASON, ROW = "reason (geo import)", "row (geo import)"
# No formula, and a spreadsheet should read it as the number that it is: a latitude, for example.
_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")


def write_rejected(outcome: Outcome) -> bytes:
    """Return the rejected rows as CSV with a column that says why, to correct and import again.

    What a row has beyond the cells of the header stays beyond them: until it is corrected, it is
    rejected again. No spreadsheet reads a text as a formula; `unescape_rejected` undoes that.
    """
    out = io.StringIO(newline="")
    table = outcome.table
    surplus = table.surplus_columns
    names = [name for name in table.columns if name not in (REASON, ROW, *surplus)]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(_escape, names), REASON, ROW])
    rejected = {one.row: one.reason for one in outcome.rejected}
    for number, cells in table.rows():
        if number not in rejected:
            continue
        more = [cells.get(name, "") for name in surplus] if number in table.long else []
        plain = [cells.get(name, "") for name in names]
        written = [*plain, rejected[number], cells.get(ROW, str(number)), *more]
        writer.writerow(map(_escape, written))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def unescape_rejected(table: Table) -> Table:
    """Return a table that `write_rejected` wrote with its texts as they were; any other as it is.

    It may have been saved as a file of another kind in between.
    """
    if not {REASON, ROW} <= set(table.columns):
        return table
    texts = {
        name: [unescape_formula(text) for text in table.column(name)] for name in table.columns
    }
    names = name_columns([unescape_formula(name) for name in table.columns])
    renamed = dict(zip(table.columns, names, strict=True))
    arrays = [pa.array(column, pa.large_string()) for column in texts.values()]
    filled = {
        row: frozenset(renamed[name] for name in columns) for row, columns in table.filled.items()
    }
    tags = {renamed[name]: tag for name, tag in table.tags.items()}
    return replace(table, cells=pa.table(arrays, names=names), filled=filled, tags=tags)


def _escape(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else escape_formula(text)
