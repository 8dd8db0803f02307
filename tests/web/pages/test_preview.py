"""The first answer of a page: what a pasted link shows, read from the raw HTML."""

import io
import json
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.page_heads import DATA, DRONE, Head, server
from web.pages.routes import PAGE_PATHS
from web.settings import settings

SHELL = Path(__file__).parents[3] / "ui/shell.py"
HOSTILE = "\"><script>alert(1)</script><meta content='x' & <b>Кремль</b>"


def test_a_link_to_an_event_says_which_and_how_sure(shipped: TestClient) -> None:
    head = Head(shipped.get(f"/?event={DRONE}").text)
    assert head.title.startswith("Partly verified: First of two drones")
    assert head.tags["og:title"] == head.tags["twitter:title"] == head.title
    for words in ("3 May 2023, 02:27", "Partly verified", "contested", "451 km"):
        assert words in head.tags["og:description"], words
    assert head.tags["description"] == head.tags["og:description"]
    assert head.tags["twitter:card"] == "summary_large_image"


def test_a_link_to_a_filtered_view_says_how_many_and_which(shipped: TestClient) -> None:
    words = Head(shipped.get("/?group=kremlin&to=2023-05-03").text).tags["og:description"]
    assert " of " in words
    assert "group: The Kremlin" in words


@pytest.mark.parametrize("query", ["", f"?event={DRONE}", "?group=kremlin"])
def test_titles_differ_between_pages(shipped: TestClient, query: str) -> None:
    pages = {*PAGE_PATHS} - {"/map"}
    titles = {Head(shipped.get(page + query).text).title for page in pages}
    assert len(titles) == len(pages) >= 5
    assert any(title.startswith("Analysis") for title in titles)


def test_a_step_of_a_briefing_shows_its_own_headline_and_map(shipped: TestClient) -> None:
    first, third = (
        Head(shipped.get(f"/briefing?briefing=kremlin&step={step}").text) for step in (1, 3)
    )
    assert first.title != third.title
    assert third.tags["og:url"].endswith("/briefing?briefing=kremlin&step=3")
    assert "view=" in third.tags["og:image"]


def test_a_step_of_a_briefing_is_previewed_whole_or_not_at_all(
    shipped: TestClient, tmp_path: Path
) -> None:
    longer = Head(shipped.get("/briefing?briefing=kremlin&step=2").text)
    assert longer.tags["og:description"] == "Step 2 of 10. 3 sentences, each with its sources."
    write_story(tmp_path, record("port"))
    says = {"text": "The governor named a gang.", "rests_on": ["port#c1"]}
    denied = {"text": "The gang denied it.", "rests_on": ["port"]}
    step = {"id": "night", "headline": "What is said", "sentences": [says, denied]}
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings/night.json").write_text(json.dumps({"title": "T", "steps": [step]}))
    head = Head(server(tmp_path).get("/briefing?briefing=night&step=1").text)
    words = "Step 1 of 1. The governor named a gang. The gang denied it."
    assert head.tags["og:description"] == words


def test_a_briefing_with_a_sentence_without_grounds_is_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(DATA, folder)
    briefing = folder / "briefings" / "kremlin.json"
    briefing.write_text(briefing.read_text("utf-8").replace("#c11", "#c1111"), "utf-8")
    head = Head(server(folder).get("/briefing?briefing=kremlin&step=3").text)
    assert "Zelensky" not in head.tags["og:description"]
    assert "What Kyiv says" not in head.title


@pytest.mark.parametrize("name", ["q", "event", "group", "region", "data", HOSTILE])
def test_a_hostile_query_puts_no_tag_into_the_page(shipped: TestClient, name: str) -> None:
    answer = shipped.get("/", params={name: HOSTILE})
    plain = shipped.get("/")
    head = Head(answer.text)
    assert head.scripts == Head(plain.text).scripts
    assert set(head.tags) == set(Head(plain.text).tags)
    assert "<script>alert" not in answer.text
    if name == "q":
        assert "<script>alert(1)</script>" in head.tags["og:description"]


