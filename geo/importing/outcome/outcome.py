"""What an import makes of a table: events, questions, and rows that are rejected by number."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.importing.columns.recognise import RecognisedColumn
from geo.importing.questions.question import Question
from geo.importing.tables.table import Table

Members = dict[str, object]
Cells = Mapping[str, str]


@dataclass(frozen=True)
class RejectedRow:
    """A row that becomes no event: where, what was found, what was wanted."""

    row: int
    column: str
    found: str
    wanted: str
    cells: Cells

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        where = f"{self.column}: " if self.column else ""
        return f"{where}found {self.found}, wanted {self.wanted}"


def reject_long_row(table: Table, number: int, cells: Cells) -> RejectedRow:
    """Return a row of `table.long` as one that becomes no event."""
    row = table.long[number]
    wanted = f"{row.wanted:,} as the header has; a text with the delimiter in it goes in quotes"
    return RejectedRow(number, "", f"{row.found:,} cells", wanted, cells)


@dataclass(frozen=True)
class WaitingRow:
    """A row that waits for an answer, by the id of its question."""

    row: int
    question: str
    cells: Cells


@dataclass(frozen=True)
class EventRow:
    """A row that became an event; `has_own_id` where the table names it.

    Of a file of claims it is the first of the event's rows, and `claim_rows` has all of them, in
    the order of its claims.
    """

    row: int
    feature: Members
    cells: Cells
    has_own_id: bool = False
    claim_rows: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The id of the event."""
        return str(self.feature["id"])


@dataclass
class Outcome:
    """What a table gives.

    Attributes
    ----------
    table : Table
        As it was read: rows of text under the names of its columns.
    columns : list of RecognisedColumn
        What each column was taken for, and why.
    made, waiting, rejected : list
        After `import_file` each row of the table is in one of them. After `open_file` the events
        come from the iterator beside the outcome: `made` stays empty, and the other two fill as
        the iterator is read. Of a file of claims `made` has one entry for all rows of an event.
    questions : list of Question
        Those that are open; a question that blocks no row may be left open.
    remarks : dict of str to list of int
        Where values were interpreted, and how, with their rows; no rows for the whole table.
    zones : dict of str to list of int
        The time zones, other than the story's, that coordinates gave, with the rows read in each.
    """

    table: Table
    columns: list[RecognisedColumn]
    made: list[EventRow] = field(default_factory=list)
    waiting: list[WaitingRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    remarks: dict[str, list[int]] = field(default_factory=dict)
    zones: dict[str, list[int]] = field(default_factory=dict)

    def remark(self, text: str, row: int | None = None) -> None:
        """Add a remark on how a value was interpreted."""
        rows = self.remarks.setdefault(text, [])
        if row is not None:
            rows.append(row)
