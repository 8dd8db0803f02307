"""Speakers that this project exported come back as they were, those of earlier versions too."""

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from geo.events import Actor, parse_events
from geo.importing import Destination, Request, import_file
from geo.importing.exports.claims import group_claims
from geo.importing.exports.speakers import read_speaker, remark_speakers
from geo.importing.files.event_table import find_event_table
from geo.importing.outcome.checked import check_made, index_features
from geo.importing.outcome.outcome import EventRow, Outcome
from geo.importing.tables.table import Table, build_table
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import claim_of, collection, record, shows_something
from tests.publishing.export.readers import NASTY
from tests.story_folders import write_story

ZONE = "Europe/Moscow"
# Texts that an earlier version would have read as something else than they are.
TELLING = ["Unnamed", "Unnamed, a soldier", "A man, not named", "Ada, not named, to us", *NASTY]
TEXTS = st.one_of(
    st.sampled_from([text.strip() for text in TELLING]),
    st.text("Aßм 🌉,.;'=+-@\"", min_size=1).map(str.strip).filter(shows_something),
)
KINDS = st.sampled_from(["person", "office", "outlet"])
OPTIONAL = {"role": TEXTS, "kind": KINDS, "named": st.booleans(), "via": TEXTS, "short": TEXTS}
ACTORS = st.fixed_dictionaries({"name": TEXTS}, optional=OPTIONAL)
WHOLE = {
    "name": "A commander",
    "role": "of the harbour guard",
    "kind": "person",
    "named": False,
    "via": "to The Herald",
    "short": "a commander of the guard",
}
EVERY = {"role": None, "kind": None, "named": True, "via": None, "short": None}


def export(actors: list[dict[str, Any]], kind: str) -> bytes:
    """Return the file of an event with a claim by each speaker, as readers download it."""
    claims = [claim_of(number, actor=one) for number, one in enumerate(actors)]
    with tempfile.TemporaryDirectory() as folder:
        shown = record("a", claims=claims, killed=None)
        return export_view(open_view(write_story(Path(folder), shown)), kind)


