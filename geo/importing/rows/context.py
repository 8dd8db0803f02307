"""What is known before the first row is read: columns by role, the story's zone and bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.columns.recognise import RecognisedColumn
from geo.importing.questions.date_columns import DateStyle, settle_dates
from geo.importing.questions.decisions import Decisions
from geo.importing.questions.midnight import settle_midnight_of_times
from geo.importing.questions.question import Answers
from geo.importing.rows.destination import Destination
from geo.importing.rows.problems import RowWaits
from geo.importing.tables.table import Table
from geo.story.new_story.entry_sheet import is_entry_sheet


@dataclass(frozen=True)
class Context:
    """What each row is read with.

    Attributes
    ----------
    destination : Destination
    mapping : ColumnMapping
    uses : dict of str to (str, ColumnUse)
        The column of each role that has one, with how it is read.
    many : dict of str to list of str
        The columns of roles that may have several.
    extras : dict of str to (dict of str to str)
        Columns that are kept in the desk's note, each with what its codes mean.
    styles : dict of str to DateStyle
        How each column of dates is read.
    drops_midnight : bool
        Whether 00:00 in the column of times says that no time is known.
    answers : dict of str to str
    open : set of str
        The ids of open questions.
    widths : str
        The column that says how precisely each time is known; "" without one.
    is_entry_sheet : bool
        Whether it is the table that `geo sheet` makes.
    """

    destination: Destination
    mapping: ColumnMapping
    uses: Mapping[str, tuple[str, ColumnUse]]
    many: Mapping[str, list[str]]
    extras: Mapping[str, Mapping[str, str]]
    styles: Mapping[str, DateStyle]
    drops_midnight: bool
    answers: Answers
    open: frozenset[str] = field(default_factory=frozenset)
    widths: str = ""
    is_entry_sheet: bool = False

    def cell(self, role: str, cells: Mapping[str, str]) -> str:
        """Return the cell of a role; "" without such a column."""
        use = self.uses.get(role)
        return cells.get(use[0], "") if use else ""

    def column(self, role: str) -> str:
        """Return the name of the column of a role; the role itself without one."""
        use = self.uses.get(role)
        return use[0] if use else role

    def word(self, role: str, cells: Mapping[str, str]) -> str:
        """Return the cell of a role in the words of the mapping."""
        use = self.uses.get(role)
        if not use:
            return ""
        cell = cells.get(use[0], "")
        return use[1].words.get(cell, cell)

    def confirms(self, question: str) -> bool:
        """Return whether a question was answered with yes.

        Raises
        ------
        RowWaits
            If it is not answered.
        """
        answer = self.answers.get(question)
        if answer is None:
            raise RowWaits(question)
        return answer == "yes"


def build_context(
    table: Table,
    columns: list[RecognisedColumn],
    mapping: ColumnMapping,
    destination: Destination,
    decisions: Decisions,
) -> Context:
    """Return what the rows of a table are read with; what its columns leave open is asked."""
    uses: dict[str, tuple[str, ColumnUse]] = {}
    many: dict[str, list[str]] = {}
    extras: dict[str, Mapping[str, str]] = {}
    for one in columns:
        if one.use is None or one.role == "kept":
            extras[one.column] = one.use.words if one.use else {}
        else:
            uses.setdefault(one.role, (one.column, one.use))
            many.setdefault(one.role, []).append(one.column)
    styles = {}
    for role in ("date", "date_end"):
        if role in uses and not uses[role][1].epoch:
            name, use = uses[role]
            styles[name] = settle_dates(name, table.numbered_cells(name), use.order, decisions)
    drops_midnight = False
    if "time" in uses:
        name, _ = uses["time"]
        drops_midnight = settle_midnight_of_times(name, table.numbered_cells(name), decisions)
    widths = next((one for one in table.columns if one.lower() == mapping.widen_by), "")
    return Context(
        destination=destination,
        mapping=mapping,
        uses=uses,
        many=many,
        extras=extras,
        styles=styles,
        drops_midnight=drops_midnight,
        answers=decisions.answers,
        open=frozenset(one.id for one in decisions.questions),
        widths=widths,
        is_entry_sheet=is_entry_sheet(table.columns),
    )
