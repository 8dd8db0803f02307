"""Columns that somebody names have to be in the table.

What is misspelt would be ignored without a word: a column to be left out would be published.
"""

import re
from collections.abc import Iterator

from geo.errors import quote
from geo.events.suggestion import suggest
from geo.importing.columns.mapping import ColumnMapping, MappingError
from geo.importing.tables.table import Table


def check_mapped_columns(table: Table, mapping: ColumnMapping) -> None:
    """Raise MappingError if a mapping names a column that its table does not have."""
    known = {name.lower() for name in table.columns}
    for name in _list_named(mapping):
        if name.lower() not in known:
            raise MappingError(describe_missing_column("the mapping", name, table))


def _list_named(mapping: ColumnMapping) -> Iterator[str]:
    yield from mapping.columns
    yield from re.findall(r"\{([^}]*)\}", mapping.title)
    if mapping.widen_by:
        yield mapping.widen_by


def describe_missing_column(where: str, name: str, table: Table) -> str:
    """Return a sentence that says which column was not found, and which there are."""
    columns = table.columns
    shown = ", ".join(map(quote, columns[:20])) + (" and others" if len(columns) > 20 else "")
    hint = suggest(name, columns)
    return f"{where}: found no column {quote(name)}, wanted one of {shown}{hint}"
