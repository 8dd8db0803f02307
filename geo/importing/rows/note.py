"""The desk's note of an event: what the table notes, and what has no other place."""

from collections.abc import Iterable, Mapping

from geo.events.fields import MOST_NOTE
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.problems import RowProblem


def read_note(cells: Cells, parts: Iterable[RowPart], context: Context) -> RowPart:
    """Return the note of a row: its own, then what its parts keep, then each cell of no role.

    Raises
    ------
    RowProblem
        If it is longer than a note may be: nothing of a row is lost.
    """
    own = [cells[name] for name in context.many.get("note", ()) if cells.get(name)]
    kept: dict[str, str] = {}
    for part in parts:
        kept |= part.notes
    # In a wide table most cells are empty and left out of the row, so loop over the row.
    for name, cell in cells.items():
        if (words := context.extras.get(name)) is not None:
            kept[name] = words.get(cell, cell)
    text = join_notes(own, kept)
    if len(text) > MOST_NOTE:
        longest = max(kept, key=lambda name: len(kept[name]), default=context.column("note"))
        found = f"{len(text):,} characters for the desk's note, which keeps what is too long"
        raise RowProblem(longest, found, f"at most {MOST_NOTE:,}")
    return RowPart({"note": text} if text else {})


def join_notes(notes: Iterable[str], kept: Mapping[str, str]) -> str:
    """Return the desk's note: what was noted before, then each cell that is kept, by its column."""
    lines = [note for note in notes if note]
    lines += [f"{name}: {text}" for name, text in kept.items()]
    return "\n".join(lines)
