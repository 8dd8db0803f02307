"""The file of a briefing: what it may hold, and how it is read from a story's folder."""

import json
from pathlib import Path

import pytest

from geo.errors import StoryFileError
from geo.story.briefings.briefing import (
    Briefing,
    Step,
    list_briefings,
    parse_briefing,
    read_briefing,
    read_step,
    read_step_link,
)
from geo.story.parts.sentence import Sentence
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story

STEP = {"id": "one", "headline": "One", "sentences": [{"text": "So.", "rests_on": ["bridge"]}]}


def write_briefing(folder: Path, name: str, *steps: object) -> None:
    (folder / "briefings").mkdir(exist_ok=True)
    content = json.dumps({"title": "A briefing", "steps": steps})
    (folder / "briefings" / name).write_text(content, "utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "wrong.json: found nothing, wanted JSON"),
        (b"{}", "title"),
        (b'{"title": "x", "steps": []}', "steps"),
        (
            b'{"title": "x", "steps": [{"id": "a", "headline": "h", "sentences": '
            b'[{"text": "t", "rests_on": []}]}]}',
            "rests_on",
        ),
        (
            b'{"title": "x", "steps": [{"id": "A B", "headline": "h", "sentences": '
            b'[{"text": "t", "rests_on": ["e"]}]}]}',
            "steps.0.id",
        ),
    ],
)
def test_a_file_that_is_not_a_briefing_is_reported_by_member(content: bytes, message: str) -> None:
    with pytest.raises(StoryFileError, match=message):
        parse_briefing(content, "wrong.json")


def test_messages_say_what_was_found_and_wanted() -> None:
    content = json.dumps({"title": "x", "steps": [STEP | {"id": "A B"}]}).encode()
    with pytest.raises(StoryFileError) as raised:
        parse_briefing(content, "wrong.json")
    assert str(raised.value) == (
        "wrong.json, steps.0.id: found 'A B', wanted lower-case letters a to z, digits and '-'"
    )


def test_two_steps_with_one_id_are_refused() -> None:
    sentence = Sentence(text="So it is.", rests_on=("bridge",))
    step = Step(id="one", headline="One", sentences=(sentence,))
    with pytest.raises(ValueError, match="found one more than once"):
        Briefing(title="x", steps=(step, step))


@pytest.mark.parametrize("name", ["../story", "nothing", "", "first.json"])
def test_only_a_briefing_of_the_folder_can_be_read(name: str, tmp_path: Path) -> None:
    write_briefing(tmp_path, "first.json", STEP)
    write_briefing(tmp_path, "second.json", STEP)
    assert list_briefings(tmp_path) == ("first", "second")
    with pytest.raises(StoryFileError, match="wanted first, second"):
        read_briefing(tmp_path, name)


def test_a_story_without_briefings_has_none(tmp_path: Path) -> None:
    assert list_briefings(tmp_path) == ()
    with pytest.raises(StoryFileError, match="wanted a file in the folder briefings"):
        read_briefing(tmp_path, "first")


def test_steps_are_counted_from_one(tmp_path: Path) -> None:
    write_briefing(tmp_path, "first.json", STEP, STEP | {"id": "two"})
    assert read_step(tmp_path, "first", 2).id == "two"
    for number in (0, 3):
        with pytest.raises(StoryFileError, match=f"found step {number}, wanted 1 to 2"):
            read_step(tmp_path, "first", number)


def test_the_map_beside_a_step_is_a_link_and_says_what_was_left_out(tmp_path: Path) -> None:
    bridges = open_view(write_story(tmp_path, record("bridge"))).record
    sentence = Sentence(text="So it is.", rests_on=("bridge",))
    step = Step(id="a", headline="A", sentences=(sentence,), view="event=bridge&type=meteor")
    link, left_out = read_step_link(step, bridges)
    assert link.event == "bridge"
    assert len(left_out) == 1
    assert "meteor" in left_out[0].found


# A line break, a bell, a next line, a line separator, and what turns the words behind it round.
NO_LINE = ["a\nb", "a\rb", "a\x07b", "a\x85b", "a\u2028b", "a\u202eb", "a\u2066b", "a\tb"]


@pytest.mark.parametrize("text", NO_LINE)
def test_a_briefing_with_a_broken_line_is_refused_by_name(text: str) -> None:
    step = {"id": "a", "headline": text, "sentences": [{"text": "A.", "rests_on": ["bridge"]}]}
    content = json.dumps({"title": "A briefing", "steps": [step]}).encode()
    with pytest.raises(StoryFileError, match=r"steps\.0\.headline: .*one line without"):
        parse_briefing(content, "a.json")
