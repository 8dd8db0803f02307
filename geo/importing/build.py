"""The rows of a table as events: each row becomes one, waits for an answer, or is rejected."""

from collections.abc import Callable, Iterator

from geo.events.rejections import quote
from geo.importing.columns.mapping import ColumnMapping
from geo.importing.columns.recognise import recognise_columns
from geo.importing.columns.split import split_columns
from geo.importing.context import Context, Setting, build_context
from geo.importing.dates.offsets import WANTED, add_offset, is_abbreviation, read_zone
from geo.importing.outcome import (
    Cells,
    Made,
    Members,
    Outcome,
    Rejected,
    WaitingRow,
    reject_long_row,
)
from geo.importing.questions.asking import Asking
from geo.importing.questions.long_rows import LONG, settle_long
from geo.importing.questions.merged_rows import MERGED, settle_merged
from geo.importing.questions.question import Answers
from geo.importing.questions.repeated_rows import REPEATED, settle_repeated
from geo.importing.questions.row_questions import list_row_questions
from geo.importing.row import MOST_PROSE, cut_text, hash_cells, join_line
from geo.importing.row_ids import RowIds
from geo.importing.row_people import read_people
from geo.importing.row_place import read_place
from geo.importing.row_text import gather_note, read_texts, read_words, take_links
from geo.importing.row_time import RowProblem, RowWaits, read_time
from geo.importing.swapped_places import Points, remark_swapped_places
from geo.importing.tables.table import Shape, Table
from geo.times.when import read_when

# Questions that name the rows which wait for their answers.
_OF_ROWS = frozenset({MERGED, LONG, REPEATED})


def open_table(
    table: Table,
    setting: Setting,
    mapping: ColumnMapping | None = None,
    answers: Answers | None = None,
    progress: Callable[[int], None] | None = None,
) -> tuple[Outcome, Iterator[Made]]:
    """Return what a table gives, and its events, which are made one by one as they are asked for.

    With the last of them the outcome is complete, but for its events: each other row waits or is
    rejected, and what the rows leave open is asked.

    Parameters
    ----------
    table : Table
    setting : Setting
    mapping : ColumnMapping, optional
        Of a preset, or as a newsroom wrote it.
    answers : dict of str to str, optional
        To questions, by their ids; those of the mapping count too.
    progress : function, optional
        Called with the number of rows that were read since the last call.
    """
    outcome, context = _open_table(table, setting, mapping, answers)
    return outcome, _read_rows(outcome, context, progress)


def _open_table(
    table: Table, setting: Setting, mapping: ColumnMapping | None, answers: Answers | None
) -> tuple[Outcome, Context]:
    """Return an outcome without rows yet, and what they are read with."""
    mapping = mapping or ColumnMapping()
    asking = Asking({**mapping.answers, **(answers or {})})
    table = settle_long(settle_merged(table, asking), asking)
    table, mapping = split_columns(table, mapping)
    columns = recognise_columns(table, mapping)
    if all(one.role != "id" for one in columns):
        ignored = {one.column for one in columns if one.role == "ignored"}
        table = settle_repeated(table, ignored, asking)
    context = build_context(table, columns, mapping, setting, asking)
    outcome = Outcome(table, columns, questions=list(asking.questions))
    for text in (*table.remarks, *asking.remarks):
        outcome.remark(text)
    if "time" in context.uses:
        outcome.remark(
            f"column {context.column('time')!r}: on the clock of the place by its coordinates, "
            f"else of {setting.zone}, where neither cell nor column names another"
        )
    return outcome, context


def _read_rows(
    outcome: Outcome, context: Context, progress: Callable[[int], None] | None
) -> Iterator[Made]:
    """Yield the rows that give an event; others are added to the outcome as waiting or rejected."""
    points = Points()
    unplaced: dict[str, list[int]] = {}
    table = outcome.table
    ids = RowIds()
    held = {row: one.id for one in outcome.questions if one.id in _OF_ROWS for row in one.rows}
    for at, (number, cells) in enumerate(table.rows()):
        shape = table.shapes[at] if table.shapes else None
        try:
            if number in held:
                raise RowWaits(held[number])
            if number in table.long:
                outcome.rejected.append(reject_long_row(table, number, cells))
                continue
            made = _read_row(number, cells, shape, context, outcome, ids)
            points.add(made)
            name = join_line(context.cell("place", cells))
            if name and made.feature["geometry"] is None:
                unplaced.setdefault(name, []).append(number)
            yield made
        except RowWaits as reason:
            outcome.waiting.append(WaitingRow(number, reason.question, cells))
        except (OverflowError, ValueError, TypeError):
            # Infinity, or not a number, in any part of the row: the other rows still count.
            outcome.rejected.append(
                Rejected(number, "", "a number or time beyond all measure", "usual values", cells)
            )
        except RowProblem as problem:
            outcome.rejected.append(
                Rejected(number, problem.column, problem.found, problem.wanted, cells)
            )
        if progress and at % 1000 == 999:
            progress(1000)
    waiting: dict[str, list[int]] = {}
    for one in outcome.waiting:
        waiting.setdefault(one.question, []).append(one.row)
    outcome.questions += list_row_questions(waiting, unplaced, context.answers)
    remark_swapped_places(outcome, points)


