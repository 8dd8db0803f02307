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
