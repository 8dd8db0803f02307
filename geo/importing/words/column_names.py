"""What a column holds, by its name in several languages or its HXL tag."""

import json
import re
from functools import cache
from pathlib import Path

from geo.importing.words.simplify import simplify_name

_FOLDER = Path(__file__).parent
# A longer name is a cell of prose, and slow to simplify.
_LONGEST_NAME = 300
# What the members of an object hold, by what the object is and what they are called.
_OF_A_PLACE = {role: role for role in ("lat", "lon", "wkt", "place", "region", "radius_m")}
_MEMBERS: dict[str, dict[str, str]] = {
    **dict.fromkeys(("place", "coordinates", "wkt"), _OF_A_PLACE),
    "casualties": {"killed": "killed", "injured": "injured"},
    "source": {"source": "source"},
}


@cache
def list_names() -> dict[str, str]:
    """Return the role of each known name of a column, the name in plain lower-case letters."""
    roles = json.loads((_FOLDER / "column_names.json").read_text("utf-8"))
    return {simplify_name(name): role for role, names in roles.items() for name in names}


@cache
def list_roles() -> frozenset[str]:
    """Return what a column may be read as."""
    return frozenset(list_names().values()) | {"kept"}


@cache
def _list_tags() -> dict[str, str]:
    tags: dict[str, str] = json.loads((_FOLDER / "hxl_tags.json").read_text("utf-8"))
    return tags


def find_role(name: str) -> str | None:
    """Return what a column of this name holds; None if the name is not known.

    Examples
    --------
    >>> find_role("Who is blamed"), find_role("Time (local)"), find_role("LATITUDE_DD")
    ('blamed', 'time', None)
    >>> find_role("location.latitude"), find_role("place.name"), find_role("source.name")
    ('lat', 'place', None)
    """
    if len(name) > _LONGEST_NAME:
        return None
    names = list_names()
    plain = simplify_name(name)
    without = simplify_name(re.sub(r"\(.*?\)|\[.*?\]", " ", name))
    return names.get(plain) or names.get(without) or _find_role_of_member(name)


def _find_role_of_member(name: str) -> str | None:
    """Return what a member of an object holds, such as location.latitude; None if not known."""
    whole, _, member = name.rpartition(".")
    names, called = list_names(), simplify_name(member)
    # That of a place is no title.
    role = "place" if called == "name" else names.get(called, "")
    return _MEMBERS.get(names.get(simplify_name(whole), ""), {}).get(role)


def find_tagged_role(tag: str) -> str | None:
    """Return what a column with an HXL tag holds, by the tag with the most of its attributes.

    >>> find_tagged_role("#geo +lat"), find_tagged_role("#affected+killed+f")
    ('lat', 'killed')
    """
    name, *attributes = re.split(r"\s*\+\s*", tag.strip().lower())
    known = _list_tags()
    for attribute in attributes:
        if role := known.get(f"{name}+{attribute}"):
            return role
    return known.get(name)
