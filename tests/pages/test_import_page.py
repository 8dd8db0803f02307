"""The page that imports: only for a desk on its own machine, and the same events as the command."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.config import Config
from streamlit.testing.v1 import AppTest

from geo.cli.main import main
from geo.drawing.basemap.world.world_map import WorldMap
from geo.importing import Destination, import_file
from geo.importing.places.gazetteer import find_towns
from geo.importing.story.story_import import bundle_story, open_story_import
from geo.publishing.export import export_view
from geo.story.new_story.folder import NewStory
from geo.story.view import open_view
from tests.event_texts import record
from tests.importing.reading import SAMPLES
from tests.pages.opening import PATIENCE_S, ROOT, parts_of
from tests.story.own_words import write_own_words
from tests.story_folders import write_story
from web.settings import read_settings, settings

Serve = Callable[[Path], None]


def open_page() -> AppTest:
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=PATIENCE_S)
    return app.switch_page("importing/import.py").run()


def drop(app: AppTest, name: str, content: bytes | None = None) -> AppTest:
    text = (SAMPLES / name).read_bytes() if content is None else content
    app.file_uploader[0].set_value((name, text, "text/csv"))
    return app.run()


def words_of(app: AppTest) -> str:
    shown = [element.value for element in (*app.markdown, *app.subheader)]
    return " ".join([*shown, *(element.proto.body for element in app.get("html"))])


@pytest.mark.parametrize(
    ("environment", "is_desk"),
    [
        ({}, False),
        ({"DESK": "1"}, True),
        ({"DESK": "yes"}, False),
        ({"DESK": "1", "ADDRESS": "0.0.0.0"}, False),
        ({"DESK": "1", "PUBLIC_ADDRESS": "https://map.example"}, False),
    ],
)
def test_only_a_server_that_nobody_else_can_ask_is_a_desk(
    environment: dict[str, str], is_desk: bool
) -> None:
    assert read_settings(Config(environ=environment)).desk is is_desk


def test_a_clean_table_is_added_to_the_open_story_without_a_question(story: Path) -> None:
    app = drop(open_page(), "clean-simple.csv")
    assert not app.exception
    assert "5 rows read, 5 give an event" in words_of(app)
    assert [one.value for one in app.radio] == []
    [button] = app.button
    button.click().run()
    assert not app.exception
    assert "Added to Fires" in words_of(app)
    assert "5 added" in words_of(app)
    content = json.loads((story / "events.geojson").read_text("utf-8"))
    assert [one["id"] for one in content["features"]] == ["i0", "i1", "i2", "i3", "i4"]


@pytest.fixture
def _bare_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no world where a test is not about its map: to cut a wide part takes seconds."""
    monkeypatch.setattr("geo.drawing.basemap.world.cache.draw_world", lambda *_: WorldMap((), ()))


@pytest.mark.usefixtures("_bare_world")
def test_questions_are_asked_one_by_one_and_answers_count(story: Path) -> None:
    app = drop(open_page(), "incidents-google.csv")
    assert "12 need an answer" in words_of(app)
    order, year, midnight = app.radio
    order.set_value("dmy")
    year.set_value("2023")
    midnight.set_value("unknown")
    app.run()
    assert not app.exception
    page_words = words_of(app)
    assert "33 give an event, 0 need an answer, 5 rejected" in page_words
    assert "29 février 2023" in page_words
    assert story.is_dir()


def test_a_row_that_waited_for_one_answer_is_asked_the_next(story: Path) -> None:
    app = drop(open_page(), "t.csv", b"title,date,place\nA fire,04/05/2023,Suva\n")
    [order] = app.radio
    order.set_value("dmy")
    app.run()
    assert [one.label for one in app.radio][1:] == ["Is 'Suva' (row 2) this town?"]
    [town] = find_towns("Suva")
    app.radio[1].set_value(f"{town.lat:.4f},{town.lon:.4f},{town.radius_m}")
    app.run()
    assert not app.exception
    [button] = app.button
    button.click().run()
    content = json.loads((story / "events.geojson").read_text("utf-8"))
    [event] = content["features"]
    lon, lat = event["geometry"]["coordinates"]
    assert (round(lat), round(lon)) == (-18, 178)
    assert event["properties"]["when"] == "2023-05-04"


def test_each_column_can_be_changed(story: Path) -> None:
    text = b"headline,day of it,colour\nA fire was reported,2023-05-03,red\nSmoke,2023-05-04,\n"
    app = drop(open_page(), "t.csv", text)
    names = [one.label.partition(" (")[0] for one in app.selectbox]
    assert names == ["headline", "day of it", "colour"]
    colour = app.selectbox[2]
    assert colour.value == "extra"
    colour.set_value("region")
    app.run()
    [button] = app.button
    button.click().run()
    content = json.loads((story / "events.geojson").read_text("utf-8"))
    assert content["features"][0]["properties"]["region"] == "red"


