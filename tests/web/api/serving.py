"""A small story, and a client of an API that serves a folder."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.story.current import StoryFiles
from tests.event_texts import record
from tests.story_folders import point
from web.api import build_api_routes
from web.current import CurrentRecord

ITEMS = "/api/collections/events/items"


DAY = {"start": "2023-05-03T00:00:00+00:00", "end": "2023-05-04T00:00:00+00:00", "tz": "UTC"}


RECORDS = [
    record("fiji-west", geometry=point(179.5, -17), group="south"),
    record("fiji-east", geometry=point(-179.5, -17), group="south"),
    record("meridian", geometry=point(180, 10)),
    record("day", geometry=point(2, 0.5), time_precision="day", place="Дамба", **DAY),
    record("area", geometry={"type": "LineString", "coordinates": [[2, 0], [4, 2]]}),
]


def serving(folder: Path) -> TestClient:
    return TestClient(Starlette(routes=build_api_routes(CurrentRecord(StoryFiles(folder)).open)))


def ids(client: TestClient, query: str = "") -> list[str]:
    response = client.get(f"{ITEMS}?{query}")
    assert response.status_code == 200, response.text
    return [feature["id"] for feature in response.json()["features"]]
