"""The API as pages to read, each word escaped and linked to the map."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.reading_pages import BROWSER, PAGES, read
from tests.web.api.serving import ITEMS


@pytest.mark.parametrize("path", PAGES)
def test_each_answer_is_a_page_too(client: TestClient, path: str) -> None:
    page = read(client, path)
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("title") == 1
    assert 'font: 400 1rem/1.5 "Source Sans 3"' in " ".join(page.texts)
    # Nothing is loaded, and nothing runs: the content policy has nothing to stop.
    assert not {"script", "img", "link", "iframe", "form"} & set(page.tags)
    asked = client.get(f"{path}?f=html").headers["content-type"]
    assert asked == "text/html; charset=utf-8"
    plain = client.get(path)
    assert "json" in plain.headers["content-type"]
    assert plain.headers["vary"].casefold().startswith("accept")
    for accept in ("*/*", "application/json", "application/geo+json, text/html;q=0.4", "image/png"):
        again = client.get(path, headers={"accept": accept})
        assert again.headers["content-type"] == plain.headers["content-type"]
    assert client.get(path, headers=BROWSER).headers["etag"] != plain.headers["etag"]


def test_a_reader_walks_from_the_first_page_to_an_event_and_the_map(client: TestClient) -> None:
    collections = read(client, "/api/").links["The collections"]
    collection = read(client, collections).links["The events"]
    items = read(client, collection).links["The events, to read"]
    page = read(client, f"{items}&limit=2")
    assert "5 of 5 events: 5 definite, 0 possible." in " ".join(page.texts)
    assert page.links["On the map"] == "http://testserver/"
    seen = []
    while True:
        seen += [name for name, href in page.links.items() if "/items/" in href]
        if "Next page" not in page.links:
            break
        page = read(client, page.links["Next page"])
    titles = {one["id"]: one["properties"]["title"] for one in client.get(ITEMS).json()["features"]}
    # Titles may be the same: each page names one of them once.
    assert set(seen) == set(titles.values())
    event = read(client, f"{ITEMS}/day")
    assert event.links["On the map"] == "http://testserver/?event=day"
    assert event.links["Found events"] == f"http://testserver{ITEMS}"
    assert titles["day"] in event.texts
