"""A small story, and a client of an API that serves a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.story.current import StoryFiles
from tests.event_texts import record
from tests.story_folders import point
from web.api import build_api_routes
from web.story.current import CurrentRecord

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


@contextmanager
def serving_at(folder: Path) -> Iterator[str]:
    """Serve a folder on a real socket; yields host and port."""
    opened = CurrentRecord(StoryFiles(folder)).open
    config = uvicorn.Config(
        Starlette(routes=build_api_routes(opened)), port=0, log_level="critical"
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        sleep(0.01)
    yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def ids(client: TestClient, query: str = "") -> list[str]:
    response = client.get(f"{ITEMS}?{query}")
    assert response.status_code == 200, response.text
    return [feature["id"] for feature in response.json()["features"]]
