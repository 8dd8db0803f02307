"""What a field of the event costs: three rows, after which every kind of file has it.

The rows are added to a copy of the library, as a developer would write them.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geo.publishing.export import FORMATS
from tests.event_texts import record
from tests.story_folders import write_story

ROOT = Path(__file__).parents[1]
# A field of each kind: its type, and a value that is neither empty nor like any other.
FIELDS: dict[str, tuple[str, object]] = {
    "owner": ("Line | None", "=Мост & Söhne"),
    "story": ("Prose | None", "One line.\nAnother."),
    "crew": ("Count | None", 12),
    "reach_km": ("Kilometres | None", 0.25),
    "length_m": ("Metres | None", 60),
    "armed": ("bool | None", False),
    "built": ("DateText | None", "1999-07"),
    "page": ("WebAddress | None", "https://ships.example/?a=1&b=2"),
    "vessel": ('Annotated[str, WordOf("hull")] | None', "barge"),
}
# What readers see of those that they do not see as the file has them.
SHOWN = {
    "crew": "12",
    "reach_km": "0.25",
    "length_m": "60",
    "armed": "no",
    "built": "July 1999",
    "vessel": "Barge",
}
# A list of words is a row of the vocabulary.
WORDS = '        "hull": {"barge": Word("Barge", "A boat without a keel.")},\n'
# Tables have no column for a list until somebody gives it words.
LISTS: dict[str, tuple[str, object]] = {"ports": ("tuple[Line, ...]", ["Lau", "Lomé"])}
# Fields may stand anywhere in the model: these before another, the others at its end.
BEFORE = {"owner": "target", "story": "time_precision", "crew": "location_precision"}
Found = dict[str, dict[str, dict[str, Any]]]
"""By kind of file and event, the members of the event."""
Cards = dict[str, list[tuple[str, str]]]
"""By event, the facts on its card."""
Said = tuple[Found, dict[str, Any], str, Cards]
WITHOUT_FACTS = ("claims", "kmz")
# Reads events of a story, writes them as a kind of file, and reads that as a newsroom would.
_ROUND_TRIP = """
import json, sys
from docs.write_format import describe_format
from geo.events.schema import build_schema
from geo.importing import Request, Destination, import_file
from geo.importing.outcome.checked import check_made
from geo.publishing.export import FORMATS, export_view
from geo.publishing.parts.card import describe_facts
from geo.story.view import open_view

view, found = open_view(sys.argv[1]), {}
events = view.record.events
cards = {name: describe_facts(view, event)["facts"] for name, event in events.iterrows()}
for kind in sys.argv[2:]:
    content = export_view(view, kind)
    outcome = import_file(content, f"x{FORMATS[kind].extension}", Destination("UTC"), Request())
    assert not outcome.waiting, kind
    events = check_made(outcome, "UTC")
    assert not outcome.rejected, (kind, [one.reason for one in outcome.rejected])
    found[kind] = {name: event["properties"] for name, event in events.items()}
print(json.dumps([found, build_schema(), describe_format(), cards]))
"""


def add_fields(library: Path) -> None:
    """Add the rows of the new fields to a copy of the library."""
    members = {
        name: f"    {name}: {kind} = {'()' if kind.startswith('tuple') else 'None'}\n"
        for name, (kind, _) in (FIELDS | LISTS).items()
    }
    placed = [("event.py", f"    {other}: ", members.pop(name)) for name, other in BEFORE.items()]
    imports = "from geo.events.fields import Count, DateText, Kilometres, WebAddress\n"
    guide = "".join(
        f'        "{name}": FieldGuide("What the {name} is.", {value!r}),\n'
        for name, (_, value) in (FIELDS | LISTS).items()
    )
    facts = "".join(f'    Fact("{name}", "The {name}"),\n' for name in FIELDS)
    for name, before, row in (
        ("event.py", "from geo.events.geometry.shapes", imports),
        ("event.py", "\n    @model_validator", "".join(members.values())),
        *placed,
        ("guide.py", "    }\n)\nCLAIM", guide),
        ("facts.py", ")\nCASUALTIES", facts),
        ("vocabulary.py", '        "kind": _KIND', WORDS),
    ):
        path = library / "events" / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, name
        path.write_text(text.replace(before, row + before), "utf-8")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What the changed library reads from each kind of file, the schema, the format, the cards."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "geo", folder / "geo", ignore=shutil.ignore_patterns("__pycache__"))
    add_fields(folder / "geo")
    values = {name: value for name, (_, value) in (FIELDS | LISTS).items()}
    story = write_story(folder / "story", record("with", **values), record("without"))
    kinds = [kind for kind in FORMATS if kind not in WITHOUT_FACTS]
    done = subprocess.run(
        [sys.executable, "-c", _ROUND_TRIP, str(story), *kinds],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found, schema, described, cards = json.loads(done.stdout)
    return found, schema, described, cards


@pytest.fixture(scope="module")
def found(said: Said) -> Found:
    return said[0]


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind not in WITHOUT_FACTS])
def test_a_field_of_each_kind_comes_back_from_each_kind_of_file(kind: str, found: Found) -> None:
    has_lists = kind in ("geojson", "parquet")
    wanted = FIELDS | LISTS if has_lists else FIELDS
    given = found[kind]["with"]
    # As text, since 60 and 60.0 are equal, as are 0 and False.
    assert {name: json.dumps(given.get(name)) for name in wanted} == {
        name: json.dumps(value) for name, (_, value) in wanted.items()
    }


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind not in WITHOUT_FACTS])
def test_an_event_without_a_new_field_stays_without_it(kind: str, found: Found) -> None:
    assert not {*FIELDS, *LISTS} & {*found[kind]["without"]}


def test_the_format_and_the_schema_say_what_a_new_field_is_read_as_where_it_is_missing(
    said: Said,
) -> None:
    _, schema, described, _ = said
    members = schema["$defs"]["Event"]["properties"]
    for name in FIELDS:
        assert members[name]["default"] is None
        assert f"| `{name}` | What the {name} is. | `null` | " in described
    assert members["ports"]["default"] == []
    assert "| `ports` | What the ports is. | `[]` | " in described


def test_the_card_says_a_field_of_each_kind_in_words(said: Said) -> None:
    cards = {name: dict(facts) for name, facts in said[3].items()}
    assert {f"The {name}": cards["with"].get(f"The {name}") for name in FIELDS} == {
        f"The {name}": SHOWN.get(name, value) for name, (_, value) in FIELDS.items()
    }
    assert not {f"The {name}" for name in FIELDS} & {*cards["without"]}
