"""Pages and tables of the API as readers get them, for tests."""

import csv
import io
from html.parser import HTMLParser

from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PAGES = [
    *("/api", "/api/", "/api/conformance", "/api/openapi.json", "/api/collections"),
    *("/api/collections/events", "/api/collections/events/schema"),
    *("/api/collections/events/queryables", ITEMS, f"{ITEMS}/day"),
]


class Page(HTMLParser):
    """What a page is made of: its tags, its texts and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: dict[str, str] = {}
        self.texts: list[str] = []
        self._address = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self._address = dict(attrs)["href"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._address = ""

    def handle_data(self, data: str) -> None:
        if text := data.strip():
            self.texts.append(text)
            if self._address:
                self.links[text] = self._address


def read(client: TestClient, path: str) -> Page:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Page(response.text)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
