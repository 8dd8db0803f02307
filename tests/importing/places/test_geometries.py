"""Geometries of a table, and what is wrong with the degrees of some."""

import pytest

from geo.importing.places.geometries import check_degrees, check_type
from geo.importing.places.point import PlaceProblem

POINT = {"type": "Point", "coordinates": [45.0, 12.8]}
LINE = {"type": "LineString", "coordinates": [[45.0, 12.8], [45.1, 12.9]]}


def collect(*shapes: object) -> dict[str, object]:
    return {"type": "GeometryCollection", "geometries": list(shapes)}


def test_a_collection_of_one_is_that_one_however_deep() -> None:
    assert check_type(collect(collect(LINE))) == LINE


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        (collect(POINT, LINE), "a GeometryCollection of 2"),
        (collect(), "a GeometryCollection of 0"),
        ({"type": "GeometryCollection"}, "'GeometryCollection'"),
        ({"type": "Cube"}, "'Cube'"),
        ({}, "null"),
    ],
)
def test_what_no_event_has_is_named_by_its_type(shape: dict[str, object], found: str) -> None:
    with pytest.raises(PlaceProblem) as problem:
        check_type(shape)
    assert problem.value.found == found
    assert "MultiPolygon" in problem.value.wanted


@pytest.mark.parametrize(
    ("positions", "kind", "words"),
    [
        ([[-17.0, 178.0], [-17.5, 178.5]], "swapped", "swapped?"),
        ([[181.2, -17.0], [182.0, -17.5]], "beyond", "write -178.8"),
        ([[-190.0, -17.0], [-180.5, -17.5]], "beyond", "write 170"),
        ([[179.0, -17.0], [181.2, -17.5]], "", "either side of 180"),
        ([[45.0, 95.0], [181.2, -17.5]], "", "a latitude from -90 to 90"),
        ([[361.0, 12.8], [361.0, 12.9]], "", "a longitude from -180 to 180"),
        ([[float("nan"), 12.8], [45.0, 12.8]], "", "a longitude from -180 to 180"),
        ([[45.0, float("inf")], [45.0, 12.8]], "", "a longitude from -180 to 180"),
    ],
)
def test_degrees_of_no_place_say_what_would_fit(
    positions: list[list[float]], kind: str, words: str
) -> None:
    with pytest.raises(PlaceProblem) as problem:
        check_degrees({"type": "LineString", "coordinates": positions})
    assert problem.value.kind == kind
    assert words in problem.value.wanted


@pytest.mark.parametrize(
    ("positions", "found"),
    [
        ([], "no position"),
        (None, "null"),
        ("a", "'a'"),
        ([["a", 1]], "'a'"),
        ([[1, 2], [3, None]], "3"),
        ({"x": 1}, "an object"),
        ([[45.0]], "45.0"),
    ],
)
def test_what_is_no_position_is_named_by_what_is_found(positions: object, found: str) -> None:
    with pytest.raises(PlaceProblem) as problem:
        check_degrees({"type": "LineString", "coordinates": positions})
    assert problem.value.found == found
    assert problem.value.kind == ""
    assert "a longitude from -180 to 180" in problem.value.wanted
