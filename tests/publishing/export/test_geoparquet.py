"""Events as GeoParquet."""

import io
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from pyarrow import parquet

from geo.events import read_events
from geo.publishing.export import export_view, geoparquet
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS
from tests.story_folders import point, write_story


def test_geoparquet_keeps_claims_in_their_event(three: View) -> None:
    content = io.BytesIO(export_view(three, "parquet", address=ADDRESS))
    events = gpd.read_parquet(content)
    assert events.crs == "EPSG:4326"
    assert events["claims"].iloc[0][0]["actor"]["name"] == "The governor"
    assert events["sources"].iloc[0][0]["is_party"] == False  # noqa: E712
    assert events["start"].iloc[0] == pd.Timestamp("2023-05-02T23:27:00Z")
    metadata = parquet.read_metadata(content).metadata
    assert metadata[b"border"] == b"The square"
    assert json.loads(metadata[b"about"])["link"].startswith(ADDRESS)


@pytest.fixture(scope="module")
def scattered(tmp_path_factory: pytest.TempPathFactory) -> View:
    """A hundred places all over the world, in no order, and one that is not known."""
    places = np.random.default_rng(5).uniform([-179, -89], [179, 89], (100, 2)).round(4)
    records = [record(f"e{n}", geometry=point(*map(float, at))) for n, at in enumerate(places)]
    records.insert(3, record("nowhere", geometry=None))
    return open_view(write_story(tmp_path_factory.mktemp("far"), *records))


def test_the_bounds_of_each_place_are_a_column_that_covers_it(scattered: View) -> None:
    """Another reader finds the same events of a box by the covering as by the geometries."""
    content = io.BytesIO(export_view(scattered, "parquet"))
    geo = json.loads(parquet.read_metadata(content).metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["covering"]["bbox"] == {
        end: ["bbox", end] for end in ("xmin", "ymin", "xmax", "ymax")
    }
    box = (-20.0, -30.0, 60.0, 50.0)
    by_covering = gpd.read_parquet(content, bbox=box)
    everything = gpd.read_parquet(content)
    wanted = everything.cx[box[0] : box[2], box[1] : box[3]]
    assert 0 < len(wanted) < len(everything) / 2
    assert set(by_covering["id"]) == set(wanted["id"])
    assert pd.read_parquet(content).set_index("id").at["nowhere", "bbox"] is None


def test_groups_of_rows_hold_near_places_and_read_as_the_same_events(
    scattered: View, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(geoparquet, "ROWS_IN_GROUP", 10)
    monkeypatch.setattr("geo.publishing.export.selection.PART", 10)
    content = export_view(scattered, "parquet")
    metadata = parquet.read_metadata(io.BytesIO(content))
    assert metadata.num_row_groups == 11
    names = [metadata.row_group(0).column(n).path_in_schema for n in range(metadata.num_columns)]
    ends = [names.index(f"bbox.{end}") for end in ("xmin", "ymin", "xmax", "ymax")]
    areas = []
    for group in range(10):
        columns = [metadata.row_group(group).column(end).statistics for end in ends]
        west, south, east, north = (
            *(column.min for column in columns[:2]),
            *(column.max for column in columns[2:]),
        )
        areas.append((east - west) * (north - south))
    # Ten places in no order would span most of the world each time.
    assert np.mean(areas) < 358 * 178 / 4
    path = tmp_path / "events.parquet"
    path.write_bytes(content)
    read = read_events(path).events
    assert set(read.index) == set(scattered.record.events.index)
    assert read.loc["e7", "title"] == scattered.record.events.loc["e7", "title"]
    assert list(pd.read_parquet(io.BytesIO(content))["id"])[-1] == "nowhere"
