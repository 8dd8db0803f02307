"""The ids of the events of a table: those that it names, else made of the cells of each row."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.errors import quote
from geo.events.fields import ID
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.problems import RowProblem

_ID = re.compile(ID)
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass
class RowId(RowPart):
    """The id of the event of a row; `is_of_table` where a column holds it."""

    id: str = ""
    is_of_table: bool = False


@dataclass
class RowIds:
    """The ids that rows have so far."""

    _rows: dict[str, int] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)

    def read(self, number: int, cells: Cells, given: Cells, context: Context) -> RowId:
        """Return the id of a row.

        Parameters
        ----------
        number : int
            Of the row.
        cells : dict of str to str
            With the words of its links.
        given : dict of str to str
            As they were given: an id that the table does not name is made of these.
        context : Context

        Raises
        ------
        RowProblem
            If another row has named it.
        """
        text, prefix = context.cell("id", cells), context.mapping.prefix
        named = make_id(text, prefix) if text else ""
        if named in self._rows:
            wanted = f"an id of its own; row {self._rows[named]} has it"
            raise RowProblem(context.column("id"), quote(text), wanted)
        one = RowId(id=named or self._make(given, context), is_of_table=bool(named))
        self._rows[one.id] = number
        if text and one.id != prefix + text:
            column = context.column("id")
            one.notes[column] = text
            said = "letters that no id has are replaced; the cell is kept in the desk's note"
            one.remarks.append(f"column {column!r}: {said}")
        return one

    def _make(self, given: Cells, context: Context) -> str:
        """Return an id made of the cells of a row, with a number where others are the same."""
        base = identity = f"{context.destination.stem}-{hash_cells(given)}"
        while identity in self._rows:
            self._times[base] = self._times.get(base, 1) + 1
            identity = f"{base}-{self._times[base]}"
        return identity


def make_id(text: str, prefix: str = "") -> str:
    """Return a text as an id, as little changed as possible; "" if nothing of it can be one.

    >>> make_id("Case 12/а"), make_id("9", "ucdp-")
    ('Case-12', 'ucdp-9')
    """
    plain = prefix + unicodedata.normalize("NFKC", text).strip()
    if _ID.fullmatch(plain) and len(plain) <= 100:
        return plain
    return _NOT_IN_ID.sub("-", plain).strip("-._")[:100]


def hash_cells(cells: Mapping[str, str]) -> str:
    """Return a short hash of the cells of a row, independent of their order."""
    text = json.dumps(sorted(cells.items()), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
