"""A story as it was at a version of its data."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.story.view import open_view
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


@pytest.mark.parametrize(("count", "named"), [(0, None), (1, "b"), (13, "b, b1, b10")])
def test_events_that_were_taken_back_since_are_named(
    tmp_path: Path, count: int, named: str | None
) -> None:
    gone = ["b", *(f"b{number}" for number in range(1, 13))][:count]
    folder = write_story(tmp_path / "story", record("a"), *map(record, gone))
    assert main(["version", "--story", str(folder)]) == 0
    old = open_view(folder).record.version
    taken_back = [record(one, workflow="withdrawn") for one in gone]
    (folder / "events.geojson").write_bytes(collection(record("a"), *taken_back, record("new")))
    with pytest.warns(UserWarning, match=f"data of version {old}") as warned:
        view = open_view(folder, f"?data={old}")
    assert sorted(view.record.events.index) == sorted(["a", *gone])
    [said] = [str(one.message) for one in warned]
    start = said.partition("No longer in the newest: ")[2]
    assert start.startswith(named) if named else not start
