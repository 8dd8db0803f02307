"""A search has one answer: in the app's view, in the API and on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from geo.cli.main import main
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import point, write_story
from tests.web.api.serving import ids, serving

RECORDS = [
    record("dam", geometry=point(2, 0.5), place="Дамба", title="Water rises"),
    record("harbour", geometry=point(3, 0.5), place="Гавань Łódź", title="Fire in the harbour"),
    record("lights", geometry=point(4, 0.5), place="Lighthouse", title="Lights seen 12 km away"),
    record("nowhere", geometry=None, location_precision="unknown", radius_m=None, title="Heard"),
]
FOUND = {
    "damba": ["dam"],
    "ДАМБА": ["dam"],
    "harbuor": ["harbour"],
    "lodz": ["harbour"],
    "lihgthouse 12": ["lights"],
    "fire gavan": ["harbour"],
    "fire dam": [],
    "zzzzzzzz": [],
    "🚢": [],
    "   ": ["dam", "harbour", "lights", "nowhere"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that no test changes."""
    return write_story(tmp_path_factory.mktemp("search") / "story", *RECORDS)


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with serving(folder) as client:
        yield client


@pytest.mark.parametrize(("typed", "found"), FOUND.items())
def test_a_search_has_one_answer_everywhere(
    typed: str, found: list[str], folder: Path, client: TestClient, tmp_path: Path
) -> None:
    query = urlencode({"q": typed})
    assert list(open_view(folder, query).kept_events.index) == found
    assert ids(client, query) == found
    out = tmp_path / "found.geojson"
    assert main(["events", "--story", str(folder), "--q", typed, "--out", str(out)]) == 0
    assert [one["id"] for one in json.loads(out.read_bytes())["features"]] == found
