"""How the dates of a column are written, decided by its rows or asked once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.importing.dates.clock import read_clock
from geo.importing.dates.dated import Clock, Dated, DateProblem, YearWanted
from geo.importing.dates.numeric import DateNumbers, list_orders
from geo.importing.dates.written import read_date, simplify_date
from geo.importing.question import Answers, Choice, Question, format_rows

_START = re.compile(r"\D*?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_FIRST = {"dmy": "the day", "mdy": "the month", "ymd": "the year"}
_MEANT = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


@dataclass(frozen=True)
class DateStyle:
    """How dates of a column are read: their order, the year they leave out, midnight as no time."""

    order: str = ""
    year: int = 0
    drops_midnight: bool = False

    def read(self, text: str) -> Dated | None:
        """Return the days that a cell means; see `read_date`."""
        found = read_date(text, self.order, self.year)
        if found and found.clock and self.drops_midnight and is_midnight(found.clock):
            return Dated(found.first, found.last, found.unit, found.is_about, remark=found.remark)
        return found


def is_midnight(clock: Clock) -> bool:
    """Return whether a clock shows 00:00, as it also does where nobody entered a time."""
    return clock.first == 0 and clock.is_exact and not clock.is_about


class Asking:
    """Collects what is decided and what is asked about the columns of a table."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.questions: list[Question] = []
        self.remarks: list[str] = []

    def style_dates(
        self, name: str, cells: Sequence[str], numbers: Sequence[int], order: str = ""
    ) -> DateStyle:
        """Return how a column of dates is read; ask what its rows do not decide."""
        order = self._find_order(name, cells, numbers, order)
        year = self._find_year(name, cells, numbers, order)
        drops = self._drop_midnight(name, cells, numbers, DateStyle(order, year))
        return DateStyle(order, year, drops)

    def _find_order(
        self, name: str, cells: Sequence[str], numbers: Sequence[int], order: str
    ) -> str:
        identity = f"order:{name}"
        answer = self.answers.get(identity) or order
        if answer in _FIRST:
            return answer
        decisive: dict[str, tuple[int, str]] = {}
        doubtful: dict[int, str] = {}
        dotted: dict[int, str] = {}
        has_american_dots = False
        for number, cell in zip(numbers, cells, strict=True):
            parts = _find_numbers(cell) if cell else None
            if parts is None:
                continue
            orders = list_orders(parts)
            if len(orders) == 1:
                decisive.setdefault(orders[0], (number, cell))
                has_american_dots |= parts.mark == "." and orders == ("mdy",)
            elif len(orders) > 1 and parts.first != parts.second:
                (dotted if parts.mark == "." else doubtful)[number] = cell
        if dotted and not has_american_dots:
            rows = format_rows(list(dotted))
            self.remarks.append(f"column {name!r}: with dots the day is read first ({rows})")
        elif dotted:
            doubtful |= dotted
        if not doubtful:
            return ""
        if len(decisive) == 1:
            [(found, (number, cell))] = decisive.items()
            self.remarks.append(
                f"column {name!r}: {_FIRST[found]} is first; row {number}, {cell!r}, can only be so"
            )
            return f"{found}." if has_american_dots else found
        self._ask_order(identity, name, decisive, doubtful)
        return ""

    def _ask_order(
        self,
        identity: str,
        name: str,
        decisive: dict[str, tuple[int, str]],
        doubtful: dict[int, str],
    ) -> None:
        rows = tuple(doubtful)
        example = doubtful[rows[0]]
        said = [
            f"row {number}, {cell!r}, can only be {_MEANT[order]}"
            for order, (number, cell) in decisive.items()
        ]
        why = "; ".join(said) if said else "no row decides it"
        orders = [("dmy", "4 June for 04/06"), ("mdy", "6 April for 04/06")]
        text = (
            f"Column {name!r}: is the day or the month first in {example!r} ({format_rows(rows)})? "
            f"{why[0].upper()}{why[1:]}."
        )
        choices = tuple(Choice(key, f"{_FIRST[key]} is first: {words}") for key, words in orders)
        self.questions.append(Question(identity, text, choices, rows))

    def _find_year(
        self, name: str, cells: Sequence[str], numbers: Sequence[int], order: str
    ) -> int:
        identity = f"year:{name}"
        answer = self.answers.get(identity, "")
        if answer.isdigit() and len(answer) == 4:
            return int(answer)
        lacking: list[int] = []
        years: set[int] = set()
        seen: dict[str, int | None] = {}
        for number, cell in zip(numbers, cells, strict=True):
            if cell not in seen:
                seen[cell] = _find_year_of(cell, order)
            year = seen[cell]
            if year == 0:
                lacking.append(number)
            elif year is not None:
                years.add(year)
        if lacking:
            example = next(cell for cell, year in seen.items() if year == 0)
            hint = f" The other dates are of {_list_years(years)}." if years else ""
            text = f"Column {name!r}: of which year is {example!r} ({format_rows(lacking)})?{hint}"
            choices = tuple(Choice(str(year), str(year)) for year in sorted(years)[:8])
            self.questions.append(Question(identity, text, choices, tuple(lacking)))
        return 0

    def _drop_midnight(
        self, name: str, cells: Sequence[str], numbers: Sequence[int], style: DateStyle
    ) -> bool:
        """Return whether 00:00 in a column of dates says that no time was entered."""
        clocks: dict[str, Clock | None] = {}
        midnight: list[int] = []
        others = False
        for number, cell in zip(numbers, cells, strict=True):
            if cell not in clocks:
                clocks[cell] = _find_clock(cell, style)
            clock = clocks[cell]
            if clock is not None:
                midnight += [number] if is_midnight(clock) else []
                others |= not is_midnight(clock)
        if midnight and not others:
            self.remarks.append(f"column {name!r}: 00:00 in every row is read as no time of day")
            return True
        return bool(midnight) and self.ask_midnight(name, midnight)

    def ask_midnight(self, name: str, rows: list[int]) -> bool:
        """Return whether 00:00 means that the time is unknown; ask if that is not answered."""
        identity = f"midnight:{name}"
        if answer := self.answers.get(identity):
            return answer == "unknown"
        text = (
            f"Column {name!r}: is 00:00 midnight, or a time that is not known "
            f"({format_rows(rows)})?"
        )
        choices = (
            Choice("unknown", "the time is not known"),
            Choice("midnight", "at midnight, to the minute"),
        )
        self.questions.append(Question(identity, text, choices, tuple(rows)))
        return False

    def style_times(self, name: str, cells: Sequence[str], numbers: Sequence[int]) -> bool:
        """Return whether 00:00 in a column of times says that no time is known."""
        midnight = []
        for number, cell in zip(numbers, cells, strict=True):
            try:
                clock = read_clock(cell) if cell else None
            except DateProblem:
                continue
            if clock and is_midnight(clock):
                midnight.append(number)
        return bool(midnight) and self.ask_midnight(name, midnight)


@lru_cache(maxsize=50_000)
def _find_numbers(cell: str) -> DateNumbers | None:
    match = _START.match(simplify_date(cell))
    return DateNumbers(int(match[1]), int(match[3]), match[4], match[2]) if match else None


def _find_year_of(cell: str, order: str) -> int | None:
    """Return the year of a date, 0 if it lacks one, None if it is not a date."""
    try:
        found = read_date(cell, order or "dmy")
    except YearWanted:
        return 0
    except DateProblem:
        return None
    return found.first.year if found else None


def _find_clock(cell: str, style: DateStyle) -> Clock | None:
    try:
        found = style.read(cell)
    except DateProblem:
        return None
    return found.clock if found else None


def _list_years(years: set[int]) -> str:
    ordered = sorted(years)
    return ", ".join(map(str, ordered[:4])) + (" and others" if len(ordered) > 4 else "")
