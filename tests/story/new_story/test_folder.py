"""The folder of a new story, which opens as it is."""

from datetime import datetime
from pathlib import Path

import openpyxl

from geo.cli.main import main
from geo.story.current import StoryFiles, open_current

FILES = ["README.md", "events.geojson", "events.xlsx", "method.md", "story.json"]


def test_a_new_story_opens_as_it_is(in_folder: Path) -> None:
    assert main(["new", "ships", "--title", "Ships & storms", "--zone", "Asia/Aden"]) == 0
    assert sorted(path.name for path in (in_folder / "ships").iterdir()) == FILES
    current = open_current(StoryFiles(in_folder / "ships"))
    assert (current.story.title, current.story.zone) == ("Ships & storms", "Asia/Aden")
    assert current.story.language == "en"
    assert current.record.events.empty
    assert current.record.rejected == ()
    assert main(["check", "ships/events.geojson"]) == 0


def test_the_same_story_made_twice_has_the_same_bytes(in_folder: Path) -> None:
    for place in ("one", "two"):
        assert main(["new", f"{place}/ships", "--title", "Ships", "--border", "ISL"]) == 0
    one, two = (
        {path.name: path.read_bytes() for path in (in_folder / place / "ships").iterdir()}
        for place in ("one", "two")
    )
    assert sorted(one) == FILES
    assert one == two


def test_the_spreadsheet_of_a_new_story_does_not_say_when_it_was_made(in_folder: Path) -> None:
    assert main(["new", "ships", "--title", "Ships"]) == 0
    about = openpyxl.load_workbook(in_folder / "ships" / "events.xlsx").properties
    assert about.created == about.modified == datetime(1980, 1, 1)
