"""The folder of a new story, which opens as it is."""

from pathlib import Path

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
