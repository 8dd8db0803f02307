"""Rows that are the same in every cell: whether they are one event or several is asked, once."""

from collections.abc import Collection
from dataclasses import replace

from geo.importing.questions.decisions import Decisions
from geo.importing.questions.question import Choice, Question
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import Table

REPEATED = "repeated"
_ONE, _EACH = "one", "each"


def settle_repeated(table: Table, ignored: Collection[str], decisions: Decisions) -> Table:
    """Return a table without the rows that say again what one before them says; ask about them.

    Until it is answered all but the first of the same rows wait.

    Parameters
    ----------
    table : Table
    ignored : collection of str
        Columns that do not count, such as the number of a row.
    decisions : Decisions
    """
    copies = _find_copies(table, ignored)
    if not copies:
        return table
    rows = tuple(table.numbers[at] for at in copies)
    said = f"{format_rows(rows)}: the same as a {table.unit} before, in every cell"
    answer = decisions.answers.get(REPEATED)
    if answer == _EACH:
        decisions.remarks.append(f"{said}; each is an event of its own")
    elif answer == _ONE:
        decisions.remarks.append(f"{said}, left out")
        return _drop(table, set(copies))
    else:
        text = f"{said[0].upper()}{said[1:]}: is each an event of its own?"
        choices = (
            Choice(_ONE, "no, the event was entered again: leave these rows out"),
            Choice(_EACH, "yes, several events that are the same in every cell"),
        )
        decisions.questions.append(Question(REPEATED, text, choices, rows))
    return table


def _find_copies(table: Table, ignored: Collection[str]) -> list[int]:
    """Return the positions of rows that are the same as one before them, with the same geometry."""
    columns = [name for name in table.columns if name not in ignored]
    if not columns:
        return []
    # Most tables have none, and this is faster than to go through their rows.
    if table.cells.group_by(columns).aggregate([]).num_rows == len(table):
        return []
    copies = []
    seen: set[int] = set()
    for at, (_, cells) in enumerate(replace(table, cells=table.cells.select(columns)).rows()):
        geometry = repr(table.geometries[at]) if table.geometries else ""
        row = hash((tuple(cells.items()), geometry))
        if row in seen:
            copies.append(at)
        seen.add(row)
    return copies


def _drop(table: Table, positions: Collection[int]) -> Table:
    kept = [at for at in range(len(table)) if at not in positions]
    return replace(
        table,
        cells=table.cells.take(kept),
        numbers=[table.numbers[at] for at in kept],
        geometries=[table.geometries[at] for at in kept] if table.geometries else table.geometries,
    )
