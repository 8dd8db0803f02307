"""The page that publishes: only for a desk, one site at a time, and what stops it in words."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import GeoError
from geo.publishing.site.publish import SiteChoices
from tests.event_texts import record
from tests.pages.opening import PATIENCE_S, ROOT, words_of
from tests.publishing.site.sites import draw_nothing
from tests.story_folders import point, write_story
from web.publishing import find_site_folder, publish_at_desk

Serve = Callable[[Path], None]


def open_page() -> AppTest:
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=PATIENCE_S)
    return app.switch_page("publishing/publish.py").run()


def test_a_click_writes_the_site_and_says_where_and_how_much(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    app = open_page()
    assert not app.exception
    assert not (story / "site").exists()
    app.button(key="publish_site").click().run()
    assert not app.exception
    files = [path for path in (story / "site").rglob("*") if path.is_file()]
    pages = [path for path in files if path.name == "index.html"]
    (said,) = [one.value for one in app.success]
    assert str(story / "site") in said
    assert f"{len(pages)} pages, {len(files)} files, " in said


@pytest.mark.parametrize("is_wanted", [True, False])
def test_events_have_pictures_of_their_own_where_the_desk_wants_them(
    story: Path, monkeypatch: pytest.MonkeyPatch, is_wanted: bool
) -> None:
    draw_nothing(monkeypatch)
    write_story(story, record("bridge", geometry=point(1, 2)), record("port", geometry=point(3, 4)))
    app = open_page()
    (box,) = app.checkbox
    assert box.value
    box.set_value(is_wanted)
    app.button(key="publish_site").click().run()
    assert not app.exception
    for event in ("bridge", "port"):
        folder = story / "site/events" / event
        assert (folder / "index.html").is_file()
        assert len(list(folder.glob("map-*.png"))) == is_wanted


def test_a_setting_names_another_folder(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve_story: Serve
) -> None:
    monkeypatch.setenv("SITE", str(tmp_path / "public"))
    serve_story(story)
    assert find_site_folder() == tmp_path / "public"
    assert app_folder(open_page()) == str(tmp_path / "public")


def app_folder(app: AppTest) -> str:
    return str(next(one.value for one in app.text_input if one.label == "Folder"))


def test_what_geo_check_finds_stops_it_in_words(story: Path) -> None:
    events = story / "events.geojson"
    broken = {"type": "Feature", "id": "a", "geometry": None, "properties": {"title": "No time"}}
    text = json.loads(events.read_text("utf-8")) | {"features": [broken]}
    events.write_text(json.dumps(text), "utf-8")
    app = open_page()
    app.button(key="publish_site").click().run()
    assert not app.exception
    words = words_of(app)
    assert "The site was not written:" in words
    assert "not published: correct these first" in words
    assert not (story / "site").exists()


def test_one_site_is_written_at_a_time(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_nothing(monkeypatch)
    started, may_end = Event(), Event()

    def wait(*_: object) -> None:
        started.set()
        may_end.wait(PATIENCE_S)

    choices = SiteChoices(story / "site")
    thread = Thread(target=lambda: publish_at_desk(choices, wait))
    thread.start()
    assert started.wait(PATIENCE_S)
    try:
        with pytest.raises(GeoError, match="wanted one at a time"):
            publish_at_desk(choices, lambda *_: None)
    finally:
        may_end.set()
        thread.join()
    assert publish_at_desk(choices, lambda *_: None).pages == 7


def test_a_server_for_readers_publishes_nothing(
    story: Path, monkeypatch: pytest.MonkeyPatch, serve_story: Serve
) -> None:
    monkeypatch.delenv("DESK")
    serve_story(story)
    with pytest.raises(GeoError, match="DESK=1"):
        publish_at_desk(SiteChoices(story / "site"), lambda *_: None)
    assert not (story / "site").exists()
    assert [button.key for button in open_page().button if button.key == "publish_site"] == []


def test_progress_ends_at_the_last_page(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_nothing(monkeypatch)
    seen: list[tuple[int, int]] = []
    publish_at_desk(SiteChoices(story / "site"), lambda done, total, _: seen.append((done, total)))
    assert seen[-1] == (7, 7)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
