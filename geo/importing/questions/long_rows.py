"""Rows with more cells than the header: rejected where they are few, else asked about, once."""

from dataclasses import replace

from geo.importing.questions.decisions import Decisions
from geo.importing.questions.question import Choice, Question
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import Table

LONG = "long"
_UNNAMED, _SHIFTED = "unnamed", "shifted"


def settle_long(table: Table, decisions: Decisions) -> Table:
    """Return a table whose `long` rows are to be rejected; ask where most of its rows are long.

    Until it is answered these rows wait.
    """
    if not table.long or 2 * len(table.long) <= len(table):
        return table
    rows = tuple(sorted(table.long))
    answer = decisions.answers.get(LONG)
    if answer == _UNNAMED:
        decisions.remarks.append(
            f"{format_rows(rows)}: the last cells are of columns without a name"
        )
        return replace(table, long={})
    if answer != _SHIFTED:
        row = table.long[rows[0]]
        text = (
            f"The header has {row.wanted:,} cells, {format_rows(rows)} more, such as "
            f"{row.found:,}: have the last columns no name, or is there a text with the delimiter "
            "in it that is not in quotes?"
        )
        choices = (
            Choice(_UNNAMED, "the cells after the last name are of columns without a name"),
            Choice(_SHIFTED, "a text is not in quotes: reject these rows"),
        )
        decisions.questions.append(Question(LONG, text, choices, rows))
    return table
