"""What a file says of where its events come from."""

import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from pyarrow import parquet

from geo.publishing.export import export_view
from geo.publishing.export.provenance import describe_provenance
from geo.story.current import StoryFiles, open_current
from geo.story.parts.basis import RecordBasis
from geo.story.view import build_view_from_query, open_view
from tests.event_texts import record
from tests.publishing.export.readers import KML, kml_of, table_of
from tests.story_folders import write_story

SHIPS = Path(__file__).parents[2] / "data/ships"


def test_the_accuracy_is_stated_in_exports() -> None:
    assert "The border is true to about 1000 m" in describe_provenance(open_view(SHIPS)).method


def test_the_method_says_what_the_story_says_its_record_is_made_from() -> None:
    view = open_view(SHIPS)
    assert describe_provenance(view).method.startswith("Not a census. start and end (not included)")
    basis = RecordBasis(found_in="logs of the harbour")
    own = replace(view.current, story=view.story.model_copy(update={"basis": basis}))
    method = describe_provenance(replace(view, current=own)).method
    assert method.startswith("Found in logs of the harbour; not a census. start and end")


def test_every_kind_of_file_says_how_many_events_could_not_be_read(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a"), record("b", title=None), record("c")))
    said = "1 of 3 events could not be read and are not shown"
    assert json.loads(export_view(view, "geojson"))["rejected"] == said
    for kind in ("csv", "claims"):
        assert {row["record_rejected"] for row in table_of(view, kind)} == {said}
    assert said in " ".join(kml_of(view).findtext(f"{KML}Document/{KML}description").split("<br>"))
    database = sqlite3.connect(":memory:")
    database.deserialize(export_view(view, "gpkg"))
    assert ("rejected", said) in database.execute("SELECT what, text FROM about").fetchall()
    metadata = parquet.read_metadata(io.BytesIO(export_view(view, "parquet"))).metadata
    assert json.loads(metadata[b"about"])["rejected"] == said


def test_a_file_of_a_record_without_fault_says_nothing_of_rejected_events(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a")))
    assert "rejected" not in json.loads(export_view(view, "geojson"))


def test_a_file_says_that_a_second_border_was_shown(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record("a"))
    second = folder / "as_controlled.geojson"
    second.write_bytes((folder / "border.geojson").read_bytes())
    view = build_view_from_query(open_current(StoryFiles(folder, second_border=second)), {})
    said = "as_controlled.geojson: distances to it are shown too, and none is in this file"
    content = json.loads(export_view(view, "geojson"))
    assert (content["border"], content["second_border"]) == ("The square", said)
    for kind in ("csv", "claims"):
        assert [row["record_second_border"] for row in table_of(view, kind)] == [said]
    assert "second_border" not in json.loads(export_view(open_view(folder), "geojson"))
