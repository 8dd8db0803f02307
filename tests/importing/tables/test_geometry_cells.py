"""Geometries of a file in cells of a table, and back."""

import json

import pytest

from geo.importing.tables.geometry_cells import find_geometry, is_geometry, read_place, write_place
from geo.importing.tables.table import Geometry

RING = [[0.5, 0.25], [1, 0], [1, 1], [0.5, 0.25]]
GOOD: list[tuple[Geometry, str]] = [
    ({"type": "Point", "coordinates": [178.5, -17]}, "POINT (178.5 -17)"),
    ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "LINESTRING (1 2, 3 4)"),
    ({"type": "Polygon", "coordinates": [RING]}, "POLYGON ((0.5 0.25, 1 0, 1 1, 0.5 0.25))"),
    (
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]},
        "GEOMETRYCOLLECTION (POINT (1 2))",
    ),
]
# None of these is a shape, or the shape that a reader of WKT would make of it.
BAD: list[Geometry] = [
    {"type": "Cube"},
    {"type": None, "coordinates": None},
    {"type": "Point", "coordinates": 'lat="x" lon="y"'},
    {"type": "Point", "coordinates": [1, 2, 3]},
    {"type": "Polygon", "coordinates": [RING[:3]]},
    {"type": "LineString", "coordinates": [[1, 2]]},
    {"type": "GeometryCollection", "geometries": [{"type": "Cube"}]},
]


def plain(geometry: Geometry | None) -> object:
    return json.loads(json.dumps(geometry))


@pytest.mark.parametrize(("geometry", "wkt"), GOOD)
def test_a_geometry_is_wkt_and_comes_back(geometry: Geometry, wkt: str) -> None:
    assert write_place(geometry) == wkt
    assert plain(read_place(wkt)) == geometry


@pytest.mark.parametrize("geometry", BAD)
def test_what_wkt_would_change_comes_back_as_it_was(geometry: Geometry) -> None:
    cell = write_place(geometry)
    assert cell.startswith("{")
    assert read_place(cell) == geometry


def test_no_geometry_is_an_empty_cell() -> None:
    assert write_place(None) == ""
    assert read_place("") is None


def test_a_number_that_is_none_stays_in_its_cell() -> None:
    cell = write_place({"type": "Point", "coordinates": [float("inf"), 2]})
    assert plain(read_place(cell)) == {"type": "Point", "coordinates": [float("inf"), 2]}


@pytest.mark.parametrize("text", ["here", "POINT (1", "[1]", "{", "[" * 100_000])
def test_any_other_text_is_a_geometry_of_no_type(text: str) -> None:
    assert read_place(text) == {"type": text}


def test_a_shape_that_no_cell_holds_says_so() -> None:
    positions = [[at / 1e4, at / 1e5] for at in range(90_000)]
    line: Geometry = {"type": "LineString", "coordinates": positions}
    assert write_place(line) == "[too long for a cell: correct it in its own file]"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"type": "Point", "coordinates": None}, True),
        ({"type": "GeometryCollection", "geometries": []}, True),
        ({"type": "Point", "name": "A"}, False),
        ({"type": "Feature", "coordinates": []}, False),
        ({"type": ["Point"], "coordinates": []}, False),
        ("POINT (1 2)", False),
    ],
)
def test_a_geometry_is_known_by_its_members(value: object, wanted: bool) -> None:
    assert is_geometry(value) is wanted


def test_heights_are_left_out() -> None:
    line = {"type": "LineString", "coordinates": [[1, 2, 3], [4, 5, 6]]}
    assert find_geometry(line) == {"type": "LineString", "coordinates": [[1, 2], [4, 5]]}
    assert find_geometry(None) is None
    assert find_geometry(7) == {"type": 7}
