"""What has changed in an event, in words."""

from datetime import date
from pathlib import Path

from geo.story.corrections.correction import Correction
from geo.story.corrections.sentences import describe_corrections
from geo.story.differences import find_differences
from geo.story.member_words.changes import describe_changes
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

DAY = date(2023, 6, 1)


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


def test_a_change_and_a_correction_of_a_member_are_in_the_same_words(tmp_path: Path) -> None:
    old = open_view(write_story(tmp_path / "a", record(radius_m=250, place_basis="a map"))).record
    changed = record(
        place_local="Мост",
        radius_m=60_000,
        place_basis="a picture",
        verified_aspects=["place", "time"],
        verification="partly_verified",
        killed={"low": 1, "best": None, "high": 3, "claim": "c1"},
        damage="a roof",
        territory={"recognised_country": "Russia", "controlled_by": "The north"},
    )
    new = open_view(write_story(tmp_path / "b", changed))
    differences = find_differences(old.events, new.record.events)
    [lines] = describe_changes(differences, old.events, new.record.events, new.story).values()
    assert lines == (
        "Verification: was “Unverified”, now “Partly verified”.",
        "Part that is verified: was “none”, now “Place, Time”.",
        "Local name of the place: was “not recorded”, now “Мост”.",
        "Uncertainty of the place: was “250 m”, now “60 km”.",
        "Territory (controlled by): was “not recorded”, now “The north”.",
        "Account of the damage: was “not recorded”, now “a roof”.",
        "Number of people killed: was “1 (at least 0), resting on the statement by The governor”, "
        "now “1 to 3, resting on the statement by The governor”.",
        "Basis of the place: was “a map”, now “a picture”.",
    )
    corrections = [
        Correction(date=DAY, event=one.event, field=one.field, was=one.was, is_=one.is_, why="x")
        for one in differences
    ]
    for words in describe_corrections(corrections, new.story, new.record.events):
        if words.values and not words.correction.field.startswith("killed."):
            (_, was), (_, now) = words.values
            assert any(f"was “{was}”, now “{now}”" in line for line in lines), words
