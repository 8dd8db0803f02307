"""The rows of a table as events: each becomes one, waits for an answer, or is rejected."""

from collections.abc import Callable, Iterator
from itertools import repeat

from geo.importing.columns.mapping import ColumnMapping
from geo.importing.columns.recognise import recognise_columns
from geo.importing.columns.split import split_columns
from geo.importing.outcome.outcome import (
    Cells,
    EventRow,
    Outcome,
    RejectedRow,
    WaitingRow,
    reject_long_row,
)
from geo.importing.questions.decisions import Decisions
from geo.importing.questions.long_rows import LONG, settle_long
from geo.importing.questions.merged_rows import MERGED, settle_merged
from geo.importing.questions.question import Answers
from geo.importing.questions.repeated_rows import REPEATED, settle_repeated
from geo.importing.questions.row_questions import list_row_questions
from geo.importing.rows.context import Context, build_context
from geo.importing.rows.destination import Destination
from geo.importing.rows.event import RowEvent, read_event
from geo.importing.rows.ids import RowIds
from geo.importing.rows.problems import RowProblem, RowWaits
from geo.importing.rows.swapped_places import Points, remark_swapped_places
from geo.importing.tables.table import Geometry, Table
from geo.importing.words.cut import join_line

# Questions that name the rows which wait for their answers.
_OF_ROWS = frozenset({MERGED, LONG, REPEATED})


def open_table(
    table: Table,
    destination: Destination,
    mapping: ColumnMapping | None = None,
    answers: Answers | None = None,
    progress: Callable[[int], None] | None = None,
) -> tuple[Outcome, Iterator[EventRow]]:
    """Return what a table gives, and its events, which are made one by one as they are asked for.

    With the last of them the outcome is complete, but for its events: each other row waits or is
    rejected, and what the rows leave open is asked.

    Parameters
    ----------
    table : Table
    destination : Destination
    mapping : ColumnMapping, optional
        Of a preset, or as a newsroom wrote it.
    answers : dict of str to str, optional
        To questions, by their ids; those of the mapping count too.
    progress : function, optional
        Called with the number of rows that were read since the last call.
    """
    outcome, context = _open_table(table, destination, mapping or ColumnMapping(), answers or {})
    return outcome, _read_rows(outcome, context, progress)


def _open_table(
    table: Table, destination: Destination, mapping: ColumnMapping, answers: Answers
) -> tuple[Outcome, Context]:
    """Return an outcome without rows yet, and what they are read with."""
    decisions = Decisions({**mapping.answers, **answers})
    table = settle_long(settle_merged(table, decisions), decisions)
    table, mapping = split_columns(table, mapping)
    columns = recognise_columns(table, mapping)
    if all(one.role != "id" for one in columns):
        ignored = {one.column for one in columns if one.role == "ignored"}
        table = settle_repeated(table, ignored, decisions)
    context = build_context(table, columns, mapping, destination, decisions)
    outcome = Outcome(table, columns, questions=list(decisions.questions))
    for text in (*table.remarks, *decisions.remarks):
        outcome.remark(text)
    if "time" in context.uses:
        outcome.remark(
            f"column {context.column('time')!r}: on the clock of the place by its coordinates, "
            f"else of {destination.zone}, where neither cell nor column names another"
        )
    return outcome, context


def _read_rows(
    outcome: Outcome, context: Context, progress: Callable[[int], None] | None
) -> Iterator[EventRow]:
    """Yield the rows that give an event; others are added to the outcome as waiting or rejected."""
    reader = _RowReader(outcome, context)
    rows = zip(outcome.table.rows(), outcome.table.geometries or repeat(None), strict=False)
    for count, ((number, cells), geometry) in enumerate(rows, start=1):
        if made := reader.read(number, cells, geometry):
            yield made
        if progress and count % 1000 == 0:
            progress(1000)
    reader.finish()


class _RowReader:
    """Reads the rows of a table one after the other, and remembers what concerns several."""

    def __init__(self, outcome: Outcome, context: Context) -> None:
        self._outcome, self._context = outcome, context
        self._questions = {
            row: one.id for one in outcome.questions if one.id in _OF_ROWS for row in one.rows
        }
        self._ids = RowIds()
        self._points = Points()
        self._unplaced: dict[str, list[int]] = {}

    def read(self, number: int, cells: Cells, geometry: Geometry | None) -> EventRow | None:
        """Return the event of a row; None of one that waits or is rejected."""
        try:
            if number in self._questions:
                raise RowWaits(self._questions[number])
            if number in self._outcome.table.long:
                self._outcome.rejected.append(reject_long_row(self._outcome.table, number, cells))
                return None
            event = read_event(number, cells, geometry, self._context, self._ids)
            self._remember(event)
            return event.made
        except RowWaits as reason:
            self._outcome.waiting.append(WaitingRow(number, reason.question, cells))
        except RowProblem as problem:
            self._reject(number, cells, problem)
        except (OverflowError, ValueError, TypeError):
            # Infinity, or not a number, in any part of the row: the other rows still count.
            found = "a number or time that is too large, or NaN"
            self._reject(number, cells, RowProblem("", found, "usual values"))
        return None

    def _reject(self, number: int, cells: Cells, problem: RowProblem) -> None:
        rejected = RejectedRow(number, problem.column, problem.found, problem.wanted, cells)
        self._outcome.rejected.append(rejected)

    def _remember(self, event: RowEvent) -> None:
        """Remember what an event says that concerns the whole table."""
        made = event.made
        for text in event.remarks:
            self._outcome.remark(text, made.row)
        if event.zone_found:
            self._outcome.zones.setdefault(event.zone_found, []).append(made.row)
        self._points.add(made)
        name = join_line(self._context.cell("place", made.cells))
        if name and made.feature["geometry"] is None:
            self._unplaced.setdefault(name, []).append(made.row)

    def finish(self) -> None:
        """Add to the outcome what all its rows together leave open."""
        waiting: dict[str, list[int]] = {}
        for one in self._outcome.waiting:
            waiting.setdefault(one.question, []).append(one.row)
        answers = self._context.answers
        self._outcome.questions += list_row_questions(waiting, self._unplaced, answers)
        remark_swapped_places(self._outcome, self._points)
