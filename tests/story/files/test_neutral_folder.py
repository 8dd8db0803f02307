"""Events alone make a story of their own, without a word of any other."""

from pathlib import Path

from starlette.config import Config

from geo.events import EventSource
from geo.story.current import StoryFiles, open_current
from geo.story.files.neutral_folder import NEUTRAL_FOLDER
from tests.event_texts import collection, record
from web.settings import read_settings


def write_events(path: Path, **about: str) -> Path:
    path.write_bytes(collection(record(), **about))
    return path


def alone(events: Path | str) -> StoryFiles:
    return StoryFiles(NEUTRAL_FOLDER, EventSource.from_name(events))


def test_events_alone_have_no_border_groups_presets_or_parties(tmp_path: Path) -> None:
    events = write_events(tmp_path / "ships.geojson", title="Ships & storms")
    current = open_current(alone(events))
    assert current.story.title == "Ships & storms"
    assert current.record.borders == ()
    assert (current.story.groups, current.story.presets, current.story.sides) == ((), (), ())
    assert current.story.zone == "UTC"
    assert current.record.events["distance_m"].isna().all()


def test_the_variable_events_alone_means_a_neutral_story(tmp_path: Path) -> None:
    def folder(**environ: str) -> Path:
        return read_settings(Config(environ=environ)).files.folder

    assert folder(EVENTS="a.geojson") == NEUTRAL_FOLDER
    assert folder(EVENTS="a.geojson", STORY=str(tmp_path)) == tmp_path
    assert folder().name == "data"
