"""Places in a filter, on both sides of 180 degrees."""

import pytest
import shapely
from geopandas import GeoSeries

from geo.errors import LinkError
from geo.link.cql2 import Queryable
from tests.link.cql2.small import kept, small_columns

CUT = (
    "MULTIPOLYGON(((179 -1, 180 -1, 180 1, 179 1, 179 -1)), "
    "((-180 -1, -179 -1, -179 1, -180 1, -180 -1)))"
)


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


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("S_INTERSECTS(geometry, POLYGON((179 0, -179 0, 180 1, 179 0)))", "179 to -179"),
        ("S_WITHIN(geometry, LINESTRING(-179.5 0, 179 0))", "-179.5 to 179"),
        (
            "S_DISJOINT(geometry, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(170 0, -170 0)))",
            "170 to -170",
        ),
        ("S_INTERSECTS(geometry, POLYGON((-120 80, 0 81, 120 80, -120 80)))", "120 to -120"),
    ],
)
def test_an_edge_of_more_than_half_a_turn_is_refused_with_both_ways_to_write_it(
    text: str, edge: str
) -> None:
    """RFC 7946, 3.1.9: what crosses 180 degrees is cut there; uncut, both ways may be meant."""
    places = GeoSeries([shapely.Point(180, 0), None, None, None])
    with pytest.raises(LinkError) as refused:
        kept(text, small_columns(geometry=Queryable("geometry", lambda: places)))
    assert str(refused.value) == (
        f"filter: found an edge from longitude {edge}, wanted no edge of more than 180 degrees: "
        "cut the shape at 180 (two parts, one up to 180 and one from -180) for the short way "
        "round, or add corners in between for the long way"
    )


@pytest.mark.parametrize(
    ("shape", "rows"),
    [
        # The short way, cut; the long way, with corners; half a turn; all round; round a pole.
        (CUT, [0, 1]),
        ("POLYGON((-179 -1, 0 -1, 179 -1, 179 1, 0 1, -179 1, -179 -1))", [2]),
        ("POLYGON((-90 -1, 90 -1, 90 1, -90 1, -90 -1))", [2]),
        ("POLYGON((-180 -1, 180 -1, 180 1, -180 1, -180 -1))", [0, 1, 2]),
        ("POLYGON((-180 80, 180 80, 180 90, -180 90, -180 80))", [3]),
        ("BBOX(-179, -1, 179, 1)", [2]),
    ],
)
def test_a_shape_that_leaves_nothing_open_is_read_as_it_is_written(
    shape: str, rows: list[int]
) -> None:
    places = GeoSeries([shapely.Point(*one) for one in ((179.5, 0), (-179.5, 0), (0, 0), (0, 90))])
    columns = small_columns(geometry=Queryable("geometry", lambda: places))
    assert kept(f"S_INTERSECTS(geometry, {shape})", columns) == rows
