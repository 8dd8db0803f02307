"""Where the table starts in a sheet: its header, and the rows that are not records."""

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import pyarrow as pa

from geo.errors import Problem, quote
from geo.events.reading.garbage import pause_collection
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import SPACE, LongRow, Table, clean_cell, name_columns
from geo.importing.words.column_names import find_role

_LOOKED_AT = 40
_CHUNK = 20_000
_MOST_NAMED = 20
_TOTAL = re.compile(
    r"(grand |sub-?)?(totals?|sum|totaux|gesamt|summe|suma|итого|всего|разом|усього)\b[ :]*",
    re.IGNORECASE,
)
_TAG = re.compile(r"#[a-z][a-z0-9_]*( *[+][a-z0-9_+ ]*)?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[\d.,]+%?")


class Lines(ABC):
    """Rows of cells that can be gone through again."""

    @abstractmethod
    def __iter__(self) -> Iterator[Sequence[str]]:
        """Return the rows from the first."""


def cut_table(
    name: str,
    lines: Lines,
    offset: int = 0,
    remarks: tuple[str, ...] = (),
    names_given: tuple[str, ...] = (),
    is_delimited: bool = False,
) -> Table:
    """Return the table in rows of cells, without titles, blank rows, headings and totals.

    Parameters
    ----------
    name : str
    lines : Lines
    offset : int
        How many rows of the file come before the first of these.
    remarks : tuple of str
    names_given : tuple of str
        Names of the columns, used if the first row has as many cells and is not a header.
    is_delimited : bool
        Whether a delimiter inside a cell may have moved the cells after it: rows with more cells
        than the header are then noted.

    Raises
    ------
    TableFileError
        If no row is filled.
    """
    head = [[clean_cell(cell) for cell in row] for row in islice(lines, _LOOKED_AT)]
    at = find_header(head)
    if at is None:
        raise TableFileError(Problem("", "no filled row", "a table with a header"), file=name)
    named = list(remarks)
    if names_given and len(head[0]) == len(names_given) and head[0][0] != names_given[0]:
        cut = _Cut(list(names_given), 0, offset, len(names_given))
        cells = cut.read(lines)
        long = cut.find_long() if is_delimited else {}
        return Table(name, cells, cut.numbers, remarks=(*named, *cut.describe()), long=long)
    if titles := [" ".join(filter(None, row)) for row in head[:at] if any(row)]:
        named.append(f"above the header, skipped: {', '.join(map(quote, titles))}")
    header = head[at]
    count = len(header)
    while header and not header[-1]:
        header = header[:-1]
    # A row may be longer than the header: what it holds is kept in columns without a name.
    width = max(len(header), max((_width(row) for row in head[at:]), default=0))
    names = name_columns([*header, *[""] * (width - len(header))])
    tags: dict[str, str] = {}
    below = head[at + 1] if at + 1 < len(head) else []
    if _is_tags(below):
        tags = {one: tag for one, tag in zip(names, below, strict=False) if tag}
        named.append(f"row {at + 2 + offset}: a row of HXL tags, read as such")
    cut = _Cut(names, at + 1 + bool(tags), offset, count)
    cells = cut.read(lines)
    long = cut.find_long() if is_delimited else {}
    return Table(name, cells, cut.numbers, remarks=(*named, *cut.describe()), tags=tags, long=long)


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which row is the header: the first with two known names, else the first wide one."""
    filled = [number for number, row in enumerate(rows) if any(row)]
    if not filled:
        return None
    known = [sum(find_role(cell) is not None for cell in row if cell) for row in rows]
    for number in filled:
        if known[number] >= 2:
            below = number + 1
            # In a header of two rows, joined by merged cells, the second has the more exact names.
            is_lower = below < len(rows) and _share_a_cell(rows[number], rows[below])
            return below if is_lower and known[below] > known[number] else number
    widest = max(sum(map(bool, rows[number])) for number in filled)
    for number in filled:
        texts = [cell for cell in rows[number] if cell]
        if len(texts) >= max(1, 0.6 * widest) and not any(map(_NUMBER.fullmatch, texts)):
            return number
    return filled[0]


def _share_a_cell(row: Sequence[str], below: Sequence[str]) -> bool:
    return any(cell and cell == other for cell, other in zip(row, below, strict=False))


def _is_tags(row: Sequence[str]) -> bool:
    texts = [cell for cell in row if cell]
    return len(texts) >= 2 and all(_TAG.fullmatch(text) for text in texts)


def _width(row: Sequence[str]) -> int:
    return max((number for number, cell in enumerate(row, start=1) if cell), default=0)


class _Cut:
    """Goes through the rows below a header and keeps those that are records."""

    def __init__(self, names: list[str], start: int, offset: int, width: int) -> None:
        self.names, self.start, self.offset, self.width = names, start, offset, width
        self.numbers: list[int] = []
        self.blank: list[int] = []
        self.skipped: list[str] = []
        self.repeated: list[int] = []
        self.count = 0
        self.longer: dict[int, int] = {}
        self.overfull: set[int] = set()

    def read(self, lines: Lines) -> pa.Table:
        with pause_collection():
            return self._read(lines)

    def _read(self, lines: Lines) -> pa.Table:
        rows = enumerate(islice(lines, self.start, None), start=self.start + 1 + self.offset)
        parts: list[list[pa.Array]] = []
        waiting: list[list[str]] = []
        for number, row in rows:
            cells = [cell.strip(SPACE) for cell in row]
            if not self._is_record(number, cells):
                continue
            if len(cells) > self.width:
                self.longer[number] = len(cells)
                if any(cells[self.width :]):
                    self.overfull.add(number)
            self._widen(cells)
            self.numbers.append(number)
            waiting.append(cells)
            if len(waiting) == _CHUNK:
                parts.append(self._build_columns(waiting))
                waiting = []
        parts.append(self._build_columns(waiting))
        # A later chunk may have more columns than an earlier one.
        whole = []
        for at in range(len(self.names)):
            pieces = [p[at] if at < len(p) else pa.array([""] * len(p[0]), _TEXT) for p in parts]
            whole.append(pa.chunked_array(pieces, _TEXT))
        return pa.table(whole, names=self.names)

    def _widen(self, cells: list[str]) -> None:
        if len(cells) > len(self.names) and _width(cells) > len(self.names):
            further = [""] * (_width(cells) - len(self.names))
            self.names = name_columns([*self.names, *further])
        del cells[len(self.names) :]
        cells += [""] * (len(self.names) - len(cells))

    def _build_columns(self, rows: list[list[str]]) -> list[pa.Array]:
        width = len(self.names)
        for row in rows:
            # A later row may have been wider.
            row += [""] * (width - len(row))
        columns = zip(*rows, strict=True) if rows else [()] * width
        return [pa.array(column, _TEXT) for column in columns]

    def _is_record(self, number: int, cells: list[str]) -> bool:
        filled = [cell for cell in cells if cell]
        if not filled:
            self.blank.append(number)
            return False
        if cells[: len(self.names)] == self.names:
            self.repeated.append(number)
            return False
        is_total = _TOTAL.fullmatch(filled[0]) is not None and filled[0] == cells[0]
        is_alone = len(filled) == 1 and len(self.names) >= 3
        if is_total or is_alone:
            kind = "a total" if is_total else "one cell alone, a heading"
            text = " | ".join(filled)
            self.count += 1
            if len(self.skipped) < _MOST_NAMED:
                self.skipped.append(f"row {number}: {kind}, skipped: {quote(text)}")
            return False
        return True

    def find_long(self) -> dict[int, LongRow]:
        """Return the rows with more cells than the header; a delimiter at the end adds no cell."""
        if not self.longer:
            return {}
        usual, count = Counter(self.longer.values()).most_common(1)[0]
        alike = {number for number, cells in self.longer.items() if cells == usual}
        is_usual = 2 * count > len(self.numbers) and alike.isdisjoint(self.overfull)
        wanted = usual if is_usual else self.width
        return {
            number: LongRow(cells, wanted)
            for number, cells in self.longer.items()
            if cells > wanted
        }

    def describe(self) -> list[str]:
        said = list(self.skipped)
        if self.count > len(said):
            said.append(f"{self.count - len(said):,} more rows like these, skipped")
        for numbers, kind in ((self.blank, "blank"), (self.repeated, "the header again")):
            if numbers:
                shown = ", ".join(map(str, numbers[:_MOST_NAMED]))
                more = " and more" if len(numbers) > _MOST_NAMED else ""
                said.append(f"row {shown}{more}: {kind}, skipped")
        return said


_TEXT = pa.string()
