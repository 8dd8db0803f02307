"""What the environment says of a server."""

from pathlib import Path

import pytest
from starlette.config import Config

from geo.events import EventSource
from geo.story.current import StoryFiles
from web.settings import Settings, read_settings


def test_the_environment_names_the_files() -> None:
    assert (read_settings(Config(environ={})).files.folder / "story.json").exists()
    environment = {"STORY": "stories/one", "EVENTS": "more.geojson"}
    chosen = read_settings(Config(environ=environment)).files
    assert chosen == StoryFiles(Path("stories/one"), EventSource.from_name("more.geojson"))


def test_a_variable_that_is_empty_states_nothing() -> None:
    names = ["STORY", "EVENTS", "SECOND_BORDER", "FRAME_ANCESTORS", "PUBLIC_ADDRESS", "ADDRESS"]
    for empty in ("", " "):
        environment = dict.fromkeys([*names, "PORT", "DESK", "SITE"], empty)
        assert read_settings(Config(environ=environment)) == Settings(
            read_settings(Config(environ={})).files
        )


def test_the_port_is_a_number() -> None:
    assert read_settings(Config(environ={"PORT": " 9000 "})).port == 9000
    found = r"PORT: found '.{1,70}'( \(5,000 characters\))?, wanted a number"
    for wrong in ("abc", "-1", "65536", "8501.0", "\u0662", "9" * 5000):
        with pytest.raises(SystemExit, match=found):
            read_settings(Config(environ={"PORT": wrong}))
