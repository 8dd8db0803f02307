"""A server of pages, and the head of a page, for tests."""

from html.parser import HTMLParser
from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.story.current import StoryFiles
from ui.first_view import fetch_early
from web.pages.routes import build_page_routes
from web.story.current import CurrentRecord

DATA = Path(__file__).parents[2] / "data"
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
DRONE = "kremlin-2023-05-03-drone-1"


class Head(HTMLParser):
    """The title, the tags and the scripts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}
        self.scripts = 0
        self.title = ""
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        self._in_title = tag == "title"
        self.scripts += tag == "script"
        if tag == "meta" and (name := named.get("property") or named.get("name")):
            assert name not in self.tags, name
            self.tags[name] = named["content"] or ""

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title &= tag != "title"


def server(folder: Path) -> TestClient:
    current = CurrentRecord(StoryFiles(folder))
    return TestClient(Starlette(routes=build_page_routes(current.open, INDEX, fetch_early)))
