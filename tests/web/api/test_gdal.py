"""GDAL's client of OGC API - Features, which QGIS has too, pages through all events."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pyogrio
import pytest

from tests.event_texts import record
from tests.story_folders import point, write_story
from tests.web.api.serving import serving_at

pytestmark = pytest.mark.skipif(
    "OAPIF" not in pyogrio.list_drivers(), reason="this GDAL has no client of OGC API - Features"
)
# Two full pages and a part of one.
NUMBER = 2_500
# In a process of its own: GDAL waits for an answer without letting the server's thread write one.
CLIENT = """
import json, sys
import pyogrio
address, asked = sys.argv[1], json.loads(sys.argv[2])
asked = {name: tuple(one) if name == "bbox" else one for name, one in asked.items()}
layers = pyogrio.list_layers(address).tolist()
found = pyogrio.read_dataframe(address, layer="events", columns=["id", "group"], **asked)
print(json.dumps({"layers": layers, "ids": found["id"].tolist(), "group": found["group"].tolist()}))
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a story of several pages, from one end of the Earth to the other."""
    records = [
        record(
            f"event-{number}",
            geometry=point(number % 360 - 179.5, number // 360 * 5 - 70),
            group="south" if number % 3 else "north",
        )
        for number in range(NUMBER)
    ]
    folder = write_story(tmp_path_factory.mktemp("large") / "story", *records)
    with serving_at(folder) as address:
        yield f"OAPIF:http://{address}/api/"


def _read(address: str, **asked: object) -> dict[str, object]:
    command = [sys.executable, "-c", CLIENT, address, json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_gdal_pages_through_all_events_in_their_order(large: str) -> None:
    found = _read(large)
    assert found["layers"] == [["events", "Point"]]
    assert found["ids"] == [f"event-{number}" for number in range(NUMBER)]


def test_gdal_leaves_a_box_and_a_condition_to_the_server(large: str) -> None:
    found = _read(large, bbox=[-10, -90, 10, 90], where="\"group\" = 'south'")
    wanted = [
        f"event-{number}"
        for number in range(NUMBER)
        if -10 <= number % 360 - 179.5 <= 10 and number % 3
    ]
    assert found["ids"] == wanted
    assert found["group"] == ["south"] * len(wanted)
