"""A table of text cells, whatever file it came from, with what was skipped on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa

SPACE = " \t\r\n\x00\u00a0\u200b\ufeff"
_MOST_NAMED = 20
Geometry = dict[str, object]
"""A geometry as GeoJSON has it, in WGS 84."""
NumberedCells = list[tuple[int, str]]
"""The cells of a column, each with the number of its row."""


class LongRow(NamedTuple):
    """How many cells a row of a delimited text has, and how many its header has."""

    found: int
    wanted: int


@dataclass(frozen=True)
class Table:
    """Rows of text cells below the names of their columns.

    Attributes
    ----------
    name : str
        Of the sheet or layer; of the file where it has one table only.
    cells : pyarrow.Table, n rows
        A column of text for each column of the file; "" if a cell is empty.
    numbers : sequence of int, n values
        The number of each row in the file, counted from 1, as a spreadsheet counts.
    unit : str
        What a row is called in messages: "row" or "record".
    geometries : list of geometries, n values, optional
        Of files that hold geometries, as they are written there: whether one can be used is checked
        with its row. None if a row has none.
    remarks : tuple of str
        What was skipped or interpreted.
    tags : dict of str to str
        The HXL tag of each column, where the file has a row of tags.
    filled : dict of int to set of str
        By the number of a row, its columns whose cell was merged with one above, whose value it
        has here.
    merged : str
        Where these cells are, as a spreadsheet names them.
    long : dict of int to LongRow
        By their numbers, the rows of a delimited text with more cells than its header: nobody knows
        which cells are in which column.
    """

    name: str
    cells: pa.Table
    numbers: Sequence[int]
    unit: str = "row"
    geometries: list[Geometry | None] | None = None
    remarks: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
    filled: dict[int, frozenset[str]] = field(default_factory=dict)
    merged: str = ""
    long: dict[int, LongRow] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, each once."""
        names: list[str] = self.cells.column_names
        return names

    def __len__(self) -> int:
        return len(self.numbers)

    def column(self, name: str) -> list[str]:
        """Return the cells of a column."""
        cells: list[str] = self.cells.column(name).to_pylist()
        return cells

    def numbered_cells(self, name: str) -> NumberedCells:
        """Return the cells of a column, each with the number of its row."""
        return list(zip(self.numbers, self.column(name), strict=True))

    @property
    def surplus_columns(self) -> list[str]:
        """The columns that only its `long` rows have cells in."""
        if not self.long:
            return []
        start = min(row.wanted for row in self.long.values())
        end = max(row.found for row in self.long.values())
        return [name_column("", at) for at in range(start, end)]

    def rows(self, size: int = 5_000) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the number and the filled cells of each row."""
        if not self.columns:
            yield from ((number, {}) for number in self.numbers)
            return
        for start in range(0, len(self), size):
            part = self.cells.slice(start, size).to_pydict()
            names = list(part)
            for offset, values in enumerate(zip(*part.values(), strict=True)):
                cells = {name: cell for name, cell in zip(names, values, strict=True) if cell}
                yield self.numbers[start + offset], cells


def build_table(
    name: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Sequence[int] | None = None,
    unit: str = "row",
    geometries: list[Geometry | None] | None = None,
    remarks: tuple[str, ...] = (),
) -> Table:
    """Return rows as a table; each has as many cells as the header, or fewer.

    Examples
    --------
    >>> build_table("a", ["x", "x", ""], [["1", " 2 "]]).columns
    ['x', 'x (2)', 'column C']
    """
    names = name_columns(header)
    width = len(names)
    whole = [[clean_cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    columns = list(zip(*whole, strict=True)) if whole else [()] * width
    arrays = [pa.array(column, pa.large_string()) for column in columns]
    cells = pa.table(arrays, names=names)
    places = list(range(1, len(rows) + 1)) if numbers is None else numbers
    return Table(name, cells, places, unit, geometries, remarks)


def name_columns(header: Sequence[str]) -> list[str]:
    """Return names of columns, each once; one without a name is called by its letter."""
    names: list[str] = []
    for number, text in enumerate(header):
        plain = name_column(text, number)
        name, times = plain, 1
        while name in names:
            times += 1
            name = f"{plain} ({times})"
        names.append(name)
    return names


def name_column(text: str, number: int) -> str:
    """Return the name of a column on one line; its letter where it has none.

    >>> name_column("  two  words ", 0), name_column("", 27)
    ('two words', 'column AB')
    """
    return " ".join(clean_cell(text).split()) or f"column {name_letter(number)}"


def name_letter(number: int) -> str:
    """Return the letters that a spreadsheet names a column by.

    >>> name_letter(0), name_letter(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def clean_cell(text: str) -> str:
    """Return a cell without invisible characters at its ends."""
    return text.strip(SPACE)


def join_some(texts: Sequence[str]) -> str:
    """Return texts with commas between them, the last of many summed up.

    >>> join_some(["'a'", "'b'"]), join_some(["x"] * 23)[-14:]
    ("'a', 'b'", ', x and 3 more')
    """
    more = f" and {len(texts) - _MOST_NAMED:,} more" if len(texts) > _MOST_NAMED else ""
    return ", ".join(texts[:_MOST_NAMED]) + more
