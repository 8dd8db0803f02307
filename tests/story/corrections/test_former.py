"""Which events were once in the record: those of a version, or of a correction that ends them."""

import json

import pytest
from pydantic import JsonValue

from geo.story.corrections.correction import Correction
from geo.story.corrections.former import list_former
from geo.story.versions.changes import Version

PORT: dict[str, dict[str, str]] = {"port": {"place": "1"}}
FIRST = Version("3f9a0c417be2", "2023-06-02", {**PORT, "tower": {"place": "2"}})
SECOND = Version("88c47b665036", "2023-06-05", PORT)


def correct(
    event: str, field: str = "title", is_: JsonValue = None, day: str = "2023-06-04"
) -> Correction:
    line = {"date": day, "event": event, "field": field, "is": is_, "why": "It was wrong."}
    return Correction.model_validate_json(json.dumps(line))


@pytest.mark.parametrize(
    ("one", "is_former"),
    [
        # A version has it, whatever is corrected.
        (correct("tower"), True),
        (correct("tower", "record"), True),
        # It is still there.
        (correct("port"), False),
        # No version has it: a misspelt id.
        (correct("towr"), False),
        (correct("towr", "record"), False),
        (correct("towr", "record", "towr"), False),
        # It was removed before the first version, or on its day.
        (correct("mill", "record", day="2023-06-01"), True),
        (correct("mill", "record", day="2023-06-02"), True),
        (correct("mill", "record", "mill", day="2023-06-01"), False),
        (correct("mill", "title", day="2023-06-01"), False),
        # It was renamed or split into what is there or was.
        (correct("harbour", "id", ["port", "pier"]), True),
        (correct("harbour", "id", ["tower"]), True),
        (correct("harbour", "id", "port"), True),
        (correct("harbour", "id", ["pier", "quay"]), False),
        (correct("harbour", "id"), False),
        (correct("harbour", "id", [7, None]), False),
    ],
)
def test_an_event_was_there_where_a_version_has_it_or_its_end_is_told(
    one: Correction, is_former: bool
) -> None:
    found = list_former([correct("port"), one], ["port"], [FIRST, SECOND])
    assert found == ({one.event} if is_former else set())


def test_without_versions_a_removal_is_believed_and_a_change_is_not() -> None:
    lines = [correct("mill", "record"), correct("towr"), correct("tower", "place")]
    assert list_former(lines, ["port"], []) == {"mill"}
    assert list_former([], [], []) == frozenset()
