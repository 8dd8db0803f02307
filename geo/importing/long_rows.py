"""Rows with more cells than the header: rejected where they are few, else asked about, once."""

from collections.abc import Mapping
from dataclasses import replace

from geo.importing.dates.style import Asking
from geo.importing.outcome import Rejected
from geo.importing.question import Choice, Question, format_rows
from geo.importing.tables.table import Table, name_column

LONG = "long"
_UNNAMED, _SHIFTED = "unnamed", "shifted"


def settle_long(table: Table, asking: Asking) -> Table:
    """Return a table whose `long` rows are to be rejected; ask where most of its rows are long.

    Until it is answered these rows wait.
    """
    if not table.long or 2 * len(table.long) <= len(table):
        return table
    rows = tuple(sorted(table.long))
    answer = asking.answers.get(LONG)
    if answer == _UNNAMED:
        asking.remarks.append(f"{format_rows(rows)}: the last cells are of columns without a name")
        return replace(table, long={})
    if answer != _SHIFTED:
        row = table.long[rows[0]]
        text = (
            f"The header has {row.wanted:,} cells, {format_rows(rows)} more, such as "
            f"{row.cells:,}: have the last columns no name, or is there a text with the delimiter "
            "in it that is not in quotes?"
        )
        choices = (
            Choice(_UNNAMED, "the cells after the last name are of columns without a name"),
            Choice(_SHIFTED, "a text is not in quotes: reject these rows"),
        )
        asking.questions.append(Question(LONG, text, choices, rows))
    return table


def reject_long(table: Table, number: int, cells: Mapping[str, str]) -> Rejected:
    """Return a row of `table.long` as one that becomes no event."""
    row = table.long[number]
    wanted = f"{row.wanted:,} as the header has; a text with the delimiter in it goes in quotes"
    return Rejected(number, "", f"{row.cells:,} cells", wanted, cells)


def list_beyond(table: Table) -> list[str]:
    """Return the columns that only rows of `table.long` have cells in."""
    if not table.long:
        return []
    start = min(row.wanted for row in table.long.values())
    end = max(row.cells for row in table.long.values())
    return [name_column("", at) for at in range(start, end)]
