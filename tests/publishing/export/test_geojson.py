"""Events as GeoJSON, read back as the same events with the statements about them."""

import json

import pytest
from geopandas.testing import assert_geodataframe_equal

from geo.events import parse_events
from geo.publishing.export import export_view
from geo.story.view import View
from tests.publishing.export.readers import ADDRESS
from tests.shipped_record import READING, open_shipped


@pytest.mark.parametrize("link", ["", "from=2023-05-02T21:00&to=2023-05-03T06:00", "q=Кремль"])
def test_geojson_of_a_view_is_read_as_the_same_events(link: str) -> None:
    view = open_shipped(link)
    reading = parse_events(export_view(view, "geojson"))
    assert reading.rejected == ()
    # What the desk notes for itself stays with it.
    wanted = READING.events.loc[view.kept.index].assign(note=None, checked=None)
    got = reading.events
    # Events that a filter separates from statements about them: another test.
    alone = [e for e in wanted.index if wanted.at[e, "claims"] == got.at[e, "claims"]]
    assert len(alone) >= len(wanted) - 2
    assert_geodataframe_equal(got.loc[alone], wanted.loc[alone])


def test_geojson_says_at_its_top_where_it_comes_from(three: View) -> None:
    content = json.loads(export_view(three, "geojson", address=ADDRESS))
    assert content["filter"] == "3 May 2023, 00:00, to just before 3 May 2023, 06:00, local time"
    query = f"?from=2023-05-03&to=2023-05-03T06:00&data={content['data_version']}"
    assert content["link"] == ADDRESS + query
    assert content["counted"] == "2 of 3 events, 1 of them only possibly"
    assert (content["definite"], content["possible"]) == ("1", "1")
    assert (content["border"], content["border_version"]) == ("The square", "1")
    assert (content["title"], content["version"]) == ("Bridges & <b>roads</b>", "7")
    assert content["method"].startswith("Not a census. ")
    properties = {one["id"]: one["properties"] for one in content["features"]}
    assert {id_: one["presence"] for id_, one in properties.items()} == {
        "minute": "definite",
        "day": "possible",
    }
    assert properties["day"]["inside"] is True
    # One degree of the equator away, at half a degree north: 111.32 km within a thousandth.
    assert properties["minute"]["distance_m"] == pytest.approx(111_316, rel=1e-3)
