"""How the dates of a column are written, decided by its rows or asked once."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from geo.importing.dates.meaning import DateProblem, ReadDate, YearWanted
from geo.importing.dates.numeric import DateNumbers, list_orders
from geo.importing.dates.written import read_date, simplify_date
from geo.importing.questions.decisions import Decisions
from geo.importing.questions.midnight import settle_midnight_of_dates
from geo.importing.questions.question import Choice, Question
from geo.importing.tables.row_numbers import format_rows
from geo.importing.tables.table import NumberedCells

_START = re.compile(r"\D*?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_FIRST = {"dmy": "the day", "mdy": "the month", "ymd": "the year"}
_MEANT = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


@dataclass(frozen=True)
class DateStyle:
    """How dates of a column are read: their order, the year they leave out, midnight as no time."""

    order: str = ""
    year: int = 0
    drops_midnight: bool = False

    def read(self, text: str) -> ReadDate | None:
        """Return the days that a cell means; see `read_date`."""
        found = read_date(text, self.order, self.year)
        if found and found.clock and self.drops_midnight and found.clock.is_midnight:
            return ReadDate(
                found.first, found.last, found.unit, found.is_about, remark=found.remark
            )
        return found


def settle_dates(column: str, cells: NumberedCells, order: str, decisions: Decisions) -> DateStyle:
    """Return how a column of dates is read; ask what its rows do not decide.

    Parameters
    ----------
    column : str
    cells : list of (int, str)
        Its cells, each with the number of its row.
    order : {"", "dmy", "mdy", "ymd"}
        As a mapping says it.
    decisions : Decisions
    """
    order = _settle_order(column, cells, order, decisions)
    year = _settle_year(column, cells, order, decisions)
    drops_midnight = settle_midnight_of_dates(column, cells, order, year, decisions)
    return DateStyle(order, year, drops_midnight)


@dataclass
class _Orders:
    """What the rows of a column say on the order of day and month.

    `decisive` has for each order a row that can only be read by it; `doubtful` the cells that
    several orders fit, by their rows, and `dotted` those of them that are written with dots.
    """

    decisive: dict[str, tuple[int, str]] = field(default_factory=dict)
    doubtful: dict[int, str] = field(default_factory=dict)
    dotted: dict[int, str] = field(default_factory=dict)
    has_american_dots: bool = False


def _settle_order(column: str, cells: NumberedCells, order: str, decisions: Decisions) -> str:
    """Return the order of numbers in a column; "" if it is open, or nothing depends on it."""
    answer = decisions.answers.get(f"order:{column}") or order
    if answer in _FIRST:
        return answer
    found = _find_orders(cells)
    if found.has_american_dots:
        found.doubtful |= found.dotted
    elif found.dotted:
        rows = format_rows(list(found.dotted))
        decisions.remarks.append(f"column {column!r}: with dots the day is read first ({rows})")
    if not found.doubtful:
        return ""
    if len(found.decisive) != 1:
        decisions.questions.append(_ask_order(column, found))
        return ""
    [(order, (number, cell))] = found.decisive.items()
    decisions.remarks.append(
        f"column {column!r}: {_FIRST[order]} is first; row {number}, {cell!r}, can only be so"
    )
    return f"{order}." if found.has_american_dots else order


def _find_orders(cells: NumberedCells) -> _Orders:
    found = _Orders()
    for number, cell in cells:
        numbers = _find_numbers(cell) if cell else None
        if numbers is None:
            continue
        orders = list_orders(numbers)
        has_dots = numbers.mark == "."
        if len(orders) == 1:
            found.decisive.setdefault(orders[0], (number, cell))
            found.has_american_dots |= has_dots and orders == ("mdy",)
        elif len(orders) > 1 and numbers.first != numbers.second:
            (found.dotted if has_dots else found.doubtful)[number] = cell
    return found


def _ask_order(column: str, found: _Orders) -> Question:
    rows = tuple(found.doubtful)
    example = found.doubtful[rows[0]]
    said = [
        f"row {number}, {cell!r}, can only be {_MEANT[order]}"
        for order, (number, cell) in found.decisive.items()
    ]
    why = "; ".join(said) if said else "no row decides it"
    text = (
        f"Column {column!r}: is the day or the month first in {example!r} ({format_rows(rows)})? "
        f"{why[0].upper()}{why[1:]}."
    )
    choices = (
        Choice("dmy", "the day is first: 4 June for 04/06"),
        Choice("mdy", "the month is first: 6 April for 04/06"),
    )
    return Question(f"order:{column}", text, choices, rows)


def _settle_year(column: str, cells: NumberedCells, order: str, decisions: Decisions) -> int:
    """Return the year of dates that lack one; 0 if that is open, or none lacks it."""
    answer = decisions.answers.get(f"year:{column}", "")
    if answer.isdigit() and len(answer) == 4:
        return int(answer)
    years = {cell: _find_year(cell, order) for cell in dict.fromkeys(cell for _, cell in cells)}
    lacking = tuple(number for number, cell in cells if years[cell] == 0)
    if lacking:
        example = next(cell for cell, year in years.items() if year == 0)
        others = sorted({year for year in years.values() if year})
        decisions.questions.append(_ask_year(column, example, lacking, others))
    return 0


def _ask_year(column: str, example: str, rows: tuple[int, ...], others: list[int]) -> Question:
    text = f"Column {column!r}: of which year is {example!r} ({format_rows(rows)})?"
    if others:
        shown = ", ".join(map(str, others[:4])) + (" and others" if len(others) > 4 else "")
        text = f"{text} The other dates are of {shown}."
    choices = tuple(Choice(str(year), str(year)) for year in others[:8])
    return Question(f"year:{column}", text, choices, rows)


@lru_cache(maxsize=50_000)
def _find_numbers(cell: str) -> DateNumbers | None:
    match = _START.match(simplify_date(cell))
    return DateNumbers(int(match[1]), int(match[3]), match[4], match[2]) if match else None


def _find_year(cell: str, order: str) -> int | None:
    """Return the year of a date, 0 if it lacks one, None if it is not a date."""
    try:
        found = read_date(cell, order or "dmy")
    except YearWanted:
        return 0
    except DateProblem:
        return None
    return found.first.year if found else None
