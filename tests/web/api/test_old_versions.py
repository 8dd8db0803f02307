"""The API answers with the data of the version that a link names, and says that they are old."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.cli.main import main
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story
from web.api import build_api_routes
from web.current import open_current

ITEMS = "/api/collections/events/items"


@pytest.fixture
def story(tmp_path: Path, serve_story: Callable[[Path], None]) -> Path:
    """A story of one event at its first version, and of two now."""
    folder = write_story(tmp_path / "story", record("a"))
    assert main(["version", "--story", str(folder)]) == 0
    serve_story(folder)
    return folder


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=build_api_routes(open_current)))


def test_an_old_version_is_sent_with_a_word_that_it_is_old(story: Path, client: TestClient) -> None:
    old = open_view(story).record.version
    (story / "events.geojson").write_bytes(collection(record("a"), record("b")))
    newest = client.get(ITEMS).json()
    assert (newest["numberMatched"], "note" in newest) == (2, False)
    sent = client.get(ITEMS, params={"data": old}).json()
    assert sent["numberMatched"] == 1
    assert sent["note"].startswith(f"These are the data of version {old} of ")
    exported = client.get("/api/export/csv", params={"data": old})
    assert exported.text.count("\n") < client.get("/api/export/csv").text.count("\n")
    assert old in exported.headers["content-disposition"]


@pytest.mark.usefixtures("story")
def test_a_version_that_was_not_kept_is_named(client: TestClient) -> None:
    sent = client.get(ITEMS, params={"data": "0123456789ab"}).json()
    assert sent["numberMatched"] == 1
    assert sent["note"].startswith("Version 0123456789ab is not known: these are the data of")
