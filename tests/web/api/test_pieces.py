"""A large answer is sent in pieces, and with too many requests a client is asked to come back."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, ids, serving
from web import limits
from web.api.pieces import PIECE_TURNS


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An API of more events than are written at once."""
    records = [record(f"event-{number:03}") for number in range(601)]
    with serving(write_story(tmp_path_factory.mktemp("large") / "story", *records)) as client:
        yield client


def test_a_long_page_holds_what_short_ones_do(large: TestClient) -> None:
    whole = large.get(ITEMS, params={"limit": 10_000}).json()
    assert (whole["numberMatched"], whole["numberReturned"]) == (601, 601)
    short = [
        large.get(ITEMS, params={"limit": 200, "offset": at}).json() for at in range(0, 601, 200)
    ]
    assert whole["features"] == [feature for page in short for feature in page["features"]]
    assert ids(large, "limit=10000") == [f"event-{number:03}" for number in range(601)]


def test_a_long_page_without_events_is_complete(large: TestClient) -> None:
    page = large.get(ITEMS, params={"limit": 10_000, "q": "nothing has this word"}).json()
    assert (page["numberMatched"], page["features"]) == (0, [])


def test_a_long_page_is_not_sent_again_to_who_has_it(large: TestClient) -> None:
    query = {"limit": 10_000}
    tag = large.get(ITEMS, params=query).headers["etag"]
    assert large.get(ITEMS, params=query, headers={"if-none-match": tag}).status_code == 304
    head = large.head(ITEMS, params=query)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)


@pytest.mark.parametrize("path", [ITEMS, "/api/export/csv", "/api/openapi.json"])
def test_a_client_with_too_many_requests_learns_when_to_come_back(
    client: TestClient, path: str
) -> None:
    for _ in range(limits.FILES_OF_ONE.most):
        PIECE_TURNS.admit("testclient")
    try:
        refused = client.get(path)
    finally:
        for _ in range(limits.FILES_OF_ONE.most):
            PIECE_TURNS.leave("testclient")
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert refused.json()["detail"] == limits.BUSY
    assert client.get(path).status_code == 200


def test_an_error_is_no_longer_than_its_limit(client: TestClient) -> None:
    query = "&".join(f"unknown{number}=1" for number in range(500))
    refused = client.get(f"{ITEMS}?{query}")
    assert refused.status_code == 400
    assert len(refused.json()["detail"]) <= limits.ERROR.most


def test_the_places_of_a_client_are_free_again_after_its_requests(client: TestClient) -> None:
    for path in [ITEMS, "/api/export/csv", f"{ITEMS}?q=", "/api/collections/none"] * 20:
        client.get(path)
    for _ in range(limits.FILES_OF_ONE.most):
        PIECE_TURNS.admit("testclient")
    for _ in range(limits.FILES_OF_ONE.most):
        PIECE_TURNS.leave("testclient")
