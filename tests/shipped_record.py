"""The shipped record read as plain JSON, for tests that judge the data and not our code."""

import json
from pathlib import Path

from shapely import Point

DATA = Path(__file__).parents[1] / "data"


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
RECORD = json.loads(TEXT)
STORY = json.loads((DATA / "story.json").read_text(encoding="utf-8"))
LINES = (DATA / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
CORRECTIONS = [json.loads(line) for line in LINES]
EVENTS = {feature["id"]: feature["properties"] for feature in RECORD["features"]}
POINTS = {
    feature["id"]: Point(feature["geometry"]["coordinates"]) for feature in RECORD["features"]
}
