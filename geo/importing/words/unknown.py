"""Texts that say, in any column, that nothing is known."""

import json
from functools import cache
from pathlib import Path


@cache
def list_unknown() -> frozenset[str]:
    """Return the texts that say that nothing is known, in lower-case letters."""
    return frozenset(json.loads(Path(__file__).with_name("unknown.json").read_text("utf-8")))


def is_unknown(text: str) -> bool:
    """Return whether a cell is empty, or says that nothing is known.

    >>> is_unknown(""), is_unknown(" N/A "), is_unknown("Aden")
    (True, True, False)
    """
    return not text or text.casefold().strip() in list_unknown()
