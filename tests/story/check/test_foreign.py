"""Records of another format are named once, and not as mistakes."""

import json
from pathlib import Path

from geo.story.check.any_file import check_path
from tests.event_texts import collection, record

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


def test_a_thousand_records_of_another_format_are_one_line(tmp_path: Path) -> None:
    quake = json.loads((FOREIGN / "quakes.geojson").read_text("utf-8"))["features"][0]
    path = tmp_path / "quakes.geojson"
    path.write_bytes(collection(*[quake | {"id": f"q{n}"} for n in range(1000)]))
    [finding] = check_path(str(path)).findings
    assert finding.found.startswith("GeoJSON of another kind: 1,000 features")


def test_events_of_which_one_lacks_its_time_are_still_events(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(record("a", start=None)))
    assert "GeoJSON of another kind" not in str(check_path(str(path)).findings)
