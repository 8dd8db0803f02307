"""The path of a member in a correction: whether the record has it, and what is there now."""

import json
from collections.abc import Mapping, Sequence
from itertools import takewhile

from geo.errors import quote

ADDED = "+"
"""At the end of a path: a claim or source that was added."""

WHOLE = frozenset({"record", "id"})
"""Paths that mean the event itself: added or withdrawn, renamed or split."""

MISSING = object()
"""The value of a path that leads nowhere."""

# Texts shorter than this are quoted whole; of longer ones so much before the first difference.
_LONG, _BEFORE = 30, 10


def look_up(members: Mapping[str, object], path: str) -> object:
    """Return what is at a path; MISSING if there is no such member.

    Parameters
    ----------
    members : mapping
        Properties of a feature, and its geometry.
    path : str
        Such as ``killed.best``, ``claims.c2.stance`` or ``claims.+``; of a list its parts are
        named by their id.

    Examples
    --------
    >>> members = {"title": "Fire", "claims": [{"id": "c2", "stance": "denies"}]}
    >>> look_up(members, "claims.c2.stance")
    'denies'
    >>> look_up(members, "summry") is MISSING
    True
    """
    value: object = members
    for name in path.removesuffix(f".{ADDED}").split("."):
        match value:
            case Mapping():
                value = value.get(name, MISSING)
            case str():
                return MISSING
            case Sequence():
                named = [one for one in value if isinstance(one, Mapping) and one.get("id") == name]
                value = named[0] if named else MISSING
            case _:
                return MISSING
    return value


def quote_difference(one: object, other: object) -> tuple[str, str]:
    """Return two values as short text, each from a little before where they first differ.

    >>> quote_difference("A fire at the depot of Brightwater", "A fire at the depot of Harbour")
    ("'... depot of Brightwater'", "'... depot of Harbour'")
    >>> quote_difference(1, None)
    ('1', 'null')
    """
    texts = [
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for value in (one, other)
    ]
    if max(map(len, texts)) < _LONG or isinstance(one, str) != isinstance(other, str):
        return quote(one), quote(other)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False))
    start = max(0, len(list(same)) - _BEFORE)
    dots = "... " if start else ""
    return quote(dots + texts[0][start:].lstrip()), quote(dots + texts[1][start:].lstrip())
