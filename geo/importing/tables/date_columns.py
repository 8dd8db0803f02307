"""Year, month and day in columns of their own, as archives keep them, joined to one date."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pyarrow as pa

from geo.importing.tables.table import Table
from geo.importing.words.column_names import find_role, find_tagged_role
from geo.importing.words.simplify import simplify_name
from geo.importing.words.unknown import list_unknown

_NAMES = {
    "year": ("year", "yr", "jahr", "annee", "ano", "год", "рік"),
    "month": ("month", "monat", "mois", "mes", "месяц", "місяць"),
    "day": ("day", "tag", "jour", "dia", "день"),
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def join_date_columns(table: Table) -> Table:
    """Return a table with one date in place of its columns of years, months and days.

    A table that has a column of dates, or none of years, stays as it is; so does one with days
    but no months. A month or day of 0, or that says that it is not known, leaves the date wider.
    """
    parts = _find_parts(table)
    if "year" not in parts or ("day" in parts and "month" not in parts):
        return table
    if any(_is_date(table, column) for column in table.columns if column not in parts.values()):
        return table
    columns = [parts[part] for part in _NAMES if part in parts]
    name = f"Date ({', '.join(columns)})"
    cells = [
        join_parts(dict(zip(columns, row, strict=True)).get, parts)
        for row in zip(*map(table.column, columns), strict=True)
    ]
    at = table.columns.index(parts["year"])
    joined = table.cells.add_column(at, name, pa.array(cells, pa.large_string()))
    remark = f"columns {', '.join(map(repr, columns))}: read as one date"
    filled = {
        number: frozenset(name if one in columns else one for one in names)
        for number, names in table.filled.items()
    }
    return replace(
        table,
        cells=joined.drop_columns(columns),
        remarks=(*table.remarks, remark),
        filled=filled,
    )


def _find_parts(table: Table) -> dict[str, str]:
    """Return the first column of each part of a date that the table has."""
    parts: dict[str, str] = {}
    for column in table.columns:
        plain = simplify_name(column)
        for part, names in _NAMES.items():
            if plain in names:
                parts.setdefault(part, column)
    return parts


def _is_date(table: Table, column: str) -> bool:
    tag = table.tags.get(column)
    return find_role(column) == "date" or bool(tag and find_tagged_role(tag) == "date")


def join_parts(get: Callable[[str], str | None], parts: Mapping[str, str]) -> str:
    """Return a date in words; a part that makes no sense is left in it for the reader of dates.

    Examples
    --------
    >>> names = {"year": "Y", "month": "M", "day": "D"}
    >>> join_parts({"Y": "2024", "M": "5.0", "D": "15"}.get, names)
    '15 May 2024'
    >>> join_parts({"Y": "2023", "M": "mars", "D": "0"}.get, names)
    'mars 2023'
    >>> join_parts({"Y": "2023", "M": "13", "D": ""}.get, names)
    '13 2023'
    """
    year, month, day = (_clean(get(parts[part]) if part in parts else "") for part in _NAMES)
    if month.isdecimal() and 1 <= int(month) <= 12:
        month = _MONTHS[int(month) - 1]
    return " ".join(filter(None, (day, month, year)))


def _clean(text: str | None) -> str:
    plain = (text or "").removesuffix(".0")
    is_nothing = plain.casefold() in list_unknown() or (plain.isdecimal() and int(plain) == 0)
    return "" if is_nothing else plain
