"""Places in a filter, on both sides of 180 degrees."""

import pytest
import shapely
from geopandas import GeoSeries

from geo.link.cql2 import Queryable
from tests.link.cql2.small import kept, small_columns


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("S_INTERSECTS(geometry, BBOX(179, -1, -179, 1))", [0, 1]),
        ("S_INTERSECTS(geometry, BBOX(179, -1, 180, 1))", [0, 1]),
        ("S_INTERSECTS(POINT(180 0), geometry)", [0, 1]),
        ("S_DISJOINT(geometry, POINT(-180 0))", [2]),
        ("S_INTERSECTS(geometry, POLYGON((-1 80, 1 80, 1 90, -1 90, -1 80)))", [2]),
        ("geometry IS NULL", [3]),
        ("NOT S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))", []),
    ],
)
def test_a_meridian_with_two_names_is_one_and_no_place_is_missing(
    text: str, rows: list[int]
) -> None:
    places = GeoSeries([shapely.Point(180, 0), shapely.Point(-180, 0), shapely.Point(0, 90), None])
    assert kept(text, small_columns(geometry=Queryable("geometry", lambda: places))) == rows
