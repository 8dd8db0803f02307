"""Events as a GeoPackage."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from shapely import Point

from geo.publishing.export import export_view
from geo.story.view import View
from tests.publishing.export.readers import ADDRESS


def test_geopackage_holds_events_claims_sources_and_about(three: View, tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    path.write_bytes(export_view(three, "gpkg", address=ADDRESS))
    assert set(pyogrio.list_layers(path)[:, 0]) == {
        *("events", "claims", "sources", "about", "codebook")
    }
    events = gpd.read_file(path, layer="events")
    assert events.crs == "EPSG:4326"
    assert list(events["presence"]) == ["definite", "possible"]
    assert events.geometry.iloc[0] == Point(2, 0.5)
    assert events["start"].iloc[0] == pd.Timestamp("2023-05-02T23:27:00Z")
    about = pyogrio.read_dataframe(path, layer="about").set_index("what")["text"]
    assert about["counted"] == "2 of 3 events, 1 of them only possibly"
    assert len(pyogrio.read_dataframe(path, layer="claims")) == 2


def test_a_file_has_the_same_rows_however_many_are_written_at_once(
    three: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "whole.gpkg", tmp_path / "rows.gpkg"]
    files[0].write_bytes(export_view(three, "gpkg", address=ADDRESS))
    monkeypatch.setattr("geo.publishing.export.selection.PART", 1)
    monkeypatch.setattr("geo.publishing.export.geopackage.ROWS_AT_ONCE", 1)
    files[1].write_bytes(export_view(three, "gpkg", address=ADDRESS))
    for layer in ("events", "claims", "sources"):
        whole, rows = (pyogrio.read_dataframe(file, layer=layer) for file in files)
        assert len(whole) == 2
        pd.testing.assert_frame_equal(whole, rows)


def test_the_tables_say_they_were_written_on_the_day_of_the_data(
    three: View, tmp_path: Path
) -> None:
    path = tmp_path / "events.gpkg"
    path.write_bytes(export_view(three, "gpkg"))
    with closing(sqlite3.connect(path)) as database:
        times = database.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall()
    assert times == [("2023-06-01T00:00:00.000Z",)]


def test_nothing_of_how_it_was_written_is_left_in_the_file(three: View) -> None:
    content = export_view(three, "gpkg")
    written = re.findall(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", content)
    assert set(written) == {b"2023-06-01T00:00:00.000Z"}
    # The count of a file's transactions, by SQLite's format; GDAL's differs from run to run.
    assert int.from_bytes(content[24:28]) == 1


@pytest.mark.parametrize("chosen", [None, "NORMAL"])
def test_other_databases_of_the_process_are_written_as_safely_as_before(
    three: View, chosen: str | None
) -> None:
    pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": chosen})
    try:
        with ThreadPoolExecutor(3) as threads:
            list(threads.map(lambda _: export_view(three, "gpkg"), range(6)))
        assert pyogrio.get_gdal_config_option("OGR_SQLITE_SYNCHRONOUS") == chosen
    finally:
        pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": None})
