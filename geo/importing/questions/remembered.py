"""Answers to the questions of an earlier import of a file of this name, where they are about it.

A file of the same name may be another table: an answer counts only where the table has what it is
about, and the report says which ones counted and which did not.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from geo.errors import quote
from geo.importing.columns.recognise import RecognisedColumn
from geo.importing.places.point import BEYOND, METRES, SWAPPED
from geo.importing.questions.answers import ABOUT_COLUMNS
from geo.importing.questions.long_rows import LONG
from geo.importing.questions.merged_rows import MERGED
from geo.importing.tables.table import Table, join_some

_PLACED = frozenset({"lat", "lon", "coordinates", "wkt", "easting", "northing"})
_NAMED_IN = {"place": "place", "zone": "tz"}


@dataclass(frozen=True)
class Remembered:
    """What is remembered of an earlier import.

    Attributes
    ----------
    file : str
        Its name.
    answers : dict of str to str
        By the ids of their questions.
    """

    file: str = ""
    answers: dict[str, str] = field(default_factory=dict)

    def without(self, given: Collection[str]) -> "Remembered":
        """Return it without the answers that somebody has given anew."""
        kept = {name: text for name, text in self.answers.items() if name not in given}
        return Remembered(self.file, kept)

    def pick(self, table: Table, columns: list[RecognisedColumn]) -> dict[str, str]:
        """Return the answers that are about this table."""
        about = _Subjects(table, columns)
        return {name: text for name, text in self.answers.items() if about.hold(name)}

    def describe(self, used: Mapping[str, str]) -> Iterator[str]:
        """Yield which answers are used, with what they say, and which are not."""
        file = quote(self.file or "this file")
        if used:
            shown = [f"{quote(name)} {_describe(text)}" for name, text in used.items()]
            yield f"answers of an earlier import of {file} are used: {join_some(shown)}"
        if others := [quote(name) for name in self.answers if name not in used]:
            yield (
                f"answers of an earlier import of {file} are not used, as this table has nothing "
                f"that they are about: {join_some(others)}"
            )


def _describe(answer: str) -> str:
    return f"is {quote(answer)}" if answer else "stays open"


class _Subjects:
    """What questions about a table may be about: its columns, and the words in some of them."""

    def __init__(self, table: Table, columns: list[RecognisedColumn]) -> None:
        self._table = table
        self._columns = {*table.columns, *table.surplus_columns}
        self._by_role = {one.role: one.column for one in reversed(columns)}
        self._words: dict[str, frozenset[str]] = {}

    def hold(self, question: str) -> bool:
        """Return whether the table has what a question is about."""
        kind, _, name = question.partition(":")
        if kind in ABOUT_COLUMNS:
            return name in self._columns
        if kind in _NAMED_IN:
            return name in self._list_words(_NAMED_IN[kind])
        if kind in (SWAPPED, BEYOND, METRES):
            return self._table.geometries is not None or not _PLACED.isdisjoint(self._by_role)
        if kind == MERGED:
            return bool(self._table.filled)
        return kind != LONG or bool(self._table.long)

    def _list_words(self, role: str) -> frozenset[str]:
        """Return the cells of the column of a role, each on one line."""
        if role not in self._words:
            column = self._by_role.get(role)
            cells = self._table.column(column) if column else []
            self._words[role] = frozenset(" ".join(cell.split()) for cell in cells)
        return self._words[role]
