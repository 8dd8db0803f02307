"""What each member of an event is, of which its columns in frames, files and tables are made."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from geo.events.event import Event, Feature
from geo.events.fields import DateText, WordOf
from geo.events.parts import Territory

MEMBER_TYPES: dict[str, object] = {
    "id": get_type_hints(Feature, include_extras=True)["id"],
    **get_type_hints(Territory, include_extras=True),
    **get_type_hints(Event, include_extras=True),
}
"""The checked type of each member, of the territory's two parts and of the id."""


def strip_kind(kind: object) -> object:
    """Return a type without its checks, and without that it may be missing.

    Examples
    --------
    >>> from geo.events.fields import Count, Line
    >>> strip_kind(Count | None), strip_kind(Line)
    (<class 'int'>, <class 'str'>)
    """
    parts = [part for part in get_args(kind) if part is not NoneType]
    if get_origin(kind) is Annotated:
        return strip_kind(parts[0])
    is_optional = get_origin(kind) in (Union, UnionType) and len(parts) == 1
    return strip_kind(parts[0]) if is_optional else kind


PLAIN: dict[str, object] = {name: strip_kind(kind) for name, kind in MEMBER_TYPES.items()}
"""The same without checks: str, int, float, bool, datetime, a class, or a tuple of one of them."""


def _list_parts(kind: object) -> Iterator[object]:
    """Yield a type and all that it is made of, its checks too."""
    yield kind
    for part in get_args(kind):
        yield from _list_parts(part)


WORD_LISTS: dict[str, str] = {
    name: part.field
    for name, kind in MEMBER_TYPES.items()
    for part in _list_parts(kind)
    if isinstance(part, WordOf)
}
"""For each member that holds words of a list: the field of the vocabulary that has the list."""
DATES = frozenset(name for name, kind in MEMBER_TYPES.items() if DateText in _list_parts(kind))
"""Members that hold a date as a text."""
