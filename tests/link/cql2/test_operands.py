"""What cannot be compared is refused."""

import pytest
from geopandas import GeoSeries

from geo.errors import LinkError
from geo.link.cql2 import Queryable, apply_filter, parse_cql2_text
from tests.link.cql2.small import small_columns


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour = 'red'", "'colour', wanted a property of geometry, size, title"),
        ("title = 3", "text = number, wanted two of one kind"),
        ("size = TRUE", "number = boolean, wanted two of one kind"),
        ("geometry = 'x'", "geometry = text, wanted two of one kind"),
        ("title LIKE size", "text LIKE number, wanted a text and one pattern"),
        ("size = DATE('2023-05-03')", "number, wanted a time such as DATE('2024-05-15')"),
        ("nearest(title) = 3", "'nearest', wanted a property, a value, CASEI or ACCENTI"),
        ("upper(title)", "'upper', wanted one of <,"),
        ("S_INTERSECTS(geometry)", "s_intersects of 1 parts, wanted 2"),
        ("S_INTERSECTS(title, POINT(1 2))", "text, wanted geometry or a shape"),
        ("S_INTERSECTS(geometry, POINT(90 180))", "wanted a valid shape in degrees"),
        ("S_INTERSECTS(geometry, BBOX(1000000, 0, 2000000, 1))", "wanted BBOX(west, south"),
        ("S_INTERSECTS(geometry, BBOX(1, 2))", "wanted BBOX(west, south, east, north)"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))", "wanted a valid shape"),
        ("size = 1e999", "a number that is too large"),
        ("title = DATE('2023-02-30')", "'2023-02-30', wanted a date"),
        ("T_AFTER(INTERVAL('x', '..'), DATE('2023-05-03'))", "'x', wanted an instant"),
    ],
)
def test_what_cannot_be_compared_is_refused(text: str, problem: str) -> None:
    columns = small_columns(geometry=Queryable("geometry", lambda: GeoSeries([None] * 4)))
    with pytest.raises(LinkError) as caught:
        apply_filter(parse_cql2_text(text), columns)
    assert str(caught.value).startswith("filter: found ")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("operand", "found"),
    [
        (None, "null, wanted a property or a value"),
        (["a"], "a list of 1, wanted a property or a value"),
        ({"type": "Point", "coordinates": [None, 0.0]}, "an object, wanted a valid shape"),
        ({"bbox": [1, None, 2, 3]}, "a list of 4, wanted BBOX(west, south, east, north)"),
        ({"date": True}, "true, wanted a date"),
        ({"property": ["title"]}, "a list of 1, wanted a property of size, title"),
        ({"bbox": float("inf")}, "Infinity, wanted BBOX(west, south, east, north)"),
    ],
)
def test_what_is_found_is_said_in_the_words_of_json(operand: object, found: str) -> None:
    with pytest.raises(LinkError) as caught:
        apply_filter({"op": "=", "args": [{"property": "size"}, operand]}, small_columns())
    assert str(caught.value).startswith(f"filter: found {found}")
