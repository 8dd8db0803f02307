"""Events have another fingerprint where they say something else, and only there."""

import json
from dataclasses import fields
from pathlib import Path

from geo.events import Event
from geo.story.versions.changes import compare_with_version
from geo.story.versions.fingerprints import EVENT_PARTS, NOT_COMPARED, compute_fingerprints
from geo.story.view import open_view
from tests.event_texts import record
from tests.story.changed import changes_between, events_of, version_of
from tests.story_folders import write_story


def test_a_note_of_the_desk_is_not_a_change(tmp_path: Path) -> None:
    changed = record(note="Looked at again.", checked=["The date."])
    assert not changes_between(tmp_path, [record()], [changed])


def test_every_member_of_an_event_has_its_part() -> None:
    named = frozenset[str]().union(*EVENT_PARTS.values(), NOT_COMPARED)
    assert named == {"geometry", *(member.name for member in fields(Event))}


def test_another_layout_of_the_same_events_is_not_a_change(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("a"), record("b"))
    version = version_of(open_view(folder).record.events)
    members = json.loads((folder / "events.geojson").read_text("utf-8"))
    members["features"].reverse()
    (folder / "events.geojson").write_text(json.dumps(members, indent=4), "utf-8")
    assert not compare_with_version(version, open_view(folder).record.events)


def test_a_claim_that_states_no_basis_has_the_hash_it_always_had(tmp_path: Path) -> None:
    """The hashes are those of a version that was recorded when it was read as a media report."""
    recorded = {"claims": "a427de37", "substance": "eaf63a90"}
    unstated = record()
    del unstated["properties"]["claims"][0]["basis"]
    events = events_of(tmp_path, unstated)
    assert events["claims"].iloc[0][0].basis == "not_stated"
    assert compute_fingerprints(events)["bridge"].items() >= recorded.items()
    assert changes_between(tmp_path, [unstated], [record(claims__0__basis="witnessed")])


def test_a_place_that_states_no_precision_has_the_hash_it_always_had(tmp_path: Path) -> None:
    """The hash is that of a version that was recorded when it was read as a district."""
    unstated = record()
    del unstated["properties"]["location_precision"], unstated["properties"]["radius_m"]
    events = events_of(tmp_path, unstated)
    assert events["location_precision"].tolist() == ["not_stated"]
    assert compute_fingerprints(events)["bridge"]["place"] == "89698f3d"
    assert changes_between(tmp_path, [unstated], [record(location_precision="town")])
