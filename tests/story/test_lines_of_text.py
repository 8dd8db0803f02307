"""One line of text is one line, wherever a file has one, and an address begins with its host."""

import json
from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.events import parse_events
from geo.story.briefing import parse_briefing
from geo.story.correction_files import read_good_corrections
from geo.story.story_file import read_story
from tests.event_texts import collection, record

# A line break, a bell, a next line, a line separator, and what turns the words behind it round.
NO_LINE = ["a\nb", "a\rb", "a\x07b", "a\x85b", "a\u2028b", "a\u202eb", "a\u2066b", "a\tb"]
GOOD = ["Łódź", "حلب‎ (RSF)", "ירי: 3", "a\u200db", "🛩️", "a  b"]


def write_title(folder: Path, **members: object) -> Path:
    (folder / "story.json").write_text(json.dumps({"title": "A story", **members}), "utf-8")
    return folder


@pytest.mark.parametrize("text", NO_LINE)
@pytest.mark.parametrize("member", ["title", "place", "group", "established_by"])
def test_an_event_with_a_broken_line_is_rejected_by_name(text: str, member: str) -> None:
    report = parse_events(collection(record(**{member: text}), record("other")))
    assert [*report.events.index] == ["other"]
    (rejected,) = report.rejected
    assert rejected.field == member
    assert "one line without" in rejected.wanted
    assert text not in rejected.found


@pytest.mark.parametrize("text", GOOD)
def test_letters_of_every_script_make_a_line(text: str) -> None:
    assert parse_events(collection(record(title=text))).events["title"].iloc[0] == text


def test_longer_texts_may_have_line_breaks() -> None:
    report = parse_events(collection(record(summary="One.\nTwo.\tThree.")))
    assert report.events["summary"].iloc[0] == "One.\nTwo.\tThree."


@pytest.mark.parametrize("text", NO_LINE)
def test_a_story_with_a_broken_line_is_refused_by_name(tmp_path: Path, text: str) -> None:
    for members in (
        {"groups": [{"id": "north", "label": text}]},
        {"sides": [{"id": "north", "label": text}]},
        {"credits": [text]},
        {"title": text},
        {"subtitle": text},
    ):
        with pytest.raises(StoryFileError, match="wanted one line without"):
            read_story(write_title(tmp_path, **members))


@pytest.mark.parametrize("text", NO_LINE)
def test_a_briefing_with_a_broken_line_is_refused_by_name(text: str) -> None:
    step = {"id": "a", "headline": text, "sentences": [{"text": "A.", "rests_on": ["bridge"]}]}
    content = json.dumps({"title": "A briefing", "steps": [step]}).encode()
    with pytest.raises(StoryFileError, match=r"steps\.0\.headline: .*wanted one line without"):
        parse_briefing(content, "a.json")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org@evil.example/a",
        "https://user:password@example.org/",
        "https://example.org\u202e/moc.elpmaxe",
        "https://example.org/a\x07",
        "https:///a",
    ],
)
def test_an_address_that_hides_its_host_is_rejected(tmp_path: Path, address: str) -> None:
    sources = record()["properties"]["sources"]
    report = parse_events(collection(record(sources=[{**sources[0], "url": address}])))
    assert report.events.empty
    assert "link" in report.rejected[0].wanted
    line = {"date": "2023-05-03", "event": "a", "field": "place", "why": "w"}
    text = json.dumps({**line, "source": {"url": address}}) + "\n"
    (tmp_path / "corrections.jsonl").write_text(text, "utf-8")
    good, problems = read_good_corrections(tmp_path)
    assert not good
    assert "source.url" in problems[0]


@pytest.mark.parametrize(
    "address", ["https://example.org/@someone/1", "http://example.org?a=b@c", "HTTPS://example.org"]
)
def test_a_name_behind_the_host_is_no_user(address: str) -> None:
    sources = record()["properties"]["sources"]
    report = parse_events(collection(record(sources=[{**sources[0], "url": address}])))
    assert len(report.events) == 1
