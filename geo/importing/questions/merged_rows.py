"""Whether the value of cells merged over several rows holds for each of them: asked, once."""

from dataclasses import replace

import pyarrow as pa

from geo.importing.questions.decisions import Decisions
from geo.importing.questions.question import Choice, Question
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import Table

MERGED = "merged"
_FILL, _LEAVE = "fill", "leave"


def settle_merged(table: Table, decisions: Decisions) -> Table:
    """Return a table with its merged cells as answered; ask if that is not answered.

    Until it is answered the rows of `table.filled` wait.
    """
    if not table.filled:
        return table
    where = f"cells merged over several rows ({table.merged})"
    answer = decisions.answers.get(MERGED)
    if answer == _FILL:
        decisions.remarks.append(f"{where}: the value of the first holds for each of their rows")
        return table
    if answer == _LEAVE:
        decisions.remarks.append(f"{where}: the value counts for the first row only")
        return _empty_filled(table)
    rows = tuple(sorted(table.filled))
    text = (
        f"{where[0].upper()}{where[1:]}: does the value of the first row hold for the others too, "
        f"{format_rows(rows)}?"
    )
    choices = (
        Choice(_FILL, "yes, it is written into each of these rows"),
        Choice(_LEAVE, "no, these rows have no value there"),
    )
    decisions.questions.append(Question(MERGED, text, choices, rows))
    return table


def _empty_filled(table: Table) -> Table:
    cells = table.cells
    for name in sorted(set().union(*table.filled.values())):
        texts = table.column(name)
        for at, number in enumerate(table.numbers):
            if name in table.filled.get(number, ()):
                texts[at] = ""
        position = table.columns.index(name)
        cells = cells.set_column(position, name, pa.array(texts, pa.large_string()))
    return replace(table, cells=cells, filled={})
