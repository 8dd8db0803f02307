"""A list of texts in one cell of a table, and back."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

SEPARATORS = {
    "verified_aspects": ", ",
    "source_urls": " ",
    "about": ", ",
    "also_about": " ",
    "accuses": "; ",
}
"""What stands between the texts of each column that holds lists."""

_JSON = TypeAdapter(Annotated[list[str], Field(min_length=1)])
# Programs for tables and texts may have made its quotes round.
_JSON_START = re.compile("\\[[\"'\u2018-\u201f]")
# Whoever reads a table drops these at the ends of a cell.
_BLANK = r"[\s\u200b\ufeff]"
_BLANK_END = re.compile(rf"{_BLANK}|.*{_BLANK}\Z", re.DOTALL)


def write_list(column: str, texts: Sequence[str]) -> str | None:
    """Return texts as the cell of a column; None if there are none.

    Where they would not come back from a text with the separator of the column between them,
    they are written as a list in JSON.

    Examples
    --------
    >>> write_list("accuses", ["port", "The harbour, Lau"])
    'port; The harbour, Lau'
    >>> write_list("accuses", ["North; South", "port"])
    '["North; South","port"]'
    """
    cell = SEPARATORS[column].join(texts)
    if not any(map(_BLANK_END.match, texts)) and read_list(column, cell) == list(texts):
        return cell
    return _JSON.dump_json(list(texts)).decode() if texts else None


def read_list(column: str, cell: str) -> list[str] | str:
    """Return the texts of a cell of a column, also of an earlier version, or edited by hand.

    A cell that starts as a list in JSON and is none is returned as it is: to split it would make
    names that nobody wrote, and the check of its row rejects it.

    Examples
    --------
    >>> read_list("accuses", "port; The harbour, Lau"), read_list("accuses", "[port]; Lau")
    (['port', 'The harbour, Lau'], ['[port]', 'Lau'])
    >>> read_list("accuses", '["North; South","port]')
    '["North; South","port]'
    """
    if not cell.startswith("["):
        return cell.split(SEPARATORS[column])
    try:
        return _JSON.validate_json(cell, strict=True)
    except ValidationError:
        return cell if _JSON_START.match(cell) else cell.split(SEPARATORS[column])