def test_a_hostile_record_puts_no_tag_into_the_page(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title=HOSTILE, place=HOSTILE))
    client = server(folder)
    answer = client.get("/?event=bridge")
    head = Head(answer.text)
    assert HOSTILE in head.title
    assert HOSTILE in head.tags["og:description"]
    assert head.scripts == Head(client.get("/").text).scripts


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("news.example", "http://news.example"),
        ("news.example:8501", "http://news.example:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
        ("127.0.0.1", "http://127.0.0.1"),
        ('evil"><script>', ""),
        ("news.example/elsewhere", ""),
        ("user@news.example", ""),
        ("news.example:99999999", ""),
        ("news.example, evil.example", ""),
        ("-", ""),
    ],
)
def test_a_host_is_repeated_only_if_it_is_one(shipped: TestClient, host: str, origin: str) -> None:
    head = Head(shipped.get("/", headers={"host": host}).text)
    assert head.tags["og:image"].startswith(f"{origin}/api/card.png?")
    assert head.tags["og:url"] == f"{origin}/"


@pytest.mark.parametrize(
    ("stated", "scheme"), [("https", "https://"), ("javascript", "/api"), ("https, http", "/api")]
)
def test_a_proxy_may_say_that_it_is_https(shipped: TestClient, stated: str, scheme: str) -> None:
    head = Head(shipped.get("/", headers={"x-forwarded-proto": stated}).text)
    assert head.tags["og:image"].startswith(scheme)


def test_a_public_address_is_better_than_any_host(
    shipped: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://maps.news.example/")
    settings.cache_clear()
    head = Head(shipped.get("/claims").text)
    assert head.tags["og:url"] == "https://maps.news.example/claims"


def test_the_card_is_where_the_tags_say_and_as_large(shipped: TestClient) -> None:
    tags = Head(shipped.get(f"/?event={DRONE}&group=kremlin").text).tags
    parts = urlsplit(tags["og:image"])
    asked = parse_qs(parts.query)
    assert asked["event"] == [DRONE]
    assert len(asked["data"][0]) == 12
    answer = shipped.get(f"{parts.path}?{parts.query}")
    assert answer.headers["content-type"] == "image/png"
    size = Image.open(io.BytesIO(answer.content)).size
    assert size == (int(tags["og:image:width"]), int(tags["og:image:height"])) == (1200, 630)


def test_the_map_of_a_step_comes_alone_for_paper(shipped: TestClient) -> None:
    answer = shipped.get("/api/plate.png?group=kremlin&view=37.6,55.7,7")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (840, 750)
    # A reader's browser fetches ten of them with the page.
    assert len(answer.content) < 60_000


def test_a_card_is_light_enough_for_those_who_show_it(shipped: TestClient) -> None:
    answer = shipped.get("/api/card.png")
    assert len(answer.content) < 150_000
    assert "max-age" in answer.headers["cache-control"]


def test_a_card_of_a_bad_query_is_the_card_of_what_can_be_read(shipped: TestClient) -> None:
    bad = shipped.get("/api/card.png", params={"event": HOSTILE, "view": "nan,1,1"})
    assert bad.content == shipped.get("/api/card.png").content


def test_a_card_is_not_drawn_for_a_request_of_its_head(tmp_path: Path) -> None:
    # A story that cannot be read has no card to draw.
    head = server(tmp_path).head("/api/card.png")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == "image/png"
    assert "content-length" not in head.headers


def test_a_link_calls_each_page_as_the_menu_does(shipped: TestClient) -> None:
    menu = re.findall(r'_PAGES / "(\w+)\.py", title="(.+?)"', SHELL.read_text("utf-8"))
    assert {f"/{page}" for page, _ in menu} == {*PAGE_PATHS} - {"/"}
    # The map shows the story itself, a briefing has a title of its own.
    for page, title in menu:
        if page not in ("map", "briefing"):
            head = Head(shipped.get(f"/{page}?event={DRONE}").text)
            assert head.title.startswith((f"{title}: ", f"{title} · ")), "add it to _NAMES"
