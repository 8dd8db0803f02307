"""Write docs/format.md, what a file of events may say, from the model: `make docs`."""

import json
from collections.abc import Mapping
from pathlib import Path

from geo.events.guide import PART_GUIDES
from geo.events.vocabulary import VOCABULARY
from geo.story.parts.annotation import MOST_ANNOTATIONS, MOST_LETTERS
from geo.story.parts.basis import MOST_BASIS, RecordBasis, format_caveat, format_footnote
from geo.story.parts.own_words import MOST_LABEL, MOST_MEANING, MOST_WORDS
from geo.story.story_file import Story

PAGE = Path(__file__).parent / "format.md"
_INTRO = """# The format of a story's events

A file of events is GeoJSON (RFC 7946): a `FeatureCollection` in WGS 84, longitude before latitude;
at its top it may have `title`, `version`, `as_of`, `licence` and `attribution`. GeoParquet with a
column for each member does as well. Each feature is an event. It needs an `id`, a `title` and a
time; its `geometry` is null where the place is not known. Everything else may be missing, and is
then read as the column *default* says: as not known, never as fact. A member that is not listed
here is left out, and a note says so. One that differs from a known one by case, punctuation or a
letter (`is_prty`, `isParty`) rejects its event, and a column of a table its file: a typing error
must not make a party's outlet independent, or publish a draft. `geo check` names what is wrong,
`geo schema` prints the same as JSON Schema. This page is made from the model by `make docs`.

    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "ship-1",
       "geometry": {"type": "Point", "coordinates": [41.0, 14.5]},
       "properties": {"title": "A ship was reported boarded", "when": "2023-11-19"}}]}
"""
_ACTOR = """
A plain name is an actor about whom nothing more is said; it is enough everywhere, and sentences
start with it. `geo upgrade` leaves it as it is: which words of "Governor of Harbour Region, not
named, to the Herald" are role, name and channel would be a guess, and a wrong one would put words
into somebody's mouth.
"""
_OWN_WORDS = """## A story's own words
A story may add words to some of these lists, in story.json:

{table}
```json
{example}
```

- `id` is what events use: lower-case letters, digits and `_`. `label` is what readers see, up to
  {label} characters; `meaning` explains it in a sentence of up to {meaning}. All three are needed;
  at most {words} words per list.
- The words come before those of every story in menus, filters, legend, spreadsheet, API and schema,
  and get their colour in the same way: the seven most frequent types have one each.
- The words of every story remain, and mean the same in each: their ids cannot be given another
  label or meaning, and none can be hidden. No two words of a list may have one label.
  The other lists are closed, since rules rest on each word.
- A story's own type is treated as something said to have happened, as all but `measure` are. It
  names no party: who did it is another question, and `geo check` says so.
- A word that story.json does not declare is rejected with the nearest one that it does. Keep a word
  that an earlier version of the events uses: versions are read with today's words. So is a file
  that is opened with `EVENTS`: set `STORY` as well.
- `geo sheet FOLDER --out FILE.xlsx` writes the spreadsheet for entering events, with these
  words; `geo schema events --story FOLDER` prints the schema with them.
"""
_BASIS = """## What the record is made from
Every page, download and copied text says what the numbers rest on, in the words of `basis` in
story.json:

```json
{example}
```

- `found_in` completes "Found in ...": "{caveat}".
- `note` may stand in its place under every page, for example to say that the record is incomplete:
  "{note}"
- Each has up to {most} characters. Without `basis` only what is true of every record is said:
  "{no_caveat}", and "{no_note}"

"""
_BASIS_EXAMPLE = {
    "found_in": "letters to the desk and court files",
    "note": "From letters and court files; incomplete.",
}
_NOTES = """## Notes on time axes
`annotations` of story.json marks on the time axes of charts what readers may have in mind: a day
or an interval, and one sentence with what it rests on.

```json
{example}
```

- `from` and `to` are written as in a link: a day, which is included whole, or a minute, on
  the story's clock; a minute of `to` is the first that is left out. Without `to` it is that day,
  or that minute. At most {most} notes, each of up to {letters} characters.
- `rests_on` names claims (`event#c2`), sources (`event@s3`) or events of the record, as in a
  briefing.
- `geo check` reads a note by the rules of briefings: who says so is named, and no claim is stated
  as a fact. One with a problem is not shown. Charts over time number the notes; the words are
  below.

"""
_NOTES_EXAMPLE = {
    "from": "2023-11-19",
    "to": "2023-11-21",
    "text": "The navy said that it had closed the strait.",
    "rests_on": ["ship-1#c1"],
}
_OWN_EXAMPLE = {
    "title": "Ships in the Strait",
    "event_types": [
        {
            "id": "adrift",
            "label": "Ship adrift",
            "meaning": "A ship is said to have been found with nobody steering it.",
        }
    ],
    "targets": [
        {
            "id": "lighthouse",
            "label": "Lighthouse",
            "meaning": "Lights that ships steer by, and their keepers.",
        }
    ],
}
_MOST = {"label": MOST_LABEL, "meaning": MOST_MEANING, "words": MOST_WORDS}
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
    return "\n".join(
        [
            _INTRO,
            *parts,
            _describe_words(),
            _describe_basis() + _describe_notes() + _describe_own_words(),
        ]
    )


def _describe_members(name: str) -> str:
    members, defaults, required = PART_GUIDES[name]
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
    """Return the words of each field, a table for each."""
    tables = [
        f"### `{field}`\n| word | label | meaning |\n| --- | --- | --- |\n"
        + "".join(f"| `{name}` | {one.label} | {one.meaning} |\n" for name, one in words.items())
        for field, words in VOCABULARY.items()
    ]
    return "\n".join(["## The words of each field\n", *tables])


def _describe_basis() -> str:
    """Return how a story says what its record is made from."""
    basis = RecordBasis.model_validate(_BASIS_EXAMPLE)
    return _BASIS.format(
        example=f'"basis": {json.dumps(_BASIS_EXAMPLE, indent=1)}',
        caveat=format_caveat(basis),
        note=format_footnote(basis),
        most=MOST_BASIS,
        no_caveat=format_caveat(None),
        no_note=format_footnote(None),
    )


def _describe_notes() -> str:
    """Return how a story marks its time axes."""
    example = f'"annotations": [{json.dumps(_NOTES_EXAMPLE, indent=1)}]'
    return _NOTES.format(example=example, most=MOST_ANNOTATIONS, letters=MOST_LETTERS)


def _describe_own_words() -> str:
    """Return how a story adds words, and to which fields."""
    lists = Story(title="Any").vocabulary.declared_in.items()
    rows = "".join(f"| `{member}` | `{field}` |\n" for field, member in lists)
    head = "| member of story.json | adds words to |\n| --- | --- |\n"
    return _OWN_WORDS.format(table=head + rows, example=json.dumps(_OWN_EXAMPLE, indent=1), **_MOST)


if __name__ == "__main__":
    PAGE.write_text(describe_format(), "utf-8")