def test_a_file_that_is_not_a_table_is_refused_in_a_sentence(story: Path) -> None:
    app = drop(open_page(), "t.csv", b"PK\x03\x04 broken")
    assert not app.exception
    assert "found a broken zip file" in words_of(app)
    assert app.button.len == 0
    assert story.is_dir()


@pytest.mark.usefixtures("_bare_world")
def test_without_a_desk_there_is_no_such_page(
    tmp_path: Path, serve_story: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK", raising=False)
    folder = tmp_path / "fires"
    assert main(["new", str(folder), "--title", "Fires"]) == 0
    serve_story(folder)
    assert not settings().desk
    app = open_page()
    assert app.file_uploader.len == 0


@pytest.mark.usefixtures("story")
def test_what_would_come_is_shown_on_the_map_of_every_page() -> None:
    app = drop(open_page(), "clean-simple.csv")
    parts = parts_of(app)
    assert list(parts) == ["import_time_map"]
    times = app.dataframe[1].value["when"].tolist()
    assert times[0] == "1 May 2023, 14:30"
    assert parts["import_time_map"]["base"]
    app = drop(app, "t.csv", b"title,date\nA fire,2023-05-04\n")
    assert parts_of(app) == {}
    assert "not on the map: 1" in " ".join(one.value for one in app.caption)


@pytest.mark.usefixtures("story")
def test_what_the_model_of_an_event_refuses_is_named_before_it_is_added() -> None:
    deep = "[" * 150 + "1" + "]" * 150
    good, bad = (
        '{"type":"Feature","properties":{"title":"A fire","date":"2023-05-03"},'
        f'"geometry":{{"type":"Point","coordinates":{coordinates}}}}}'
        for coordinates in ("[45, 13]", deep)
    )
    text = f'{{"type":"FeatureCollection","features":[{good},{bad}]}}'
    app = drop(open_page(), "t.geojson", text.encode())
    assert not app.exception
    assert "1 give an event, 0 need an answer, 1 rejected" in words_of(app)
    assert "record 2" in words_of(app)


def test_files_of_this_project_keep_their_claims(story: Path, tmp_path: Path) -> None:
    theirs = write_story(tmp_path / "theirs", record("bridge"), record("harbour"))
    wanted = open_view(theirs).record.events
    app = drop(open_page(), "t.geojson", (theirs / "events.geojson").read_bytes())
    assert "A file of this project" in words_of(app)
    app.button[0].click().run()
    assert not app.exception
    assert "2 added" in words_of(app)
    found = open_view(story).record.events
    assert found["claims"].to_dict() == wanted["claims"].to_dict()
    assert found["attribution"].to_dict() == wanted["attribution"].to_dict()


def test_a_file_of_claims_is_for_events_that_are_there(story: Path, tmp_path: Path) -> None:
    theirs = write_story(tmp_path / "theirs", record("bridge"))
    claims = export_view(open_view(theirs), "claims")
    app = drop(open_page(), "t.csv", claims)
    assert not app.exception
    assert "0 give an event" in words_of(app)
    assert "import the file of events first" in words_of(app)
    assert story.is_dir()


@pytest.mark.usefixtures("story")
def test_no_more_than_ten_questions_are_open_at_once() -> None:
    towns = ["Suva", "Nadi", "Aden", "Paris", "Lagos", "Cairo", "Rome", "Athens", "Berlin"]
    towns += ["Vienna", "Oslo", "Warsaw"]
    rows = "".join(f"A fire,2023-05-04,{town}\n" for town in towns)
    app = drop(open_page(), "t.csv", f"title,date,place\n{rows}".encode())
    assert len(app.radio) == 10
    assert "More questions follow" in " ".join(one.value for one in app.caption)
    for question in app.radio[:3]:
        question.set_value("unknown")
    app.run()
    assert len(app.radio) == 12
    assert app.radio[11].label.startswith(("Is 'Warsaw'", "Which town is 'Warsaw'"))


def test_a_bundle_declares_the_own_words_of_its_events(tmp_path: Path) -> None:
    known = write_own_words(tmp_path / "known", record("closed"))
    target = open_story_import(known, "t.csv")
    table = b"id,title,date,event_type\na,The port was said to be closed,2023-05-03,blockade\n"
    outcome = import_file(table, "t.csv", target.destination)
    bundle = bundle_story(outcome, "t.csv", NewStory("Ships", words_of=target.story))
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        archive.extractall(tmp_path)
    events = open_view(tmp_path / "t").record.events
    assert events["event_type"].to_dict() == {"a": "blockade"}


def test_a_bundle_is_a_folder_that_runs(tmp_path: Path) -> None:
    content = (SAMPLES / "clean-simple.csv").read_bytes()
    outcome = import_file(content, "clean-simple.csv", Destination("Asia/Aden", stem="s"))
    about = NewStory("Fires", "Asia/Aden", "en", None)
    bundle = bundle_story(outcome, "clean-simple.csv", about)
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        archive.extractall(tmp_path)
    assert main(["check", str(tmp_path / "clean-simple")]) == 0