def _read_row(
    number: int,
    cells: Cells,
    shape: Shape | None,
    context: Context,
    outcome: Outcome,
    ids: RowIds,
) -> Made:
    given = _drop_ignored(cells, context)
    cells, links = take_links(given, context)
    place = read_place(cells, shape, context)
    time = read_time(cells, context)
    people = read_people(cells, context)
    named, offset = _find_zone(cells, context)
    zone = named or place.zone or context.setting.zone
    when = add_offset(time.when, offset) if offset else time.when
    try:
        read_when(when, zone)
    except ValueError as error:
        raise RowProblem(context.column("date"), repr(when), str(error)) from None
    notes: dict[str, str] = {**time.notes, **people.notes, **place.notes, **links}
    remarks = [*time.remarks, *place.remarks, *people.remarks]
    texts = read_texts(cells, context, notes)
    members: Members = {
        **texts,
        "when": when,
        **({} if zone == context.setting.zone else {"tz": zone}),
        **place.members,
        **read_words(cells, context, notes, remarks),
        **people.members,
    }
    if links:
        remarks.append("of =HYPERLINK() the words are read; its address is kept in the desk's note")
    if offset and "T" not in when:
        notes[context.column("tz")] = context.cell("tz", cells)
        remarks.append("an offset says nothing of a day without a time, kept in the desk's note")
    identity, is_own = ids.add(number, cells, hash_cells(given), context)
    own_id = context.cell("id", cells)
    if own_id and identity != context.mapping.prefix + own_id:
        notes[context.column("id")] = own_id
        said = "letters that no id has are replaced; the cell is kept in the desk's note"
        remarks.append(f"column {context.column('id')!r}: {said}")
    note = gather_note(cells, context, notes)
    if note:
        members["note"] = cut_text(note, MOST_PROSE)
    if len(note) > MOST_PROSE:
        outcome.remark(f"a note is cut at {MOST_PROSE:,} characters; the rest is not kept", number)
    if context.setting.workflow != "published":
        members["workflow"] = context.setting.workflow
    for text in remarks:
        outcome.remark(text, number)
    if place.geometry and not named and not offset:
        _note_zone(place.zone, number, context, outcome)
    feature: Members = {
        "type": "Feature",
        "id": identity,
        "geometry": place.geometry,
        "properties": members,
    }
    return Made(number, feature, cells, is_own)


def _drop_ignored(cells: Cells, context: Context) -> Cells:
    ignored = context.many.get("ignored")
    return {name: cells[name] for name in cells if name not in ignored} if ignored else cells


def _find_zone(cells: Cells, context: Context) -> tuple[str, str]:
    """Return the zone that a row names, or its offset; an abbreviation is asked about."""
    name = context.cell("tz", cells)
    if not name:
        return "", ""
    found = read_zone(name)
    if not found and is_abbreviation(name):
        answer = context.answers.get(f"zone:{name}")
        if answer is None:
            raise RowWaits(f"zone:{name}")
        found = read_zone(answer)
    if not found:
        raise RowProblem(context.column("tz"), quote(name), WANTED)
    return found


def _note_zone(found: str | None, number: int, context: Context, outcome: Outcome) -> None:
    """Note on whose clock a row is that names none, if that is not plain from the story."""
    own = context.setting.zone
    if found and found != own:
        outcome.zones.setdefault(found, []).append(number)
    elif not found and own == "UTC":
        outcome.remark("at sea: read as UTC, the zone of a story that names none", number)
    elif not found:
        outcome.remark(f"at sea: on the clock of the story, {own}", number)
