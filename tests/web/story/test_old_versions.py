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
from web.story.current import open_served

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
    return TestClient(Starlette(routes=build_api_routes(open_served)))


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


def test_one_event_is_sent_as_it_was_with_the_same_word(story: Path, client: TestClient) -> None:
    old = open_view(story).record.version
    (story / "events.geojson").write_bytes(collection(record("a", place="Elsewhere"), record("b")))
    item = f"{ITEMS}/a"
    newest, sent = client.get(item), client.get(item, params={"data": old})
    places = [one.json()["properties"]["place"] for one in (newest, sent)]
    assert places == ["Elsewhere", "Bridge"]
    assert "note" not in newest.json()
    assert sent.json()["note"].startswith(f"These are the data of version {old} of ")
    [here] = [link["href"] for link in sent.json()["links"] if link["rel"] == "self"]
    assert client.get(here).json() == sent.json()
    assert client.get(f"{ITEMS}/b", params={"data": old}).status_code == 404
    assert client.get(item, params={"data": old, "limit": "1"}).status_code == 400


def test_an_old_answer_is_sent_again_when_the_newest_data_change(
    story: Path, client: TestClient
) -> None:
    old = open_view(story).record.version
    tags = []
    for place in ("Elsewhere", "Far away"):
        (story / "events.geojson").write_bytes(collection(record("a", place=place)))
        tags.append(client.get(ITEMS, params={"data": old}).headers["etag"])
    assert tags[0] != tags[1]


@pytest.mark.usefixtures("story")
def test_a_version_that_was_not_kept_is_named(client: TestClient) -> None:
    sent = client.get(ITEMS, params={"data": "0123456789ab"}).json()
    assert sent["numberMatched"] == 1
    assert sent["note"].startswith("Version 0123456789ab is not known: these are the data of")
