"""What differs between two files of events, member by member."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue

from geo.story.differences import find_differences
from tests.event_texts import record
from tests.story.changed import events_of

Found = tuple[str, str, JsonValue, JsonValue]


def differences(folder: Path, before: Sequence[object], after: Sequence[object]) -> list[Found]:
    found = find_differences(events_of(folder, *before), events_of(folder, *after))
    return [(one.event, one.field, one.was, one.is_) for one in found]


def test_each_member_that_differs_is_named_by_the_path_of_a_correction(tmp_path: Path) -> None:
    changed = record(title="Another", killed__best=2, claims__0__stance="denies")
    assert differences(tmp_path, [record()], [changed]) == [
        ("bridge", "title", record()["properties"]["title"], "Another"),
        ("bridge", "killed.best", 1, 2),
        ("bridge", "claims.c1.stance", "accuses", "denies"),
    ]


def test_events_that_came_and_went_are_named_in_the_order_of_their_ids(tmp_path: Path) -> None:
    before, after = [record("c"), record("b")], [record("b"), record("a")]
    assert differences(tmp_path, before, after) == [
        ("a", "record", None, "added"),
        ("c", "record", "removed", None),
    ]


def test_another_order_and_an_empty_list_differ_in_nothing(tmp_path: Path) -> None:
    before = [record("a", verified_aspects=[]), record("b")]
    assert differences(tmp_path, before, before[::-1]) == []
    assert differences(tmp_path, [], []) == []


def test_a_place_that_moved_is_one_difference(tmp_path: Path) -> None:
    moved = record(geometry={"type": "Point", "coordinates": [30.5, 50.5]})
    [(event, field, _, now)] = differences(tmp_path, [record()], [moved])
    assert (event, field) == ("bridge", "geometry")
    assert now == {"type": "Point", "coordinates": [30.5, 50.5]}
