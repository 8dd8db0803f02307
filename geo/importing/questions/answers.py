"""Answers to the questions of a table: as a file to fill in, and whether its questions exist."""

import json
from collections.abc import Iterable

from geo.errors import quote
from geo.events.files.json_text import list_repeated_names
from geo.events.suggestion import suggest
from geo.importing.columns.mapping import MappingError
from geo.importing.columns.named_columns import describe_missing_column
from geo.importing.places.point import BEYOND, METRES, SWAPPED
from geo.importing.questions.long_rows import LONG
from geo.importing.questions.merged_rows import MERGED
from geo.importing.questions.question import Question
from geo.importing.questions.repeated_rows import REPEATED
from geo.importing.tables.table import Table

ABOUT_COLUMNS = frozenset({"order", "year", "midnight"})
"""Kinds of questions about a column, with which their ids start, such as "order:Date"."""
_OTHERS = frozenset({"place", "zone", SWAPPED, BEYOND, METRES, MERGED, LONG, REPEATED})


def check_answers(table: Table, questions: Iterable[str]) -> None:
    """Raise MappingError if an answer is to no question that a table can be asked.

    Parameters
    ----------
    table : Table
    questions : iterable of str
        Their ids, such as "order:Date".
    """
    for identity in questions:
        kind, _, name = identity.partition(":")
        if kind in ABOUT_COLUMNS and name not in table.columns:
            where = f"the answer to {quote(identity)}"
            raise MappingError(describe_missing_column(where, name, table))
        if kind not in ABOUT_COLUMNS | _OTHERS:
            hint = suggest(kind, ABOUT_COLUMNS | _OTHERS)
            raise MappingError(
                f"the answers: found {quote(identity)}, wanted the id of a question{hint}"
            )


def write_answers(questions: Iterable[Question]) -> bytes:
    """Return a file of open questions, to fill in and to pass on."""
    described = {
        one.id: {
            "question": one.text,
            "choices": {choice.value: choice.words for choice in one.choices},
        }
        for one in questions
    }
    content = {"answers": dict.fromkeys(described), "questions": described}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_answers(content: bytes) -> dict[str, str]:
    """Return the answers of such a file; those that are still open are left out.

    Raises
    ------
    ValueError
        If it is not JSON, repeats a name in one object, or is not an object of texts.
    """
    value = json.loads(content.decode("utf-8-sig"))
    if list_repeated_names(content):
        raise ValueError("a name twice")
    given = value.get("answers", value) if isinstance(value, dict) else None
    if not isinstance(given, dict):
        raise ValueError("answers")
    return {str(name): str(text) for name, text in given.items() if text not in (None, "")}
