"""What is new: since a day or a version, in substance, and apart from what is only reworded."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from geo.errors import LinkError
from geo.story.record import Record
from geo.story.versions.files import add_version
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

FIRST, SECOND = (
    [record("old"), record("text", summary="A blast was reported."), record("gone")],
    [
        record("old", verification="disputed"),
        record("text", summary="The same, said in other words."),
        record("fresh"),
    ],
)


def enter(folder: Path, records: Sequence[object], day: str) -> Record:
    """Put events into a story, and enter them as a version."""
    shown = open_view(write_story(folder, *records, as_of=day)).record
    add_version(folder, shown.version, shown.events, day, date(2000, 1, 1))
    return shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    enter(tmp_path, FIRST, "2023-06-01")
    enter(tmp_path, SECOND, "2023-06-09")
    return tmp_path


def kept(folder: Path, link: str) -> list[str]:
    return sorted(open_view(folder, link).kept_events.index)


def test_since_a_day_only_what_is_new_or_changed_in_substance_is_kept(folder: Path) -> None:
    assert kept(folder, "changed=2023-06-09") == ["fresh", "old"]
    assert kept(folder, "changed=2023-06-02") == ["fresh", "old"]
    assert kept(folder, "changed=2023-06-10") == []


def test_since_a_day_before_the_record_all_of_it_is_new(folder: Path) -> None:
    assert kept(folder, "changed=2023-05-31") == ["fresh", "old", "text"]


def test_new_changed_and_reworded_events_are_distinguished(folder: Path) -> None:
    first = open_view(folder).record.history.versions[0].id
    for moment in ("2023-06-02", first):
        assert kept(folder, f"changed=new-{moment}") == ["fresh"]
        assert kept(folder, f"changed=changed-{moment}") == ["old"]
        assert kept(folder, f"changed=reworded-{moment}") == ["text"]
    assert kept(folder, "changed=new-2023-05-31") == ["fresh", "old", "text"]


def test_since_a_version_what_differs_from_it_is_kept(folder: Path) -> None:
    first, second = (version.id for version in open_view(folder).record.history.versions)
    assert kept(folder, f"changed={first}") == ["fresh", "old"]
    assert kept(folder, f"changed={second}") == []


def test_data_that_are_not_entered_yet_are_compared_as_well(folder: Path) -> None:
    write_story(folder, *SECOND, record("newest"), as_of="2023-06-20")
    assert kept(folder, "changed=2023-06-20") == ["newest"]


def test_a_version_that_the_story_does_not_know_is_refused(folder: Path) -> None:
    with pytest.raises(LinkError, match="changed: found '0123456789ab', wanted a day such as"):
        open_view(folder, "changed=0123456789ab")


def test_a_story_without_versions_refuses_to_say_what_is_new(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="changed"):
        open_view(write_story(tmp_path, record()), "changed=2023-06-02")


def test_a_number_or_a_denial_that_changes_in_a_text_is_more_than_wording(tmp_path: Path) -> None:
    texts = ("Two were hurt, 14 by noon.", "By noon 14 were hurt, two.", "15 by noon.", "Not 15.")
    changed: list[bool] = []
    for before, now in pairwise(texts):
        folder = tmp_path / str(len(changed))
        enter(folder, [record(summary=before)], "2023-06-01")
        enter(folder, [record(summary=now)], "2023-06-02")
        changed.append(bool(kept(folder, "changed=2023-06-02")))
    assert changed == [False, True, True]
