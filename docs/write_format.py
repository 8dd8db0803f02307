"""Write docs/format.md, what a file of events may say, from the model: `make docs`."""

import json
from collections.abc import Mapping
from pathlib import Path

from geo.events.guide import PARTS
from geo.events.vocabulary import VOCABULARY

PAGE = Path(__file__).parent / "format.md"
_INTRO = """# The format of a story's events

A file of events is GeoJSON (RFC 7946): a `FeatureCollection` in WGS 84, longitude before latitude;
at its top it may have `title`, `version`, `as_of`, `licence` and `attribution`. GeoParquet with a
column for each member does as well. Each feature is an event. It needs an `id`, a `title` and a
time; its `geometry` is null where the place is not known. Everything else may be missing, and is
then read as the column *default* says: as not known, never as fact. A member that is not listed
here is left out, and a note says so. One that differs from a known one by case, signs or a letter
(`is_prty`, `isParty`) rejects its record, and a column of a table its file: a slip must not make a
party's outlet independent, or publish a draft. `geo check` names what is wrong, `geo schema` prints
the same as JSON Schema. This page is made from the model by `make docs`.

    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "ship-1",
       "geometry": {"type": "Point", "coordinates": [41.0, 14.5]},
       "properties": {"title": "A ship was reported boarded", "when": "2023-11-19"}}]}
"""
_ACTOR = """
A plain name is an actor of whom nothing more is said; it is enough everywhere, and sentences start
with it. `geo upgrade` leaves it as it is: which words of "Governor of Harbour Region, not named,
to the Herald" are role, name and way would be a guess, and a wrong one would put words into
somebody's mouth.
"""
_HEAD = "| member | meaning | default | example |\n| --- | --- | --- | --- |\n"


def describe_format() -> str:
    """Return the page."""
    tables = [
        ("An event", "Event"),
        ("A claim", "Claim"),
        ("An actor", "Actor"),
        ("A source", "Source"),
    ]
    notes = {"Actor": _ACTOR}
    parts = [
        f"## {title}\n{_describe_members(name)}{notes.get(name, '')}" for title, name in tables
    ]
    return "\n".join([_INTRO, *parts, _describe_words()])


def _describe_members(name: str) -> str:
    members, defaults, required = PARTS[name]
    rows = []
    for member, entry in members.items():
        default = "needed" if member in required else ""
        if member in defaults:
            default = _format_value(defaults[member])
        example = "" if entry.example is None else _format_value(entry.example)
        rows.append(f"| `{member}` | {entry.meaning} | {default} | {example} |\n")
    return _HEAD + "".join(rows)


def _format_value(value: object) -> str:
    if isinstance(value, Mapping):
        value = dict(value)
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def _describe_words() -> str:
    """Return the words of each field, a table a field."""
    tables = [
        f"### `{field}`\n| word | label | meaning |\n| --- | --- | --- |\n"
        + "".join(f"| `{name}` | {one.label} | {one.meaning} |\n" for name, one in words.items())
        for field, words in VOCABULARY.items()
    ]
    return "\n".join(["## The words of each field\n", *tables])


if __name__ == "__main__":
    PAGE.write_text(describe_format(), "utf-8")
