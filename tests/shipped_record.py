"""The shipped record as plain JSON with every member, and as views; read once for all tests."""

import json
from functools import cache
from pathlib import Path

from shapely import Point

from geo.events import read_events, write_events
from geo.link.link import read_query
from geo.story.current import Current, StoryFiles, open_current
from geo.story.view import View, build_view_from_query

DATA = Path(__file__).parents[1] / "data"


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
# The events as they are read, without what a story adds to them.
READING = read_events(DATA / "events.geojson")
# The file leaves out what says nothing; here a member that is missing has the value it is read as.
RECORD = json.loads(write_events(READING, sparse=False))
STORY = json.loads((DATA / "story.json").read_text(encoding="utf-8"))
CORRECTIONS = [
    json.loads(line)
    for path in sorted((DATA / "corrections").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
EVENTS = {feature["id"]: feature["properties"] for feature in RECORD["features"]}
POINTS = {
    feature["id"]: Point(feature["geometry"]["coordinates"]) for feature in RECORD["features"]
}


@cache
def _open_story() -> Current:
    return open_current(StoryFiles(DATA))


def open_shipped(link: str = "") -> View:
    """Return the shipped story as a link shows it."""
    return build_view_from_query(_open_story(), read_query(link))
