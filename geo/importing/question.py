"""What the import cannot know, and therefore asks: once for a column, with examples."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """An answer that may be given, and what it means."""

    value: str
    words: str


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes
    ----------
    id : str
        By which an answer names it, such as "order:Date".
    text : str
        The question in a sentence, with the rows that make it one.
    choices : tuple of Choice
        Empty if any text may be answered.
    rows : tuple of int
        The rows that wait for the answer.
    is_blocking : bool
        Whether a row becomes no event before it is answered.
    """

    id: str
    text: str
    choices: tuple[Choice, ...] = ()
    rows: tuple[int, ...] = ()
    is_blocking: bool = True


Answers = Mapping[str, str]
"""What was answered, by the id of the question."""


def format_rows(rows: list[int] | tuple[int, ...], most: int = 8) -> str:
    """Return the numbers of rows in words.

    >>> format_rows([2]), format_rows([2, 5, 9]), format_rows(list(range(2, 20)))
    ('row 2', 'rows 2, 5, 9', 'rows 2, 3, 4, 5, 6, 7, 8, 9 and 10 more')
    """
    if len(rows) == 1:
        return f"row {rows[0]}"
    more = f" and {len(rows) - most:,} more" if len(rows) > most else ""
    return "rows " + ", ".join(map(str, rows[:most])) + more
