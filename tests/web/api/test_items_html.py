"""Events as pages to read: a table of them with its columns and links, and one event."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.reading_pages import read
from tests.web.api.serving import ITEMS, serving


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
