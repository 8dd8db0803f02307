"""What some cells of a row give."""

from dataclasses import dataclass, field

from geo.importing.outcome.outcome import Members
from geo.importing.words.cut import cut_text


@dataclass
class RowPart:
    """A part of an event.

    Attributes
    ----------
    members : dict of str to object
        Of the event.
    notes : dict of str to str
        Cells that go to the desk's note, by their columns.
    remarks : list of str
        Where a value was interpreted, and how, for the report.
    """

    members: Members = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def keep(self, column: str, text: str, why: str) -> None:
        """Keep a cell in the note, and say why."""
        self.notes[column] = text
        self.remarks.append(f"column {column!r}: {why}, kept in the desk's note")

    def keep_whole(self, column: str, text: str) -> None:
        """Keep a text in the note of which a member has only the start, and say so."""
        self.notes[column] = text
        self.remarks.append(f"column {column!r}: too long, cut; the desk's note has it whole")

    def cut(self, column: str, text: str, most: int) -> str:
        """Return a text of at most so many characters; one that is cut is kept whole."""
        if len(text) > most:
            self.keep_whole(column, text)
        return cut_text(text, most)
