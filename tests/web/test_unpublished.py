"""Drafts, withdrawn events and the desk's notes: no output of the app has a word of them."""

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.drawing.drawn_record import draw_record
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import Picture
from geo.publishing.export.formats import FORMATS, stream_view
from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import Briefing, Step
from geo.story.current import StoryFiles
from geo.story.parts.sentence import Sentence
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.words import read_words
from tests.story_folders import write_story
from web.api import build_api_routes
from web.story.corrections import open_corrections
from web.story.current import CurrentRecord

# In titles, summaries, places, claims, sources, ids and notes; no other record has it.
SECRET = "zyzzyva"


def claim(about: list[str]) -> dict[str, object]:
    return {
        "id": "c1",
        "stance": "denies",
        "actor": "The ministry",
        "summary": "Denied both.",
        "also_about": about,
    }


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story of one published record, beside a draft, one in review and one withdrawn."""
    hidden = [
        record(
            f"{SECRET}-{state}",
            title=f"A {SECRET} was seen",
            summary=f"{SECRET} again.",
            place=f"{SECRET} street",
            group=SECRET,
            region=SECRET,
            incident=SECRET,
            note=f"{SECRET}?",
            workflow=state,
            claims__0__actor=f"Colonel {SECRET}",
            sources__0__publisher=f"The {SECRET} Times",
        )
        for state in ("draft", "in_review", "withdrawn")
    ]
    published = record(
        "bridge",
        note=f"Ask {SECRET}.",
        checked=[f"{SECRET} confirmed the date."],
        claims=[claim([f"{SECRET}-draft", "second"])],
        killed=None,
        injured=None,
    )
    second = record("second", note=SECRET)
    folder = write_story(tmp_path_factory.mktemp("desk") / "story", published, second, *hidden)
    lines = [
        {"date": "2023-06-01", "event": event, "field": "place", "why": why}
        for event, why in (("bridge", "A better map."), (f"{SECRET}-draft", f"{SECRET} moved."))
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "corrections.jsonl").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def view(story: Path) -> View:
    return open_view(story)


def test_the_published_records_are_there(view: View) -> None:
    assert list(view.record.events.index) == ["bridge", "second"]
    assert view.record.events["claims"]["bridge"][0].also_about == ("second",)


def test_no_export_knows_a_draft_or_a_note(view: View) -> None:
    for kind in FORMATS:
        text = read_words(b"".join(stream_view(view, kind)))
        assert "bridge" in text, kind
        assert SECRET not in text, kind


def test_no_answer_of_the_api_knows_a_draft_or_a_note(story: Path) -> None:
    client = TestClient(Starlette(routes=build_api_routes(CurrentRecord(StoryFiles(story)).open)))
    for path in (
        *("/api/", "/api/openapi.json", "/api/collections", "/api/collections/events"),
        *("/api/collections/events/items", "/api/collections/events/items/bridge"),
        *("/api/collections/events/items?kind=x", f"/api/collections/events/items?q={SECRET[:5]}"),
        *(f"/api/export/{kind}" for kind in ("geojson", "csv", "claims")),
    ):
        assert SECRET not in client.get(path).text.replace(f"q={SECRET[:5]}", ""), path
    assert client.get(f"/api/collections/events/items/{SECRET}-draft").status_code == 404
    found = client.get(f"/api/collections/events/items?q={SECRET}").json()
    assert found["numberMatched"] == 0


def test_no_search_and_no_filter_finds_a_draft(view: View, story: Path) -> None:
    assert not view.record.searched["search_text"].str.contains(SECRET).any()
    assert SECRET not in view.record.choices["group"].cat.categories
    with pytest.raises(Exception, match="event"):
        open_view(story, f"event={SECRET}-draft")


def test_nothing_that_the_map_reads_knows_a_draft(view: View) -> None:
    stored: list[bytes] = []

    def store(content: bytes, _: str, name: str) -> str:
        stored.append(content)
        return f"api/assets/0/{name}"

    draw_record(view.current, store)
    assert any(b"bridge" in content for content in stored)
    assert not any(SECRET.encode() in content for content in stored)


def test_the_one_file_knows_no_draft_and_no_note(view: View) -> None:
    sentence = Sentence(text="A blast was reported.", rests_on=("bridge",))
    step = Step(id="one", headline="One", view="", sentences=(sentence,))
    assert view.current.own_events
    page = build_one_file(Briefing(title="Brief", steps=(step,)), view).decode()
    assert "A better map." in page
    assert SECRET not in page


def test_no_correction_of_a_draft_is_shown(view: View) -> None:
    corrections, _ = open_corrections(view.current)
    assert [one.event for one in corrections] == ["bridge"]


def test_no_picture_shows_a_draft(view: View) -> None:
    assert SECRET not in draw_picture(view, Picture("svg")).decode()


def test_what_readers_see_of_rejected_records_is_a_number(tmp_path: Path) -> None:
    bad = record(f"{SECRET}-draft", title=None, workflow="draft")
    view = open_view(write_story(tmp_path / "story", record("bridge"), bad))
    words = view.record.rejected_words
    assert words == "1 of 2 events could not be read and are not shown"
    assert SECRET not in json.dumps(words)
