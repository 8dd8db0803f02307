"""Folders of small stories for tests, written by hand as plain JSON."""

import json
from pathlib import Path

from tests.event_texts import collection

# One degree square at the equator; a degree along it is 111.319 km.
SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
ABOUT = {
    "title": "Bridges & <b>roads</b>",
    "version": "7",
    "as_of": "2023-06-01",
    "licence": "CC BY 4.0",
    "attribution": "The desk",
}


def write_story(folder: Path, *records: object, **about: str) -> Path:
    """Write story.json, events.geojson and a border, and return the folder."""
    story = {
        "title": "Bridges — мосты",
        "border": {"file": "border.geojson", "name": "The square", "version": "1"},
        "groups": [{"id": "north", "label": "The north"}, {"id": "south", "label": "The south"}],
        "sides": [{"id": "north", "label": "North", "party": True}],
    }
    geometry = {"type": "Polygon", "coordinates": [SQUARE]}
    border = {"type": "Feature", "properties": {}, "geometry": geometry}
    folder.mkdir(exist_ok=True)
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    (folder / "events.geojson").write_bytes(collection(*records, **(about or ABOUT)))
    (folder / "border.geojson").write_text(json.dumps(border), encoding="utf-8")
    return folder


def point(lon: float, lat: float) -> dict[str, object]:
    """Return a GeoJSON point."""
    return {"type": "Point", "coordinates": [lon, lat]}
