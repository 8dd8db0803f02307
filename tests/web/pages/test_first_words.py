"""What a page says before its code is there."""

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.shipped_record import RECORD
from tests.story_folders import write_story
from tests.web.page_heads import DRONE, server
from web.pages import first_words


def read_first_words(html: str) -> str:
    """Return what comes before the place of the app."""
    return html.partition('id="first-words"')[2].partition('id="root"')[0]


def test_a_page_says_what_it_is_before_its_code_is_there(shipped: TestClient) -> None:
    first = read_first_words(shipped.get("/").text)
    assert "What We Know" in first
    assert f"{len(RECORD['features'])} events" in first
    [address] = re.findall(r'<img src="([^"]+)"', first)
    assert shipped.get(f"/{unescape(address)}").content.startswith(b"\x89PNG")


@pytest.mark.parametrize("address", ["/?group=kremlin", "/briefing", f"/?event={DRONE}"])
def test_a_picture_is_drawn_for_the_whole_map_alone(shipped: TestClient, address: str) -> None:
    first = read_first_words(shipped.get(address).text)
    assert "Loading" in first
    assert "<img" not in first


def test_no_picture_is_drawn_where_it_would_be_later_than_the_map(
    shipped: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_words, "MOST_DRAWN", len(RECORD["features"]) - 1)
    answer = shipped.get("/")
    assert "<img" not in read_first_words(answer.text)
    assert "as=image" not in answer.headers["link"]


def test_a_hostile_title_stays_words_before_the_code(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("bridge", title="<script>alert(1)</script>"))
    first = read_first_words(server(folder).get("/?event=bridge").text)
    assert "&lt;script&gt;alert(1)" in first
    assert "<script" not in first
