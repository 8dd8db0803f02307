"""A briefing with a problem that must be solved is not shown, and the log says why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.story.briefings.briefing import read_briefing
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.story_folders import write_story
from web.story.briefings import find_refusals, open_briefing

ROOT = Path(__file__).parents[3]


def write_briefing(folder: Path, text: str) -> Path:
    write_story(folder, record("bridge"))
    step = {
        "id": "one",
        "headline": "What is said of the night",
        "sentences": [{"text": text, "rests_on": ["bridge"]}],
    }
    (folder / "briefings").mkdir()
    (folder / "briefings" / "first.json").write_text(json.dumps({"title": "B", "steps": [step]}))
    return folder


def open_page(page: str) -> str:
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=120)
    app = app.switch_page(f"../pages/{page}").run()
    assert not app.exception
    return " ".join(element.proto.body for element in app.get("html"))


def test_a_good_briefing_is_refused_by_nothing(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, "The governor said that the bridge was hit.")
    current = open_current(StoryFiles(folder))
    assert find_refusals(read_briefing(folder, "first"), current) == ()


def test_readers_see_one_sentence_and_operators_the_words(
    tmp_path: Path, serve_story: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    serve_story(write_briefing(tmp_path, "The army of the north attacked the bridge."))
    words = open_page("briefing.py")
    assert "This briefing is not shown:" in words
    assert "One of its statements says more than the record holds" in words
    assert "attacked" not in words
    assert "'attacked' in 'The army of the north attacked the bridge.'" in caplog.text


def test_a_broken_briefing_shows_nothing_of_its_file(
    tmp_path: Path, serve_story: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = write_briefing(tmp_path, "So it is.")
    (folder / "briefings" / "first.json").write_text('{"title": "secret", "stepps": []}')
    serve_story(folder)
    words = open_page("briefing.py")
    assert "Its file cannot be read." in words
    assert "stepps" not in words
    assert "stepps" in caplog.text
    assert open_briefing(open_current(StoryFiles(folder)), "first") is None


def test_a_broken_correction_hides_no_other(
    tmp_path: Path, serve_story: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = write_briefing(tmp_path, "So it is.")
    good = {"date": "2023-06-01", "event": "bridge", "field": "title", "why": "Shorter now."}
    lines = [json.dumps(good), '{"secret": 1}']
    (folder / "corrections.jsonl").write_text("\n".join(lines) + "\n")
    serve_story(folder)
    words = open_page("method.py")
    assert "1 correction could not be read." in words
    assert "Shorter now." in words
    assert "secret" not in words
    assert "corrections.jsonl, line 2, date" in caplog.text
