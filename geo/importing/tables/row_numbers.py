"""Numbers of rows in words."""

from collections.abc import Sequence

_MOST = 8


def format_rows(rows: Sequence[int]) -> str:
    """Return the numbers of rows in words.

    >>> format_rows([2]), format_rows([2, 5, 9]), format_rows(range(2, 20))
    ('row 2', 'rows 2, 5, 9', 'rows 2, 3, 4, 5, 6, 7, 8, 9 and 10 more')
    """
    if len(rows) == 1:
        return f"row {rows[0]}"
    more = f" and {len(rows) - _MOST:,} more" if len(rows) > _MOST else ""
    return "rows " + ", ".join(map(str, rows[:_MOST])) + more
