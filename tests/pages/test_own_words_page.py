"""A story's own words on every page: labelled, explained, and never markup."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import Briefing, Step
from geo.story.parts.sentence import Sentence
from geo.story.view import open_view
from tests.event_texts import record
from tests.pages.opening import open_app, words_of
from tests.story.own_words import change_story, write_own_words

Serve = Callable[[Path], None]

LABEL = "<img src=x onerror=alert(1)> $x$ *b* {{ 7 }}"
ESCAPED = "&lt;img src=x onerror=alert(1)&gt; $x$ *b* {{ 7 }}"
HOSTILE = {"id": "blockade", "label": LABEL, "meaning": f"Said to be </script>{LABEL}"}


@pytest.fixture
def folder(tmp_path: Path, serve_story: Serve) -> Path:
    closed = record("closed", event_type="blockade", target_type="blockade")
    made = write_own_words(
        tmp_path / "story", closed, record("bridge"), event_types=[HOSTILE], targets=[HOSTILE]
    )
    serve_story(made)
    return made


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("map", {"event": "closed"}),
        ("map", {"type": "blockade"}),
        ("claims", {"event": "closed"}),
        ("analysis", {"cross": "type,target"}),
        ("analysis", {"compare": "2023-01-01..2023-12-31", "target": "blockade"}),
        ("method", {}),
    ],
)
def test_the_label_is_shown_as_text(page: str, query: dict[str, str]) -> None:
    app = open_app(page, query)
    assert not app.exception
    said = words_of(app)
    assert ESCAPED in said
    assert "<img src=x" not in said
    assert "'blockade', wanted" not in said


def test_a_briefing_in_one_file_has_the_label_as_text(folder: Path) -> None:
    sentence = Sentence(text="A record says so.", rests_on=("closed",))
    steps = (Step(id="one", headline="One", sentences=(sentence,), view="colour=type"),)
    view = open_view(folder, "colour=type")
    page = build_one_file(Briefing(title="Ports", steps=steps), view).decode()
    assert ESCAPED in page
    assert "<img src=x" not in page
    assert f"</script>{LABEL}" not in page


def test_the_map_is_drawn_anew_when_a_word_is_declared_while_the_app_runs(
    tmp_path: Path, serve_story: Serve
) -> None:
    folder = write_own_words(tmp_path / "story", record("bridge"), record("fog", event_type="fog"))
    serve_story(folder)
    app = open_app("map")
    assert "1 of 2 events could not be read" in words_of(app)
    fog = {"id": "fog", "label": "Fog", "meaning": "Nothing could be seen."}
    change_story(folder, event_types=[fog])
    app.query_params["event"] = "fog"
    app.query_params["colour"] = "type"
    app.run()
    assert not app.exception
    said = words_of(app)
    assert "could not be read" not in said
    assert "Fog" in said
    assert json.loads((folder / "events.geojson").read_text("utf-8"))["features"]


def test_a_place_without_a_region_says_nothing_of_one(tmp_path: Path, serve_story: Serve) -> None:
    plain = record("bridge", region=None, territory__recognised_country=None, place_local="جسر")
    serve_story(write_own_words(tmp_path / "story", plain))
    said = words_of(open_app("map", {"event": "bridge"}))
    assert "<bdi>(جسر)</bdi>" in said
    assert "None" not in said
