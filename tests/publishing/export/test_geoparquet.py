"""Events as GeoParquet."""

import io
import json

import geopandas as gpd
import pandas as pd
from pyarrow import parquet

from geo.publishing.export import export_view
from geo.story.view import View
from tests.publishing.export.readers import ADDRESS


def test_geoparquet_keeps_claims_in_their_event(three: View) -> None:
    content = io.BytesIO(export_view(three, "parquet", ADDRESS))
    events = gpd.read_parquet(content)
    assert events.crs == "EPSG:4326"
    assert events["claims"].iloc[0][0]["actor"]["name"] == "The governor"
    assert events["sources"].iloc[0][0]["is_party"] == False  # noqa: E712
    assert events["start"].iloc[0] == pd.Timestamp("2023-05-02T23:27:00Z")
    metadata = parquet.read_metadata(content).metadata
    assert metadata[b"border"] == b"The square"
    assert json.loads(metadata[b"about"])["link"].startswith(ADDRESS)