def speakers_of(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the speakers of the one event, with every member."""
    [event] = check_made(outcome, ZONE).values()
    assert outcome.rejected == []
    members = event["properties"]
    assert isinstance(members, dict)
    actors = [one["actor"] for one in members["claims"]]
    return [EVERY | (one if isinstance(one, dict) else {"name": one}) for one in actors]


def read_back(content: bytes, kind: str) -> Outcome:
    if kind != "claims":
        return import_file(content, f"export.{kind}", Destination(ZONE), Request())
    # The story has the event with other statements, which these replace.
    events = parse_events(collection(record("a", killed=None)), "events.geojson", ZONE)
    current = index_features(events)
    found = find_event_table(content, "claims.csv", Destination(ZONE), Request(), current)
    assert found.exported is not None
    return found.exported


@pytest.mark.parametrize("kind", ["xlsx", "gpkg", "claims"])
# A file takes a second: each of a few has many speakers, and none is made smaller to explain.
@settings(max_examples=2, phases=[Phase.generate])
@given(drawn=st.lists(ACTORS, min_size=20, max_size=40))
def test_every_speaker_comes_back_with_all_that_is_known(
    kind: str, drawn: list[dict[str, Any]]
) -> None:
    actors: list[dict[str, Any]] = [
        WHOLE,
        {"name": "Unnamed", "named": False},
        {"name": "Unnamed"},
        *drawn,
    ]
    outcome = read_back(export(actors, kind), kind)
    assert speakers_of(outcome) == [EVERY | one for one in actors]
    assert [text for text in outcome.remarks if text.startswith("claims:")] == []


def test_a_file_of_claims_has_a_column_for_each_part_of_a_speaker() -> None:
    content = export([WHOLE, {"name": "The port"}], "claims").decode("utf-8-sig")
    first, second = csv.DictReader(content.splitlines())
    assert {name: first[f"actor_{name}"] for name in WHOLE} == WHOLE | {"named": "False"}
    assert first["actor"] == "A commander, of the harbour guard, not named, to The Herald"
    assert second["actor"] == second["actor_name"] == "The port"
    assert second["actor_named"] == "True"
    assert [second[f"actor_{name}"] for name in ("role", "kind", "via", "short")] == [""] * 4


def older(*texts: str) -> Table:
    """Return the claims of a file from before there were columns for the parts of a speaker."""
    return build_table("claims", ["event", "id", "actor"], [["a", "c1", text] for text in texts])


def remarks_on(table: Table) -> dict[str, list[int]]:
    outcome = Outcome(table, [])
    remark_speakers(outcome, table)
    return {
        text.split(";")[0].removeprefix("claims: ")[:40]: rows
        for text, rows in outcome.remarks.items()
    }


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Unnamed", {"name": "Unnamed", "named": False}),
        ("unnamed, a soldier", {"name": "unnamed", "named": False, "role": "a soldier"}),
        ("A commander, not named", {"name": "A commander", "named": False}),
        (
            "A commander, not named, to The Herald, by telephone",
            {"name": "A commander", "named": False, "via": "to The Herald, by telephone"},
        ),
        ("The unnamed fund", "The unnamed fund"),
        ("Not named", "Not named"),
        ("The port, not namedrop", "The port, not namedrop"),
        (", not named", ", not named"),
        ("Ada Marsh, mayor", "Ada Marsh, mayor"),
    ],
)
def test_an_older_file_says_in_words_who_is_not_named(text: str, speaker: object) -> None:
    [claim] = group_claims(older(text))["a"]
    assert claim["actor"] == speaker


@given(drawn=ACTORS)
def test_a_speaker_of_an_older_file_is_shown_as_it_was(drawn: dict[str, Any]) -> None:
    shown = str(Actor(**drawn))
    read: Any = read_speaker({"actor": shown})
    again = Actor(**read) if isinstance(read, dict) else Actor(name=str(read))
    assert str(again) == shown
    # Unless a name says so in its own words, whoever is not named stays so.
    assert again.named is False or drawn.get("named", True)


def test_the_report_names_the_speakers_of_an_older_file_that_are_not_named() -> None:
    assert remarks_on(older("The port", "Unnamed", "A man, not named")) == {
        "this file is of an older version, withou": [],
        "a speaker called 'Unnamed' or 'not named": [2, 3],
    }


def edited(**cells: str) -> Table:
    """Return one claim of a file with all columns, as somebody has edited it."""
    row = {"event": "a", "id": "c1", "actor": "Ada Marsh, mayor", "actor_name": "Ada Marsh"}
    row |= {"actor_role": "mayor", "actor_kind": "", "actor_named": "True", **cells}
    return build_table("claims", list(row), [list(row.values())])


@pytest.mark.parametrize(
    ("cells", "speaker", "remarks"),
    [
        ({}, {"name": "Ada Marsh", "role": "mayor"}, []),
        ({"actor": "Ada  Marsh , mayor"}, {"name": "Ada Marsh", "role": "mayor"}, []),
        ({"actor": ""}, {"name": "Ada Marsh", "role": "mayor"}, []),
        (
            {"actor": "Bo Lund"},
            {"name": "Ada Marsh", "role": "mayor"},
            ["the speaker is the one of actor_name and"],
        ),
        (
            {"actor": "Unnamed", "actor_name": "", "actor_role": ""},
            {"name": "Unnamed", "named": False},
            ["a speaker called 'Unnamed' or 'not named"],
        ),
        ({"actor": "Bo", "actor_name": "", "actor_role": "", "actor_named": ""}, "Bo", []),
        (
            {"actor_named": "FALSE"},
            {"name": "Ada Marsh", "role": "mayor", "named": False},
            ["the speaker is the one of actor_name and"],
        ),
    ],
)
def test_a_speaker_that_a_hand_has_edited_is_read_or_named(
    cells: dict[str, str], speaker: object, remarks: list[str]
) -> None:
    table = edited(**cells)
    [claim] = group_claims(table)["a"]
    assert claim["actor"] == speaker
    assert list(remarks_on(table)) == remarks


@pytest.mark.parametrize(
    ("cells", "where"),
    [
        ({"actor_named": "perhaps"}, "named"),
        ({"actor_kind": "wizard"}, "kind"),
        ({"actor_name": ""}, "name"),
    ],
)
def test_a_part_of_a_speaker_that_cannot_be_read_rejects_its_event(
    cells: dict[str, str], where: str
) -> None:
    usual = claim_of(1, id="c1")
    [claim] = group_claims(edited(**cells))["a"]
    outcome = Outcome(older(), [])
    feature = record("a", claims=[usual | claim], killed=None)
    outcome.made.append(EventRow(1, feature, {"id": "a"}))
    assert check_made(outcome, ZONE) == {}
    assert [one.column for one in outcome.rejected] == [f"claims[0].actor.{where}"]
