"""Columns that hold several things, split by the patterns of a mapping."""

import re
from dataclasses import replace

import pyarrow as pa

from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.tables.table import Table


def split_columns(table: Table, mapping: ColumnMapping) -> tuple[Table, ColumnMapping]:
    """Return a table with a column for each named group of a pattern, and its mapping.

    A group of the column's own role replaces the cell where the pattern fits; a group that fits
    several times in a cell gives several lines.
    """
    lower = {name.lower(): name for name in table.columns}
    cells, uses = table.cells, dict(mapping.columns)
    for name, use in mapping.columns.items():
        column = lower.get(name.lower())
        if not use.pattern or column is None:
            continue
        pattern = re.compile(use.pattern)
        texts = table.column(column)
        for role in pattern.groupindex:
            found = [_find(pattern, role, text, role == use.role) for text in texts]
            added = f"{column} ({role})"
            cells = cells.append_column(added, pa.array(found, pa.large_string()))
            uses[added] = ColumnUse(role=role, order=use.order)
        if use.role in pattern.groupindex:
            uses[name] = ColumnUse(role="ignored")
    return replace(table, cells=cells), mapping.model_copy(update={"columns": uses})


def _find(pattern: re.Pattern[str], role: str, text: str, is_own: bool) -> str:
    found = [match[role].strip() for match in pattern.finditer(text) if match[role]]
    return "\n".join(found) if found else text if is_own else ""
