"""Changes: what differs from a version is reported, and nothing else."""

from pathlib import Path

import pytest

from geo.story.versions.changes import list_changed_parts
from tests.event_texts import record
from tests.story.changed import changes_between


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
        ({"killed__best": 2}, "casualties"),
        ({"killed": None}, "casualties"),
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


def test_a_version_from_before_casualties_were_a_part_says_what_it_knows() -> None:
    now = {"what happened": "2", "casualties": "b", "what else happened": "x", "place": "p"}
    assert list_changed_parts({"what happened": "1", "place": "p"}, now) == ("what happened",)
    assert list_changed_parts({"what happened": "2", "place": "p"}, now) == ()
    both = now | {"casualties": "a", "what else happened": "y", "what happened": "1"}
    assert list_changed_parts(both, now) == ("what happened", "casualties")


def test_no_events_have_not_changed_since_no_events(tmp_path: Path) -> None:
    assert str(changes_between(tmp_path, [], [])) == "no event changed"
