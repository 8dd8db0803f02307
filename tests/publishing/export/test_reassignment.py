"""Statements filed under events that a file leaves out."""

from pathlib import Path
from typing import Any

from geopandas.testing import assert_geodataframe_equal

from geo.events import parse_events, read_events
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story


def shared_statement() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Three events; a denial filed under the first is about all, and a figure rests on it."""
    first = record("first")
    first["properties"]["claims"][0]["also_about"] = ["second", "third"]
    figure = {"low": None, "best": 2, "high": None, "claim": "first#c1"}
    return first, record("second", killed=figure, place="Dam"), record("third", place="Dam")


def test_a_statement_filed_elsewhere_comes_along_once(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()), "q=dam")
    content = export_view(view, "geojson")
    events = parse_events(content).events
    assert list(events.index) == ["second", "third"]
    assert parse_events(content).rejected == ()
    [own, moved] = events.at["second", "claims"]
    assert (own.id, moved.id, moved.also_about) == ("c1", "c2", ("third",))
    assert moved.summary == shared_statement()[0]["properties"]["claims"][0]["summary"]
    assert moved.source in {source.id for source in events.at["second", "sources"]}
    assert events.at["second", "killed"].claim == "c2"
    assert len(events.at["third", "claims"]) == 1


def test_a_complete_event_leaves_as_it_came(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, *shared_statement()))
    events = parse_events(export_view(view, "geojson")).events
    assert_geodataframe_equal(events, read_events(tmp_path / "events.geojson").events)
