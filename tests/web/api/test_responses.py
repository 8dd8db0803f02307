"""Answers that are unchanged, or say what is wrong."""

import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, RECORDS, serving


@pytest.mark.parametrize(
    "path",
    [
        "/api/collections/mars",
        "/api/collections/mars/items",
        f"{ITEMS}/nobody",
        f"{ITEMS}/<b>x",
        "/api/export/pdf",
        "/api/nothing/here",
    ],
)
def test_what_does_not_exist_is_a_problem_in_json(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["status"] == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_an_event_that_does_not_exist_is_named_with_what_was_wanted(client: TestClient) -> None:
    assert client.get(f"{ITEMS}/{'x' * 70}").json()["detail"] == (
        f"events: found no event '{'x' * 60}...' (70 characters), wanted the id of an event of "
        "the record"
    )


@pytest.mark.parametrize("path", ["/api", ITEMS, f"{ITEMS}/day", "/api/export/csv?q=дамба"])
def test_what_is_unchanged_is_not_sent_again(tmp_path: Path, path: str) -> None:
    folder = write_story(tmp_path / "story", *RECORDS)
    with serving(folder) as client:
        first = client.get(path)
        tag = first.headers["etag"]
        for asked in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
            again = client.get(path, headers={"if-none-match": asked})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
        write_story(folder, *RECORDS, title="Another title")
        os.utime(folder / "events.geojson", (1, 1))
        assert client.get(path, headers={"if-none-match": tag}).status_code == 200
