"""A story as it was at a version of its data."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.current import StoryFiles, open_current
from geo.story.differences import compare_versions
from geo.story.old_versions import describe_gone
from geo.story.view import View, open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story


def test_the_library_opens_the_data_that_a_link_names_and_says_so(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("a"), record("b")))
    assert main(["version", "--story", str(folder)]) == 0
    with pytest.warns(UserWarning, match=f"the data of version {old} of .*; the newest are"):
        view = open_view(folder, f"?data={old}")
    assert list(view.record.events.index) == ["a"]
    assert view.record.version == old
    with pytest.warns(UserWarning, match="Version 0123456789ab is not known"):
        assert len(open_view(folder, "?data=0123456789ab").record.events) == 2


def test_drafts_of_an_old_version_stay_at_the_desk(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b", workflow="draft"))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(record("a", place="Elsewhere")))
    with pytest.warns(UserWarning, match=old):
        assert list(open_view(folder, f"data={old}").record.events.index) == ["a"]


def open_old(folder: Path, *after: object) -> tuple[View, str]:
    """Keep the data of a story as a version, replace them, and open the version with its note."""
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(collection(*after))
    with pytest.warns(UserWarning, match=f"data of version {old}") as warned:
        view = open_view(folder, f"?data={old}")
    [note] = [str(one.message) for one in warned]
    return view, note.partition("; the newest are ")[2].partition(". ")[2]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (0, ""),
        (1, "Withdrawn since: b."),
        (13, "Withdrawn since: b, b1, b10, b11, b12, b2, b3, b4, b5, b6, b7, b8 ...."),
    ],
)
def test_events_that_were_withdrawn_since_are_named_and_called_so(
    tmp_path: Path, count: int, named: str
) -> None:
    gone = ["b", *(f"b{number}" for number in range(1, 13))][:count]
    folder = write_story(tmp_path / "story", record("a"), *map(record, gone))
    withdrawn = [record(one, workflow="withdrawn") for one in gone]
    view, note = open_old(folder, record("a"), *withdrawn, record("new"))
    assert note == named
    assert view.record.events["workflow"].to_dict() == {
        "a": "published",
        **dict.fromkeys(gone, "withdrawn"),
    }
    assert {describe_gone(view.current, one) for one in gone} <= {
        "This event has been withdrawn since."
    }
    assert describe_gone(view.current, "a") == ""
    assert describe_gone(open_view(folder).current, "a") == ""


def test_only_an_event_that_the_desk_has_withdrawn_is_called_so(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", *map(record, ("a", "b", "c", "d")))
    after = [record("a"), record("b", workflow="withdrawn"), record("c", workflow="in_review")]
    view, note = open_old(folder, *after)
    assert note == "Withdrawn since: b. No longer in the newest: c, d."
    assert view.record.events["workflow"].tolist() == ["published", "withdrawn", *["published"] * 2]
    assert {describe_gone(view.current, one) for one in ("c", "d")} == {
        "The newest data do not have this event: it may have been withdrawn or renamed since."
    }


def test_what_was_withdrawn_is_called_so_in_every_comparison_or_none(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "story", record("a"), record("b"))
    view, _ = open_old(folder, record("a", place="Elsewhere"), record("b"))
    assert main(["version", "--story", str(folder)]) == 0
    middle = open_view(folder).record.version
    (folder / "events.geojson").write_bytes(
        collection(record("a"), record("b", workflow="withdrawn"))
    )
    current = open_current(StoryFiles(folder))
    differences, _ = compare_versions(current, view.record.version, middle)
    assert [(one.event, one.field) for one in differences] == [("a", "place")]
    differences, _ = compare_versions(current, middle)
    assert ("b", "record", "removed") in [(one.event, one.field, one.was) for one in differences]
