"""A small story that the API serves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.story_folders import write_story
from tests.web.api.serving import RECORDS, serving, serving_at


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
    with serving_at(folder) as address:
        yield address
