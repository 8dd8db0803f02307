"""Changes: what differs from a version is reported, and nothing else."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from geopandas import GeoDataFrame

from geo.events import Event
from geo.story.changes import Changes, Version, compare_with_version
from geo.story.fingerprints import DESK_MEMBERS, EVENT_PARTS, compute_fingerprints
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story


def events_of(folder: Path, *records: object) -> GeoDataFrame:
    return open_view(write_story(folder, *records)).record.events


def version_of(events: GeoDataFrame) -> Version:
    return Version("3f9a0c417be2", "2023-06-02", compute_fingerprints(events))


def changes_between(folder: Path, before: list[object], after: list[object]) -> Changes:
    version = version_of(events_of(folder, *before))
    return compare_with_version(version, events_of(folder, *after))


def test_added_changed_and_removed_events_are_named_with_the_parts_that_changed(
    tmp_path: Path,
) -> None:
    changes = changes_between(
        tmp_path,
        [record("bridge"), record("depot"), record("mast")],
        [
            record("bridge", place="Another bridge", verification="disputed"),
            record("depot"),
            record("tower"),
        ],
    )
    assert changes.added == ("tower",)
    assert changes.removed == ("mast",)
    assert changes.changed == {"bridge": ("place", "verification")}
    assert str(changes) == "1 event changed, 1 added, 1 removed"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"title": "Fire reported at a bridge"}, "what happened"),
        ({"killed__best": 2}, "what happened"),
        ({"geometry__coordinates": [37.61, 55.75]}, "place"),
        ({"territory__controlled_by": "Ruritania"}, "place"),
        ({"end": "2023-05-03T02:29:00+03:00"}, "time"),
        ({"attribution": "contested"}, "attribution"),
        ({"claims__0__stance": "asserts"}, "claims"),
        ({"sources__0__is_party": True}, "sources"),
        ({"group": "south"}, "group"),
    ],
)
def test_each_member_of_an_event_belongs_to_one_part(
    tmp_path: Path, change: dict[str, object], part: str
) -> None:
    changes = changes_between(tmp_path, [record()], [record(**change)])
    assert changes.changed == {"bridge": (part,)}


def test_a_note_of_the_desk_is_no_change(tmp_path: Path) -> None:
    changed = record(note="Looked at again.", checked=["The date."])
    assert not changes_between(tmp_path, [record()], [changed])


def test_every_member_of_an_event_has_its_part() -> None:
    named = frozenset[str]().union(*EVENT_PARTS.values(), DESK_MEMBERS)
    assert named == {"geometry", *(member.name for member in fields(Event))}


def test_another_layout_of_the_same_events_is_no_change(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("a"), record("b"))
    version = version_of(open_view(folder).record.events)
    members = json.loads((folder / "events.geojson").read_text("utf-8"))
    members["features"].reverse()
    (folder / "events.geojson").write_text(json.dumps(members, indent=4), "utf-8")
    assert not compare_with_version(version, open_view(folder).record.events)


def test_no_events_have_not_changed_since_no_events(tmp_path: Path) -> None:
    assert str(changes_between(tmp_path, [], [])) == "no event changed"
