"""The desk's note of an event: what the table notes, and what has no other place."""

from collections.abc import Iterable, Mapping

from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.cut import MOST_PROSE, cut_text
from geo.importing.rows.part import RowPart


def read_note(cells: Cells, parts: Iterable[RowPart], context: Context) -> RowPart:
    """Return the note of a row: its own, then what its parts keep, then each cell of no role."""
    own = [cells[name] for name in context.many.get("note", ()) if cells.get(name)]
    kept: dict[str, str] = {}
    for part in parts:
        kept |= part.notes
    # In a wide table most cells are empty and left out of the row, so loop over the row.
    for name, cell in cells.items():
        if (words := context.extras.get(name)) is not None:
            kept[name] = words.get(cell, cell)
    text = join_notes(own, kept)
    note = RowPart({"note": cut_text(text, MOST_PROSE)} if text else {})
    if len(text) > MOST_PROSE:
        said = f"a note is cut at {MOST_PROSE:,} characters; the rest is not kept"
        note.remarks.append(said)
    return note


def join_notes(notes: Iterable[str], kept: Mapping[str, str]) -> str:
    """Return the desk's note: what was noted before, then each cell that is kept, by its column."""
    lines = [note for note in notes if note]
    lines += [f"{name}: {text}" for name, text in kept.items()]
    return "\n".join(lines)
