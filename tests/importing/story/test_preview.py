"""What an import would add can be looked at as a story of its own, before it is written."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.drawing.camera import find_bounds
from geo.importing import import_file
from geo.importing.story.preview import preview_outcome
from geo.importing.story.story_import import StoryImport, open_story_import
from geo.story.current import Current
from tests.story.own_words import change_story

TABLE = """title,date,lat,lon,radius_m
Smoke was reported,2023-05-03,-17.6,178.9,40000
A fire was reported,2023-05-04,-16.4,-179.5,
A blast was reported,2023-05-05,,,
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "fires"
    assert main(["new", str(folder), "--title", "Fires", "--zone", "Pacific/Fiji"]) == 0
    return folder


def preview(target: StoryImport, text: str = TABLE) -> Current:
    return preview_outcome(target, import_file(text.encode(), target.file, target.destination))


def test_the_preview_holds_what_the_table_gives_and_nothing_of_the_story(story: Path) -> None:
    (story / "before.csv").write_text("title,date\nA siren was heard,2023-05-01\n")
    assert main(["import", str(story / "before.csv"), "--story", str(story)]) == 0
    events = preview(open_story_import(story, "t.csv")).record.events
    assert events["title"].tolist() == [
        "Smoke was reported",
        "A fire was reported",
        "A blast was reported",
    ]
    assert events["radius_m"].tolist()[0] == 40_000
    assert events["lon"].isna().tolist() == [False, False, True]


def test_drafts_are_seen_before_they_come_in(story: Path) -> None:
    target = open_story_import(story, "t.csv", workflow="draft")
    assert len(preview(target).record.events) == 3


def test_the_map_opens_where_the_events_lie_not_where_the_story_does(story: Path) -> None:
    change_story(story, bounds=[0, 40, 10, 50])
    west, south, east, north = find_bounds(preview(open_story_import(story, "t.csv")))
    # Across the 180th meridian, and within a few degrees of the two places.
    assert 175 < west < 178.9
    assert -179.5 < east < -175
    assert -22 < south < -17.6
    assert -16.4 < north < -12


def test_a_table_without_a_place_can_be_previewed(story: Path) -> None:
    current = preview(open_story_import(story, "t.csv"), "title,date\nA siren,2023-05-01\n")
    assert current.record.events["lon"].isna().all()
