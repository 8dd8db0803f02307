"""Events alone: a neutral story under the title of their file."""

from pathlib import Path

from geo.events import EventSource
from geo.story.current import StoryFiles, open_current
from geo.story.files.neutral_folder import NEUTRAL_FOLDER
from tests.event_texts import collection, record


def write_events(path: Path, **about: str) -> Path:
    path.write_bytes(collection(record(), **about))
    return path


def alone(events: Path | str) -> StoryFiles:
    return StoryFiles(NEUTRAL_FOLDER, EventSource.from_name(events))


def test_events_without_a_title_are_called_by_the_name_of_their_file(tmp_path: Path) -> None:
    events = write_events(tmp_path / "ships_at_sea.geojson")
    assert open_current(alone(events)).story.title == "ships at sea"


def test_caches_lie_beside_the_events_never_in_the_library(tmp_path: Path) -> None:
    events = write_events(tmp_path / "ships.geojson")
    assert alone(events).cache_folder == tmp_path
    assert (
        StoryFiles(
            NEUTRAL_FOLDER, EventSource.from_name("https://desk.example/ships.geojson")
        ).cache_folder
        is None
    )
    assert StoryFiles(tmp_path).cache_folder == tmp_path
