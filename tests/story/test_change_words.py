"""What has changed in an event, in words."""

from pathlib import Path

from geo.story.change_words import describe_changes
from geo.story.differences import find_differences
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story


def test_changes_are_said_in_plain_words_the_reworded_last(tmp_path: Path) -> None:
    before = open_view(write_story(tmp_path / "a", record())).record
    changed = record(
        verification="disputed",
        summary="Other words.",
        claims__0__stance="asserts",
        start="2023-05-03T02:00:00+03:00",
    )
    story = open_view(write_story(tmp_path / "b", changed)).story
    now = open_view(tmp_path / "b").record
    differences = find_differences(before.events, now.events)
    [lines] = describe_changes(differences, before.events, now.events, story).values()
    said = " ".join(lines)
    assert "Verification: was “" in said
    assert "now “Disputed”." in said
    assert "Time: was “3 May 2023, 02:27”, now “3 May 2023, between 02:00 and 02:28”." in said
    assert "Statement changed: " in said
    assert lines[-1].startswith("Summary: was")
