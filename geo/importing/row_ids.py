"""The ids of the events of a table: those that it names, else made of the cells of each row."""

from dataclasses import dataclass, field

from geo.events.rejections import quote
from geo.importing.context import Context
from geo.importing.outcome import Cells
from geo.importing.row import make_id
from geo.importing.row_time import RowProblem


@dataclass
class RowIds:
    """The ids that rows have so far."""

    _rows: dict[str, int] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, cells: Cells, hashed: str, context: Context) -> tuple[str, bool]:
        """Return the id of a row, and whether its table names it.

        Raises
        ------
        RowProblem
            If another row has named it.
        """
        text = context.cell("id", cells)
        if text and (identity := make_id(text, context.mapping.prefix)):
            if identity in self._rows:
                wanted = f"an id of its own; row {self._rows[identity]} has it"
                raise RowProblem(context.column("id"), quote(text), wanted)
            self._rows[identity] = number
            return identity, True
        base = identity = f"{context.setting.stem}-{hashed}"
        while identity in self._rows:
            self._times[base] = self._times.get(base, 1) + 1
            identity = f"{base}-{self._times[base]}"
        self._rows[identity] = number
        return identity, False
