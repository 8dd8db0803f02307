"""The shipped record read as plain JSON, for tests that judge the data and not our code."""

import json
from pathlib import Path

from shapely import Point

DATA = Path(__file__).parents[1] / "data"


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
RECORD = json.loads(TEXT)
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
