"""What a change costs: one row for a filter by words, a row and a writer for a kind of file.

Each test adds the row, as a desk would write it, and finds everything offering it: no other file
of the product would have to change.
"""

import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from geo.cli.main import main
from geo.drawing.rows.facets import build_facets
from geo.errors import Problem
from geo.link.fields import FIELDS, WordField
from geo.link.filters import Filters, describe_filters
from geo.link.link import Link, build_address, from_query, to_query
from geo.publishing.export import FORMATS
from geo.publishing.export.formats import Format
from geo.publishing.export.selection import Export
from geo.story.current import StoryFiles, open_current
from geo.story.view import open_view
from tests.event_texts import record
from tests.story_folders import write_story
from ui.first_view import warm_up
from web.api import build_api_routes
from web.story.current import CurrentRecord

ROOT = Path(__file__).parents[1]
DAY = {"start": "2023-05-03T00:00:00+00:00", "end": "2023-05-04T00:00:00+00:00", "tz": "UTC"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story of two events, one known to the minute and one to the day."""
    return write_story(
        tmp_path / "story", record("minute"), record("day", time_precision="day", **DAY)
    )


@pytest.fixture
def client(folder: Path) -> TestClient:
    return TestClient(Starlette(routes=build_api_routes(CurrentRecord(StoryFiles(folder)).open)))


@pytest.fixture(autouse=True)
def _alone() -> None:
    """Wait for what earlier tests still draw: a thread may not meet a row that comes and goes."""
    for thread in threading.enumerate():
        # Python names a thread by its function.
        if thread.name.endswith(f"({warm_up.__name__})"):
            thread.join()


@pytest.fixture
def _with_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one row of a filter by the words of another field."""
    row = WordField("time_precision", "known_to", "Precision of time")
    monkeypatch.setitem(FIELDS, row.column, row)


@pytest.fixture
def _placed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one row of a filter by a field whose words only the record knows."""
    row = WordField("place", "place", "Place", "record", "Old Bridge")
    monkeypatch.setitem(FIELDS, row.column, row)


@pytest.fixture
def _by_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one row of a filter whose parameter has the name of its column, which the API knows."""
    row = WordField("incident", "incident", "Incident", "record", "raid-1")
    monkeypatch.setitem(FIELDS, row.column, row)


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_is_read_written_and_checked() -> None:
    link, left_out = from_query({"known_to": ["minute", "sometime"]})
    assert link.filters.words == {"time_precision": {"minute"}}
    assert str(left_out[0]).startswith("known_to: found 'sometime', wanted one of day, days, hour")
    assert to_query(link) == {"known_to": ["minute"]}
    assert build_address(link, "analysis") == "analysis?known_to=minute"
    assert describe_filters(link.filters) == "precision of time: Minute"


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_keeps_its_events(folder: Path) -> None:
    assert list(open_view(folder, "known_to=day").kept.index) == ["day"]
    assert list(open_view(folder, "known_to=day&known_to=minute").kept.index) == ["minute", "day"]


@pytest.mark.usefixtures("_placed")
def test_words_that_only_the_record_knows_are_checked_by_it(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "places", record("one", place="Мост"), record("two"))
    assert list(open_view(folder, "place=Мост").kept.index) == ["one"]
    link, left_out = from_query({"place": ["Nowhere"]}, {"place": {"Мост"}})
    assert (link, left_out) == (Link(), (Problem("place", "'Nowhere'", "one of Мост"),))


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_is_offered_by_the_panel(folder: Path) -> None:
    current = open_current(StoryFiles(folder))
    fields = build_facets(current.record, current.story, np.arange(2))["fields"]
    sent = json.loads(json.dumps(fields))
    [added] = [field for field in sent if field["parameter"] == "known_to"]
    assert added["title"] == "Precision of time"
    assert [word["label"] for word in added["words"]] == ["Minute", "Day"]
    assert added["codes"] == [0, 1]


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_is_described_and_taken_by_the_api(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["components"]["parameters"]
    assert "minute" in described["known_to"]["schema"]["items"]["enum"]
    assert described["known_to"]["description"].startswith("Precision of time: ")
    assert "known_to,type" in described["cross"]["schema"]["enum"]
    items = "/api/collections/events/items"
    for query in ("known_to=day", "time_precision=day"):
        found = client.get(f"{items}?{query}").json()["features"]
        assert [feature["id"] for feature in found] == ["day"], query


@pytest.mark.usefixtures("_by_its_column")
def test_a_parameter_named_as_its_column_is_one_parameter_of_the_api(tmp_path: Path) -> None:
    folder = write_story(tmp_path / "raids", record("a", incident="raid-1"), record("b"))
    routes = build_api_routes(CurrentRecord(StoryFiles(folder)).open)
    client = TestClient(Starlette(routes=routes))
    items = "/api/collections/events/items"
    described = client.get("/api/openapi.json").json()
    asked = described["paths"]["/collections/{collectionId}/items"]["get"]["parameters"]
    names = [one["$ref"] for one in asked if "$ref" in one]
    assert len(names) == len(set(names))
    assert described["components"]["parameters"]["incident"]["description"].startswith("Incident:")
    found = client.get(f"{items}?incident=raid-1").json()["features"]
    assert [feature["id"] for feature in found] == ["a"]
    page = client.get(f"{items}?incident=raid-1&f=html").text
    assert re.search(r'href="[^"]*/\?incident=raid-1"', page)


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_is_an_option_of_the_command_line(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["events", "--story", str(folder), "--known_to", "day"]) == 0
    features = json.loads(capsysbinary.readouterr().out)["features"]
    assert [feature["id"] for feature in features] == ["day"]


@pytest.mark.usefixtures("_with_row")
def test_a_word_filter_of_one_row_can_be_crossed_in_the_analysis(
    folder: Path, serve_story: Callable[[Path], None]
) -> None:
    serve_story(folder)
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=120)
    app.query_params["known_to"] = "day"
    app.query_params["cross"] = "known_to,type"
    app.switch_page("../pages/analysis.py").run()
    assert not app.exception
    assert app.selectbox(key="cross_rows").value == "time_precision"
    assert "Precision of time" in app.selectbox(key="cross_columns").options
    assert "Precision of time by type of event" in " ".join(
        element.proto.body for element in app.get("html")
    )


def test_without_its_row_there_is_no_such_filter() -> None:
    assert from_query({"known_to": ["day"]})[0] == Link()
    assert Filters().words == {}


def write_ids(export: Export) -> Iterator[bytes]:
    """The writer of another kind of file: the ids of its events, a line each."""
    return export.write_parts("ids", lambda part: "\n".join([*part.index, ""]).encode())


@pytest.fixture
def _ids_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one row of another kind of file."""
    monkeypatch.setitem(FORMATS, "ids", Format("A list of ids", "text/x-ids", ".ids", write_ids))


@pytest.mark.usefixtures("_ids_format")
def test_a_format_of_one_row_is_offered_by_the_command_line(folder: Path, tmp_path: Path) -> None:
    for words in (["--out", "named.ids"], ["--format", "ids", "--out", "other.txt"]):
        target = tmp_path / words[-1]
        assert main(["events", "--story", str(folder), *words[:-1], str(target)]) == 0
        assert target.read_text("utf-8") == "minute\nday\n"


@pytest.mark.usefixtures("_ids_format")
def test_a_format_of_one_row_is_described_and_sent_by_the_api(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    operation = paths["/export/{kind}"]["get"]
    kind = next(one for one in operation["parameters"] if one.get("name") == "kind")
    assert "ids" in kind["schema"]["enum"]
    assert "text/x-ids" in operation["responses"]["200"]["content"]
    answer = client.get("/api/export/ids?type=sabotage_or_ied")
    assert answer.text == "minute\nday\n"
    assert answer.headers["content-type"].startswith("text/x-ids")


@pytest.mark.usefixtures("_ids_format")
def test_a_format_of_one_row_is_offered_by_the_analysis_page(
    folder: Path, serve_story: Callable[[Path], None]
) -> None:
    serve_story(folder)
    app = AppTest.from_file(str(ROOT / "ui/shell.py"), default_timeout=120)
    app.switch_page("../pages/analysis.py").run()
    assert not app.exception
    offered = [
        file["label"]
        for part in app.get("bidi_component")
        for file in json.loads(part.proto.json or "{}").get("files", ())
    ]
    assert "A list of ids" in offered
