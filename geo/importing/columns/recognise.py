"""What each column of a table holds: by mapping, preset, HXL tag, name, or its cells."""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from geo.events.columns.wkt_cells import is_wkt
from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.dates.meaning import DateProblem, OrderWanted, YearWanted
from geo.importing.dates.written import read_date
from geo.importing.places.point import BEYOND, PlaceProblem
from geo.importing.places.position import read_position
from geo.importing.tables.table import Table
from geo.importing.words.column_names import find_role, find_tagged_role
from geo.importing.words.simplify import simplify_name

EXTRA = "extra"
EXPORTED = "our own file"
"""By what the columns of a file that this project exported are recognised."""
# Several columns may say these; of the others the first counts.
_MANY = frozenset({"source", "note", "summary", "blamed", "casualties", "ignored", "kept"})
_SAMPLED = 200
_SHARE = 0.8
_SOME = 0.3


class RecognisedColumn(NamedTuple):
    """How one column is read, and by what it was recognised."""

    column: str
    use: ColumnUse | None
    by: str

    @property
    def role(self) -> str:
        """What it is read as; "extra" where it is only kept."""
        return self.use.role if self.use else EXTRA


def recognise_columns(table: Table, mapping: ColumnMapping | None = None) -> list[RecognisedColumn]:
    """Return how each column of a table is read, in the order of the table.

    Parameters
    ----------
    table : Table
    mapping : ColumnMapping, optional
        Of a preset or a newsroom; what it does not name is recognised all the same.
    """
    named = {name.lower(): use for name, use in mapping.columns.items()} if mapping else {}
    found: list[RecognisedColumn] = []
    seen: set[str] = set()
    given = {use.role for name, use in named.items() if name in {c.lower() for c in table.columns}}
    dates = _find_dates(table)
    for column in table.columns:
        one = RecognisedColumn(column, *_find_use(column, table, named, mapping))
        if one.by == "name" and one.role == "date" and column not in dates:
            one = RecognisedColumn(column, None, "another column is the date")
        if one.role in seen - _MANY:
            one = RecognisedColumn(column, None, f"a second column of {one.role}")
        elif column.lower() not in named and one.role in given - _MANY:
            one = RecognisedColumn(column, None, f"another column is the {one.role}")
        if one.use:
            seen.add(one.role)
        found.append(one)
    return _find_by_cells(table, found, seen)


def recognise_exported(table: Table) -> list[RecognisedColumn]:
    """Return the columns of a table that this project exported: each is read as it was written."""
    use = ColumnUse(role="kept")
    return [RecognisedColumn(name, use, EXPORTED) for name in table.columns]


def _find_dates(table: Table) -> list[str]:
    """Return the columns called like a date; of several, those that hold some.

    A timestamp, which a form adds when it is sent, comes last.
    """
    called = [column for column in table.columns if find_role(column) == "date"]
    others = [column for column in called if simplify_name(column) != "timestamp"] or called
    return [column for column in others if _most(table, column, _is_date, _SOME)] or others


def _find_use(
    column: str, table: Table, named: dict[str, ColumnUse], mapping: ColumnMapping | None
) -> tuple[ColumnUse | None, str]:
    if use := named.get(column.lower()):
        return use, "mapping" if mapping and not mapping.marker_columns else "preset"
    if mapping and mapping.marker_columns and not mapping.is_open:
        return None, "not part of the preset"
    if (tag := table.tags.get(column)) and (role := find_tagged_role(tag)):
        return ColumnUse(role=role), f"tag {tag}"
    if role := find_role(column):
        return ColumnUse(role=role), "name"
    return None, "name not known"


def _find_by_cells(
    table: Table, found: list[RecognisedColumn], seen: set[str]
) -> list[RecognisedColumn]:
    """Return the columns with those that only their cells make known."""
    tests: list[tuple[str, frozenset[str], Callable[[str], bool], str]] = [
        ("date", frozenset({"date"}), _is_date, "its cells are dates"),
        ("coordinates", _PLACED, _is_position, "its cells are places"),
        ("wkt", _PLACED, is_wkt, "its cells are geometries in WKT"),
        ("source", frozenset({"source"}), _is_address, "its cells are addresses"),
    ]
    has_geometries = table.geometries is not None
    for role, instead, is_one, why in tests:
        if seen & instead or (instead == _PLACED and has_geometries):
            continue
        for number, one in enumerate(found):
            if one.use is None and one.by == "name not known" and _most(table, one.column, is_one):
                found[number] = RecognisedColumn(one.column, ColumnUse(role=role), why)
                seen.add(role)
                break
    return found


_PLACED = frozenset({"coordinates", "lat", "wkt", "easting"})


def _most(table: Table, column: str, is_one: Callable[[str], bool], share: float = _SHARE) -> bool:
    cells = list(islice(filter(None, table.column(column)[: 5 * _SAMPLED]), _SAMPLED))
    return len(cells) >= 2 and sum(map(is_one, cells)) >= share * len(cells)


def _is_date(text: str) -> bool:
    # A bare number may be anything.
    if re.fullmatch(r"[\d.]{1,7}", text) or len(text) > 60:
        return False
    try:
        return read_date(text) is not None
    except (OrderWanted, YearWanted):
        return True
    except DateProblem:
        return False


def _is_position(text: str) -> bool:
    try:
        return read_position(text) is not None
    except PlaceProblem as problem:
        return problem.kind == BEYOND


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))
