"""What a cell of an exported table says: a value of its kind, or its text as it is.

A text in place of a number or an instant goes to the model of events, as from any other file: it
rejects the event, and says where, what was found and what was wanted.
"""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from geo.events.files.csv_formulas import unescape_formula
from geo.importing.outcome.outcome import Cells
from geo.importing.tables.table import Table
from geo.times import to_zone

# Spreadsheets write a truth value as a word, a GeoPackage as a number.
TRUTH = dict.fromkeys(("true", "1", "1.0"), True) | dict.fromkeys(("false", "0", "0.0"), False)


def read_plain_rows(table: Table) -> Iterator[Cells]:
    """Yield the cells of each row without the mark that a CSV has before a formula.

    Only a CSV says in each row how many it should have, and escapes what looks like a formula.
    """
    is_csv = "record_rows" in table.columns
    for _, cells in table.rows():
        if is_csv:
            cells = {name: unescape_formula(text) for name, text in cells.items()}
        yield cells


def read_number(text: str) -> int | float | str:
    """Return the number of a cell, as an integer where it is whole; its text if it is none.

    >>> read_number("3.0"), read_number("-17.5"), read_number("many"), read_number("inf")
    (3, -17.5, 'many', 'inf')
    """
    try:
        number = float(text)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    return int(number) if number.is_integer() else number


def read_instant(text: str, clock: ZoneInfo) -> str:
    """Return the instant of a cell as a clock shows it; its text if it is none.

    One without an offset is in UTC.

    >>> read_instant("2023-11-19T14:05:00Z", ZoneInfo("Asia/Aden"))
    '2023-11-19T17:05:00+03:00'
    >>> read_instant("soon", ZoneInfo("Asia/Aden"))
    'soon'
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return to_zone(moment if moment.tzinfo else moment.replace(tzinfo=UTC), clock).isoformat()
