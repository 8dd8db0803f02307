"""The time of an event from the cells of its row."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from geo.errors import quote
from geo.importing.columns.mapping import ColumnUse
from geo.importing.dates.clock import read_clock
from geo.importing.dates.joined import join_when
from geo.importing.dates.meaning import Clock, DateProblem, OrderWanted, ReadDate, YearWanted
from geo.importing.dates.periods import build_month, build_year
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.problems import RowProblem, RowWaits
from geo.times.edtf import read_when


@dataclass
class RowTime(RowPart):
    """The time of a row as EDTF, before its zone is known."""

    when: str = ""


def read_time(cells: Cells, context: Context) -> RowTime:
    """Return the time of a row.

    Raises
    ------
    RowProblem, RowWaits
    """
    day = _read_day("date", cells, context)
    if day is None:
        cell = context.cell("date", cells)
        found = quote(cell) if cell else "nothing"
        raise RowProblem(context.column("date"), found, "a date: an event needs one")
    end = _read_day("date_end", cells, context)
    clock_column = context.column("time")
    try:
        clock = _read_clock(cells, context)
        word = _find_width(context, cells)
        day = _widen(day, word)
        if clock and clock.is_exact and word == "hour":
            clock = replace(clock, is_about=True)
        when, used = join_when(day, clock)
        if end and _is_later(day, end):
            return RowTime(when=_join_ends(day, end, clock), remarks=_list_remarks(day, end))
    except DateProblem as problem:
        raise RowProblem(clock_column, problem.found, problem.wanted) from None
    time = RowTime(when=when, remarks=_list_remarks(day))
    text = context.cell("time", cells)
    if text and not used:
        time.notes[clock_column] = text
        if clock:
            time.remarks.append("time of day kept in the note: the day is not known to a day")
    return time


def _list_remarks(*days: ReadDate) -> list[str]:
    return [day.remark for day in days if day.remark]


def _read_day(role: str, cells: Cells, context: Context) -> ReadDate | None:
    used = context.uses.get(role)
    if not used or not (text := cells.get(used[0], "")):
        return None
    column, use = used
    text = use.words.get(text, text)
    if use.epoch:
        return _read_epoch(text, column, use)
    try:
        found = context.styles[column].read(text)
    except OrderWanted as problem:
        raise _find_reason(f"order:{column}", column, problem, context) from None
    except YearWanted as problem:
        raise _find_reason(f"year:{column}", column, problem, context) from None
    except DateProblem as problem:
        raise RowProblem(column, problem.found, problem.wanted) from None
    if found and found.clock and found.clock.is_midnight:
        _wait_for_midnight(column, context)
    if found and found.clock:
        return replace(found, clock=_add_utc(found.clock, column))
    return found


def _find_reason(
    question: str, column: str, problem: DateProblem, context: Context
) -> RowProblem | RowWaits:
    """Return why a row gives no event: it waits where the question of its column is open."""
    if question in context.open:
        return RowWaits(question)
    return RowProblem(column, problem.found, problem.wanted)


def _wait_for_midnight(column: str, context: Context) -> None:
    if f"midnight:{column}" in context.open:
        raise RowWaits(f"midnight:{column}")


def _read_epoch(text: str, column: str, use: ColumnUse) -> ReadDate:
    try:
        seconds = float(text) / (1000 if use.epoch == "ms" else 1)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        raise RowProblem(column, quote(text), "a number of seconds since 1970") from None
    minute = 60 * moment.hour + moment.minute
    return ReadDate(moment.date(), moment.date(), clock=Clock(minute, minute + 1, "Z"))


def _read_clock(cells: Cells, context: Context) -> Clock | None:
    column = context.column("time")
    text = context.cell("time", cells)
    clock = read_clock(text) if text else None
    if clock and clock.is_midnight:
        if context.drops_midnight:
            return None
        _wait_for_midnight(column, context)
    return _add_utc(clock, column) if clock else None


def _add_utc(clock: Clock, column: str) -> Clock:
    """Return a time of day in UTC, if the name of its column says that and its cell no offset."""
    is_clock = not clock.part and not clock.offset
    return replace(clock, offset="Z") if is_clock and _names_utc(column) else clock


def _names_utc(column: str) -> bool:
    words = column.casefold().replace("(", " ").replace(")", " ").replace("_", " ").split()
    return any(word in ("utc", "gmt", "z", "zulu") for word in words)


_WIDER: dict[str, Callable[[date], ReadDate]] = {
    "month": lambda day: build_month(day.year, day.month),
    "year": lambda day: build_year(day.year),
}


def _find_width(context: Context, cells: Cells) -> str:
    """Return how far the time of a row is known, as its data set says it."""
    return context.mapping.widen_words.get(cells.get(context.widths, ""), "")


def _widen(day: ReadDate, word: str) -> ReadDate:
    """Return a date as wide as a word says that it is known."""
    if day.first != day.last:
        return day
    if word == "week":
        # The day that is given may be any of the week.
        return ReadDate(day.first - timedelta(days=6), day.first + timedelta(days=6), "days")
    wider = _WIDER.get(word)
    return wider(day.first) if wider else day


def _is_later(day: ReadDate, end: ReadDate) -> bool:
    if end.last < day.first:
        raise DateProblem(f"an end on {end.last}", f"a day that is not before {day.first}")
    said = (day.first, day.last, day.clock, day.is_about)
    return (end.first, end.last, end.clock, end.is_about) != said


def _join_ends(day: ReadDate, end: ReadDate, clock: Clock | None) -> str:
    first = join_when(day, clock)[0].partition("/")[0]
    last = join_when(end, None)[0].rpartition("/")[2]
    if end.clock is None and "T" in first:
        # A clock at the start only says nothing about the end, which may be any time of that day,
        # and of the days around it where it is a guess.
        after = max(read_when(last).end.date(), end.last + timedelta(days=1))
        last = f"{after}T00:00"
    if first == last:
        return first
    return f"{first}/{last}"
