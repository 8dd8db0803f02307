"""A small story that the API serves."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.story.current import StoryFiles
from tests.story_folders import write_story
from tests.web.api.serving import RECORDS, serving
from web.api import build_api_routes
from web.current import CurrentRecord


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that no test changes."""
    return write_story(tmp_path_factory.mktemp("api") / "story", *RECORDS)


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with serving(folder) as client:
        yield client


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The address of a real server, whose responses travel over a socket."""
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
