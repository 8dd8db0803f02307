"""Shapes in a cell of a table."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.events.columns.wkt_cells import TOO_LONG, is_wkt, read_shape, write_shape, write_shapes

LONLAT = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
LINE = "LINESTRING (179.5 -17, 180 -17.1234567)"


@given(st.lists(LONLAT, min_size=2, max_size=6))
def test_every_number_comes_back_as_exact_as_it_was(positions: list[tuple[float, float]]) -> None:
    again = read_shape(write_shape(shapely.LineString(positions)))
    assert shapely.get_coordinates(again).tolist() == [list(one) for one in positions]


def test_an_area_with_a_hole_and_one_of_parts_come_back() -> None:
    hole = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))
    parts = shapely.MultiPolygon(
        [shapely.box(179, -17, 180, -16), shapely.box(-180, -17, -179, -16)]
    )
    for shape in (hole, parts):
        assert shapely.equals_identical(read_shape(write_shape(shape)), shape)


def test_only_lines_and_areas_fill_a_cell() -> None:
    line = shapely.from_wkt(LINE)
    shapes = np.array([shapely.Point(1, 2), None, line], dtype=object)
    assert write_shapes(shapes, 100) == [None, None, LINE]
    assert write_shapes(shapes[:0], 100) == []


def test_a_cell_that_is_too_small_says_so_and_is_no_shape() -> None:
    shapes = np.array([shapely.from_wkt(LINE)], dtype=object)
    assert write_shapes(shapes, len(LINE)) == [LINE]
    [said] = write_shapes(shapes, len(LINE) - 1)
    assert said == TOO_LONG
    assert read_shape(said) is None
    assert not is_wkt(said)


@pytest.mark.parametrize(
    "text", ["", "x", "POINT (1", "POLYGON ((0 0, 1 0, 1 1))", "GEOMETRYCOLLECTION(" * 200]
)
def test_what_is_no_wkt_is_no_shape(text: str) -> None:
    assert read_shape(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (" MultiPolygon Z (((", True),
        ("LINESTRINGZM(1 2 3 4", True),
        ("GeometryCollection(", True),
        ("Point of no return (at sea)", False),
        ("12.5, 43.5", False),
    ],
)
def test_wkt_is_known_by_its_start(text: str, wanted: bool) -> None:
    assert is_wkt(text) is wanted
