"""Columns that somebody names in a mapping or an answer have to be in the table.

What is misspelt would be ignored without a word: a column to be left out would be published.
"""

import re
from collections.abc import Iterable, Iterator

from geo.events.words import name_near_word
from geo.importing.columns.mapping import ColumnMapping, MappingError
from geo.importing.tables.table import Table

_OF_COLUMNS = frozenset({"order", "year", "midnight"})
_OTHERS = frozenset({"place", "zone", "swapped", "beyond", "crs", "merged", "long", "repeated"})


def check_mapped_columns(table: Table, mapping: ColumnMapping) -> None:
    """Raise MappingError if a newsroom's mapping names a column that its table does not have.

    A preset, which has marker columns, may name columns that only some tables of its data set have.
    """
    if mapping.marker_columns:
        return
    known = {name.lower() for name in table.columns}
    for name in _list_columns(mapping):
        if name.lower() not in known:
            raise _refuse("the mapping", name, table.columns)
    check_answers(table, mapping.answers)


def _list_columns(mapping: ColumnMapping) -> Iterator[str]:
    yield from mapping.columns
    yield from re.findall(r"\{([^}]*)\}", mapping.title)
    if mapping.widen_by:
        yield mapping.widen_by


def check_answers(table: Table, questions: Iterable[str]) -> None:
    """Raise MappingError if an answer is to no question that a table can be asked.

    Parameters
    ----------
    table : Table
    questions : iterable of str
        Their ids, such as "order:Date".
    """
    for identity in questions:
        kind, _, name = identity.partition(":")
        if kind in _OF_COLUMNS and name not in table.columns:
            raise _refuse(f"the answer to {identity[:80]!r}", name, table.columns)
        if kind not in _OF_COLUMNS | _OTHERS:
            hint = name_near_word(kind, _OF_COLUMNS | _OTHERS)
            raise MappingError(
                f"the answers: found {identity[:80]!r}, wanted the id of a question{hint}"
            )


def _refuse(where: str, name: str, columns: list[str]) -> MappingError:
    shown = ", ".join(map(repr, columns[:20])) + (" and others" if len(columns) > 20 else "")
    hint = name_near_word(name, columns)
    return MappingError(f"{where}: found no column {name[:80]!r}, wanted one of {shown}{hint}")
