"""GeoJSON and GeoParquet are read as the events that they hold, where this project wrote them."""

import gzip

import pytest

from geo.events import read_events
from geo.importing import Destination
from geo.importing.exports.features import read_exported_features
from geo.importing.outcome.checked import check_made, index_features
from geo.importing.outcome.outcome import Members
from geo.publishing.export import export_view
from tests.publishing.export.readers import DATA
from tests.shipped_record import open_shipped

# What only the desk has is in no export.
DESK = ("note", "checked", "workflow")


def members_of(feature: Members) -> Members:
    members = feature["properties"]
    assert isinstance(members, dict)
    return {name: value for name, value in members.items() if name not in DESK}


@pytest.mark.parametrize("kind", ["geojson", "parquet"])
def test_the_shipped_story_comes_back(kind: str) -> None:
    content = export_view(open_shipped(), kind)
    outcome = read_exported_features(content, f"export.{kind}", Destination("UTC"))
    assert outcome is not None
    assert not [remark for remark in outcome.remarks if "unknown" in remark]
    [left_out] = [remark for remark in outcome.remarks if "presence" in remark]
    assert left_out.startswith("left out, since it is computed: presence, ")
    assert "attribution_line" in left_out
    found = check_made(outcome, "UTC")
    wanted = index_features(read_events(DATA / "events.geojson", "UTC"))
    assert {one: members_of(found[one]) for one in found} == {
        one: members_of(wanted[one]) for one in wanted
    }


def test_a_compressed_file_is_read_as_the_events_that_it_holds() -> None:
    content = gzip.compress(export_view(open_shipped("q=bridge"), "geojson"))
    outcome = read_exported_features(content, "export.geojson.gz", Destination("UTC"))
    assert outcome is not None
    assert {one.id for one in outcome.made} == {*open_shipped("q=bridge").kept.index}


@pytest.mark.parametrize(
    "content",
    [
        b"title,date\n",
        b"{}",
        b"PAR1",
        b'{"type": "FeatureCollection", "features": []}',
        b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}}]}',
    ],
)
def test_other_files_are_none_of_this_project(content: bytes) -> None:
    assert read_exported_features(content, "a", Destination("UTC")) is None
