"""The API as pages to read, each word escaped and linked to the map."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.reading_pages import BROWSER, PAGES, read
from tests.web.api.serving import ITEMS, serving


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


def test_the_map_is_linked_with_the_filters_that_it_has(client: TestClient) -> None:
    assert read(client, f"{ITEMS}?group=south").links["On the map"].endswith("/?group=south")
    narrower = read(client, f"{ITEMS}?group=south&bbox=179,-20,180,-10")
    name = "On the map, without what it has no filter for"
    assert narrower.links[name].endswith("/?group=south")


def test_chosen_properties_are_the_columns(client: TestClient) -> None:
    page = read(client, f"{ITEMS}?properties=region,group&limit=1")
    header = page.texts.index("title")
    assert page.texts[header : header + 3] == ["title", "group", "region"]


@pytest.mark.parametrize("path", [ITEMS, f"{ITEMS}/bad"])
def test_every_word_of_a_record_is_text(tmp_path: Path, path: str) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    bad = record("bad", title=hostile, place=hostile, note="javascript:alert(1)", region=hostile)
    with serving(write_story(tmp_path / "story", bad)) as client:
        page = read(client, path)
    assert not {"script", "img"} & set(page.tags)
    assert hostile in page.texts
    assert all(href.startswith("http") for href in page.links.values())


def test_a_page_of_no_events_says_so(tmp_path: Path) -> None:
    with serving(write_story(tmp_path / "story")) as client:
        assert "No event is on this page." in read(client, ITEMS).texts
        csv_ = client.get(f"{ITEMS}?f=csv").text
        assert csv_.count("\n") == 1
