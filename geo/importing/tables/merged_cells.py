"""Cells that were merged over several rows: the value of the first, written into each of them.

Whether it holds for all of them is asked (`geo.importing.questions.merged_rows`); until then it is
known which cells had no value of their own.
"""

from collections.abc import Iterator, Sequence

from geo.importing.tables.header import Lines
from geo.importing.tables.table import name_letter
from geo.importing.tables.workbook_reply import CellRange

_MOST_NAMED = 8


class FilledLines(Lines):
    """Rows in which merged cells have the value of the first; a row of nothing else stays blank.

    Attributes
    ----------
    filled : dict of int to set of int
        The columns, from 0, that were filled in each row, from 1; complete once all were read.
    """

    def __init__(self, lines: Lines, merged: Sequence[CellRange]) -> None:
        self._lines = lines
        self._by_top: dict[int, list[CellRange]] = {}
        for one in merged:
            if one[2] > one[0]:
                self._by_top.setdefault(one[0], []).append(one)
        self.filled: dict[int, set[int]] = {}

    def __iter__(self) -> Iterator[Sequence[str]]:
        # By column, so that ranges over one another cost no more than the cells that there are.
        open_: dict[int, tuple[int, str]] = {}
        for at, row in enumerate(self._lines):
            cells = list(row)
            if open_ and any(cells):
                self._fill(at, cells, open_)
            for _, left, bottom, _ in self._by_top.get(at, ()):
                if left < len(cells) and cells[left]:
                    open_[left] = (bottom, cells[left])
            yield cells

    def _fill(self, at: int, cells: list[str], open_: dict[int, tuple[int, str]]) -> None:
        for column, (bottom, value) in list(open_.items()):
            if at > bottom:
                del open_[column]
            elif column < len(cells) and not cells[column]:
                cells[column] = value
                self.filled.setdefault(at + 1, set()).add(column)


def describe_wide(merged: Sequence[CellRange]) -> tuple[str, ...]:
    """Return a remark on cells that were merged within a row, as titles are."""
    wide = [one for one in merged if one[0] == one[2]]
    if not wide:
        return ()
    return (f"merged cells count for their first cell only: {list_ranges(wide)}",)


def list_ranges(ranges: Sequence[CellRange]) -> str:
    """Return ranges as a spreadsheet names them.

    >>> list_ranges([(0, 0, 0, 3), (5, 1, 6, 1)])
    'A1:D1, B6:B7'
    """
    named = [
        f"{name_letter(left)}{top + 1}:{name_letter(right)}{bottom + 1}"
        for top, left, bottom, right in ranges[:_MOST_NAMED]
    ]
    more = f" and {len(ranges) - _MOST_NAMED:,} more" if len(ranges) > _MOST_NAMED else ""
    return ", ".join(named) + more
