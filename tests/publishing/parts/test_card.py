"""What a card says of the place, and whom it names where few have room."""

from pathlib import Path
from typing import cast

import pytest

from geo.claims import Entry
from geo.cli.main import main
from geo.publishing.parts.card import describe_card, describe_facts
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import point, write_story

NOT_STATED = "what the location rests on is not stated"


def _describe_place(folder: Path, event: dict[str, object]) -> str:
    view = open_view(write_story(folder, event))
    where = describe_facts(view, view.record.events.iloc[0])["where"]
    assert isinstance(where, dict)
    return str(where["precision"])


@pytest.mark.parametrize(
    ("members", "words"),
    [
        (
            {"place_basis": "coordinates are ours, not the sources'", "radius_m": 200},
            "Within about 200 m; coordinates are ours, not the sources'",
        ),
        (
            {"place_basis": "named by the sources; coordinates are ours", "radius_m": 2500},
            "Within about 2.5 km; named by the sources; coordinates are ours",
        ),
        ({"place_basis": "по координатам", "radius_m": 5000}, "Within about 5 km; по координатам"),
    ],
)
def test_whose_a_location_is_is_said_as_the_record_says_it(
    tmp_path: Path, members: dict[str, object], words: str
) -> None:
    event = record("bridge", geometry=point(0.5, 0.5), **members)
    assert _describe_place(tmp_path / "story", event) == words


def test_nobody_is_given_a_location_of_which_the_record_says_nothing(tmp_path: Path) -> None:
    event = record("bridge", geometry=point(0.5, 0.5), radius_m=5000)
    del event["properties"]["place_basis"]
    assert _describe_place(tmp_path / "story", event) == f"Within about 5 km; {NOT_STATED}"


def test_a_radius_that_nobody_stated_is_called_assumed(tmp_path: Path) -> None:
    event = record("bridge", geometry=point(0.5, 0.5), place_basis="the reports")
    del event["properties"]["radius_m"], event["properties"]["location_precision"]
    view = open_view(write_story(tmp_path / "story", event))
    facts = describe_facts(view, view.record.events.iloc[0])
    assert cast(dict[str, str], facts["where"])["precision"] == (
        "How well it is known is not stated; within about 5 km is assumed; the reports"
    )
    assert cast(dict[str, str], facts["distance"])["words"].endswith(", precision not stated")


def test_a_place_that_is_not_known_has_no_basis(tmp_path: Path) -> None:
    members = {"location_precision": "unknown", "radius_m": None, "place_basis": "the reports"}
    said = _describe_place(tmp_path / "story", record("bridge", geometry=None, **members))
    assert "reports" not in said
    assert "location" not in said


def _list_speakers(folder: Path, *actors: object) -> list[str]:
    claims = [
        {
            "id": f"c{number}",
            "stance": "asserts",
            "about": ["occurrence"],
            "basis": "official_statement",
            "actor": actor,
            "said_at": "2023-05-03",
            "summary": "Said it happened.",
            "source": "s1",
        }
        | ({"side": "north"} if isinstance(actor, dict) else {})
        for number, actor in enumerate(actors, 1)
    ]
    view = open_view(write_story(folder, record("bridge", killed=None, claims=claims)))
    stances = describe_card(view, view.record.events.iloc[0])["stances"]
    _, entries, more = cast(list[tuple[str, list[Entry], int]], stances)[0]
    assert len(entries) + more == len(actors)
    return [entry.claim.actor.name for entry in entries]


def test_the_card_names_three_speakers_once_each_the_named_officials_first(tmp_path: Path) -> None:
    office = {"name": "Harbour office", "kind": "office"}
    mayor = {"name": "Ada Marsh", "kind": "person", "role": "mayor"}
    spoken = ["Дон", office, "Dawn", office, "Dusk", mayor]
    assert _list_speakers(tmp_path / "story", *spoken) == ["Harbour office", "Ada Marsh", "Дон"]


def test_one_speaker_alone_fills_the_card(tmp_path: Path) -> None:
    assert _list_speakers(tmp_path / "story", "Dawn", "Dawn", "Dawn", "Dawn") == ["Dawn"] * 3


def test_a_number_of_people_is_nobodys_word_that_it_happened(tmp_path: Path) -> None:
    usual = {"basis": "official_statement", "side": "north", "source": "s1"}
    claims = [
        usual | {"id": "c1", "actor": "Dawn", "stance": "asserts", "about": ["casualties"]},
        usual | {"id": "c2", "actor": "Dusk", "stance": "contradicts", "about": ["casualties"]},
        usual | {"id": "c3", "actor": "Noon", "stance": "accuses", "about": ["perpetrator"]},
    ]
    event = record("bridge", killed=None, claims=[one | {"summary": "Said so."} for one in claims])
    view = open_view(write_story(tmp_path / "story", event))
    stances = describe_card(view, view.record.events.iloc[0])["stances"]
    shown = {
        heading: [entry.claim.actor.name for entry in entries]
        for heading, entries, _ in cast(list[tuple[str, list[Entry], int]], stances)
        if entries
    }
    assert shown == {
        "Those who say it happened, or say who did it": ["Noon"],
        "Those who speak only of casualties": ["Dawn", "Dusk"],
    }


def test_a_card_of_old_data_says_that_its_event_has_been_withdrawn_since(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("bridge"), record("port"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    after = collection(record("bridge"), record("port", workflow="withdrawn"))
    (folder / "events.geojson").write_bytes(after)
    with pytest.warns(UserWarning, match="Withdrawn since: port"):
        view = open_view(folder, f"?data={old}")
    events = view.record.events
    asides = [describe_card(view, events.loc[one])["aside"] for one in ("bridge", "port")]
    assert asides == ["", "This event has been withdrawn since."]
