"""Pages and their heads, as the server sends them."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.page_heads import Head, server
from web.pages.routes import PAGE_PATHS


@pytest.mark.parametrize("page", PAGE_PATHS)
def test_every_page_has_tags_and_streamlits_own_scripts(shipped: TestClient, page: str) -> None:
    answer = shipped.get(page)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    head = Head(answer.text)
    assert "What We Know" in head.title
    assert head.tags["og:image:width"] == "1200"
    assert 'id="root"' in answer.text
    assert head.scripts >= 2


def test_a_broken_story_has_its_page_but_no_card(tmp_path: Path) -> None:
    client = server(tmp_path)
    assert 'id="root"' in client.get("/").text
    assert "og:image" not in client.get("/").text
    assert client.get("/api/card.png").status_code == 503


@pytest.mark.parametrize("query", ["", "?group=kremlin&q=%D0%B3%D0%B0&event=%0d%0aset-cookie:x"])
def test_the_name_of_the_map_page_leads_to_the_map(shipped: TestClient, query: str) -> None:
    led = shipped.get(f"/map{query}", follow_redirects=False)
    assert led.status_code == 307
    assert led.headers["location"] == f"./{query}"
    assert shipped.get(f"/map{query}").status_code == 200


def test_a_head_request_has_no_body(shipped: TestClient) -> None:
    answer = shipped.head("/")
    assert answer.status_code == 200
    assert answer.content == b""


def test_pages_with_a_map_name_what_it_needs(shipped: TestClient) -> None:
    assert "/deck.js>; rel=preload; as=script" in shipped.get("/").headers["link"]
    assert "link" not in shipped.get("/method").headers
