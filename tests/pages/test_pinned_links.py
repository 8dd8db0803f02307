"""A link that names its data: what the page says when the data have changed since."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.cli.main import main
from geo.story.view import open_view
from tests.event_texts import record
from tests.pages.opening import open_app, words_of
from tests.story_folders import write_story


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small story with a kept version, whose events may change."""
    folder = write_story(tmp_path / "story", *(record(name) for name in ("bridge", "port", "quay")))
    assert main(["version", "--story", str(folder)]) == 0
    return folder


@pytest.fixture
def opened(story: Path, serve_story: Callable[[Path], None]) -> Callable[..., AppTest]:
    serve_story(story)

    def open_at(**query: str) -> AppTest:
        return open_app("map", query)

    return open_at


def change(story: Path) -> str:
    """Change one event, add one; return the version before."""
    before = open_view(story).record.version
    path = story / "events.geojson"
    members = json.loads(path.read_text("utf-8"))
    port = next(one for one in members["features"] if one["id"] == "port")
    members["features"].append(json.loads(json.dumps(port)) | {"id": "a-new-one"})
    port["properties"]["place"] = "Another roof"
    path.write_text(json.dumps(members, ensure_ascii=False), "utf-8")
    return before


def test_a_link_to_the_data_as_they_are_says_nothing(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    app = opened(data=open_view(story).record.version)
    assert not app.exception
    assert "This link was made" not in words_of(app)


def test_what_changed_since_is_shown_and_listed(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    before = change(story)
    app = opened(data=before, event="port")
    said = words_of(app)
    assert "1 event changed, 1 added" in said
    assert "The selected event is one of them: place" in said
    listed = words_of(app.button(key="see_changes").click().run())
    assert "?event=port" in listed
    assert "?event=a-new-one" in listed
    assert "method#corrections" in listed


def test_a_link_shows_the_data_that_it_was_made_with(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    count = len(open_view(story).record.events)
    before = change(story)
    app = opened(data=before)
    said = words_of(app)
    assert f"These are the data of version {before} of " in said
    assert f"the newest are {open_view(story).record.version}" in said
    assert f"{count} events" in said
    assert before in app.query_params["data"]
    app.button(key="unpin").click().run()
    assert f"{count + 1} events" in words_of(app)


def test_a_version_outside_the_archive_shows_todays_data(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    before = change(story)
    (story / "versions" / f"{before}.xz").unlink()
    said = words_of(opened(data=before))
    assert "which are not in the archive" in said
    assert "You see today&#39;s data" in said or "You see today's data" in said
    assert "1 event changed, 1 added" in said


def test_a_reader_may_go_on_with_todays_data(story: Path, opened: Callable[..., AppTest]) -> None:
    app = opened(data=change(story))
    assert "data" in app.query_params
    app.button(key="unpin").click().run()
    assert "data" not in app.query_params
    assert "These are the data of version" not in words_of(app)


def test_an_unknown_version_is_reported_and_todays_is_shown(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    app = opened(data="0123456789ab")
    said = words_of(app)
    assert "0123456789ab" in said
    assert "which this record does not know" in said
    assert f"{len(open_view(story).record.events)} events" in said
    assert not app.exception


def test_an_event_that_is_not_there_is_reported_and_no_empty_place_is_shown(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    app = opened(event="gone", view="0,-60,12")
    said = words_of(app)
    assert "The event “<bdi>gone</bdi>” is not in this record" in said
    assert f"{len(open_view(story).record.events)} events" in said
    assert not {"event", "view"} & {*app.query_params}


def test_a_place_looked_at_for_itself_is_kept(opened: Callable[..., AppTest]) -> None:
    app = opened(view="0,-60,12")
    assert app.query_params["view"] == "0.0000,-60.0000,12.00"


def test_anything_but_a_version_is_left_out_and_reported(opened: Callable[..., AppTest]) -> None:
    app = opened(data="<b>today</b>")
    assert "&lt;b&gt;today&lt;/b&gt;" in words_of(app)
    assert "data" not in app.query_params


def test_a_broken_list_of_versions_stops_nobody(
    story: Path, opened: Callable[..., AppTest]
) -> None:
    (story / "versions" / "0123456789ab.json").write_text("broken", "utf-8")
    app = opened(data="0123456789ab")
    assert not app.exception
    assert "does not know" in words_of(app)


def test_the_link_to_share_names_the_data(story: Path, opened: Callable[..., AppTest]) -> None:
    app = opened(group="north")
    assert not app.code  # Nothing is made before it is requested.
    app.session_state["share_asked"] = True
    app.run()
    version = open_view(story).record.version
    codes = [code.value for code in app.code]
    assert any(code.endswith(f"?group=north&data={version}") for code in codes)
    assert any(code.startswith("<iframe ") and "embed=true" in code for code in codes)
