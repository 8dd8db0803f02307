"""What some cells of a row give."""

from dataclasses import dataclass, field

from geo.importing.outcome.outcome import Members


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
