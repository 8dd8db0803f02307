"""Whether 00:00 in a column is midnight, or a time that nobody entered: asked once."""

from collections.abc import Sequence

from geo.importing.dates.clock import read_clock
from geo.importing.dates.meaning import Clock, DateProblem
from geo.importing.dates.written import read_date
from geo.importing.questions.decisions import Decisions
from geo.importing.questions.question import Choice, Question
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import NumberedCells

_UNKNOWN = "unknown"


def settle_midnight_of_dates(
    column: str, cells: NumberedCells, order: str, year: int, decisions: Decisions
) -> bool:
    """Return whether 00:00 in a column of dates says that no time is known; ask if it is open.

    Where every time of the column is 00:00, no time was entered.

    Parameters
    ----------
    column : str
    cells : list of (int, str)
        Its cells, each with the number of its row.
    order : str
    year : int
        How its dates are read; see `read_date`.
    decisions : Decisions
    """
    clocks: dict[str, Clock | None] = {}
    midnight: list[int] = []
    has_others = False
    for number, cell in cells:
        if cell not in clocks:
            clocks[cell] = _find_clock(cell, order, year)
        clock = clocks[cell]
        if clock and clock.is_midnight:
            midnight.append(number)
        has_others |= bool(clock and not clock.is_midnight)
    if midnight and not has_others:
        decisions.remarks.append(f"column {column!r}: 00:00 in every row is read as no time of day")
        return True
    return _settle(column, midnight, decisions)


def settle_midnight_of_times(column: str, cells: NumberedCells, decisions: Decisions) -> bool:
    """Return whether 00:00 in a column of times says that no time is known; ask if it is open."""
    midnight = [number for number, cell in cells if cell and _is_midnight(cell)]
    return _settle(column, midnight, decisions)


def _settle(column: str, rows: Sequence[int], decisions: Decisions) -> bool:
    """Return whether 00:00 means that the time is unknown; ask if that is not answered."""
    if not rows:
        return False
    identity = f"midnight:{column}"
    if answer := decisions.answers.get(identity):
        return answer == _UNKNOWN
    text = (
        f"Column {column!r}: is 00:00 midnight, or a time that is not known ({format_rows(rows)})?"
    )
    choices = (
        Choice(_UNKNOWN, "the time is not known"),
        Choice("midnight", "at midnight, to the minute"),
    )
    decisions.questions.append(Question(identity, text, choices, tuple(rows)))
    return False


def _find_clock(cell: str, order: str, year: int) -> Clock | None:
    try:
        found = read_date(cell, order, year)
    except DateProblem:
        return None
    return found.clock if found else None


def _is_midnight(cell: str) -> bool:
    try:
        clock = read_clock(cell)
    except DateProblem:
        return False
    return clock is not None and clock.is_midnight
