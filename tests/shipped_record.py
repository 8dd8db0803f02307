"""The shipped record as plain JSON with every member, for tests that judge the data."""

import json
from pathlib import Path

from shapely import Point

from geo.events import read_events, write_events

DATA = Path(__file__).parents[1] / "data"


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
# The file leaves out what says nothing; here a member that is missing stands as it is read.
RECORD = json.loads(write_events(read_events(DATA / "events.geojson"), sparse=False))
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
