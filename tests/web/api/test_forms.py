"""The API as pages to read and as CSV: by f and by Accept, each word escaped, linked to the map."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from geo.publishing.export.csv import write_events_csv
from geo.publishing.export.selection import prepare_export
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, RECORDS, ids, serving

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


def _read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_csv_is_what_the_export_writes(folder: Path, client: TestClient) -> None:
    response = client.get(ITEMS, headers={"accept": "text/csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    exported = b"".join(write_events_csv(prepare_export(open_view(folder), "http://testserver/")))
    wanted, found = _read_csv(exported.decode("utf-8")), _read_csv(response.text)
    assert [one.pop("record_link") for one in found] == [f"http://testserver{ITEMS}"] * len(RECORDS)
    for one in wanted:
        del one["record_link"]
    assert found == wanted


def test_csv_names_what_was_requested_and_where_it_goes_on(client: TestClient) -> None:
    query = "f=csv&group=south&filter=id > 'a'&sortby=-id&limit=1"
    first = client.get(f"{ITEMS}?{query}")
    [row] = _read_csv(first.text)
    assert (row["id"], row["record_rows"]) == ("fiji-west", "1")
    assert row["record_filter"].startswith("group: The south; filter=id > 'a'; sortby=-id")
    _, following = first.headers["link"].split(", <")
    address = following.split(">")[0]
    assert following.endswith('rel="next"')
    [row] = _read_csv(client.get(urljoin("http://testserver/", address)).text)
    assert row["id"] == "fiji-east"
    assert client.get(f"{ITEMS}?f=csv&properties=title").status_code == 400


def test_a_list_with_commas_is_several_words_in_every_form(client: TestClient) -> None:
    assert len(ids(client, "group=south,north&time_precision=day,minute")) == len(RECORDS)
    rows = _read_csv(client.get(f"{ITEMS}?f=csv&group=south,north").text)
    assert len(rows) == len(RECORDS)


def test_all_addresses_are_at_the_public_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "web.api.addresses.settings",
        lambda: type("S", (), {"public_address": "https://m.example/e/"}),
    )
    for path in PAGES:
        page = read(client, f"{path}?f=html")
        ours = [href for href in page.links.values() if "opengis" not in href]
        assert not [href for href in ours if "testserver" in href]
    for path in (ITEMS, f"{ITEMS}/day", "/api/collections/events", "/api/"):
        for link in client.get(f"{path}?limit=1" if path == ITEMS else path).json()["links"]:
            assert link["href"].startswith("https://m.example/e/")
