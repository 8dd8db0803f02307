"""A geometry that is not on the map is rejected."""

import math

import pytest

from geo.events import parse_events
from tests.event_texts import collection, record
from tests.events.bad_records import problem


def at(kind: str, coordinates: object) -> tuple[str, str, str]:
    """Return the problem of a geometry."""
    return problem(geometry={"type": kind, "coordinates": coordinates})


def test_anything_but_a_geometry_is_rejected() -> None:
    assert problem(geometry={})[2].startswith("a geometry of type Point")
    assert at("Circle", [1.0, 2.0])[:2] == ("geometry", "'Circle'")
    assert at("GeometryCollection", [])[:2] == ("geometry", "'GeometryCollection'")


@pytest.mark.parametrize(
    ("coordinates", "field", "found", "wanted"),
    [
        ([], "geometry.coordinates", "an empty list", "a list of at least 2"),
        ([1.0], "geometry.coordinates", "a list of 1", "a list of at least 2"),
        ([1, 2, 3, 4], "geometry.coordinates", "a list of 4", "a list of at most 3"),
        (None, "geometry.coordinates", "null", "a list"),
        ([None, 2.0], "geometry.coordinates[0]", "null", "a number"),
        (["1", 2.0], "geometry.coordinates[0]", "'1'", "a number"),
        ([[1, 2], 3], "geometry.coordinates[0]", "a list of 2", "a number"),
        ([math.nan, 2.0], "geometry.coordinates[0]", "NaN", "a number"),
        ([1.0, math.inf], "geometry.coordinates[1]", "Infinity", "a number"),
        (
            [180.5, 2.0],
            "geometry.coordinates[0]",
            "180.5",
            "at most 180 for a longitude: write -179.5",
        ),
        (
            [-181, 2.0],
            "geometry.coordinates[0]",
            "-181",
            "at least -180 for a longitude: write 179",
        ),
        ([361, 2.0], "geometry.coordinates[0]", "361", "at most 180"),
        ([1.0, 1e9], "geometry.coordinates[1]", "1000000000.0", "at most 90"),
    ],
)
def test_coordinates_that_are_not_a_place_are_rejected(
    coordinates: object, field: str, found: str, wanted: str
) -> None:
    assert at("Point", coordinates) == (field, found, wanted)


@pytest.mark.parametrize("lat", [131.9, -131.9])
def test_a_latitude_that_can_only_be_a_longitude_looks_swapped(lat: float) -> None:
    assert "this looks like lat, lon" in at("Point", [43.1, lat])[2]


@pytest.mark.parametrize("edge", [[180.0, 0.0], [-180.0, 0.0], [0.0, 90.0], [0.0, -90.0]])
def test_the_edges_of_the_map_are_places(edge: list[float]) -> None:
    events = parse_events(collection(record(geometry__coordinates=edge))).events
    assert [events["lon"].iloc[0], events["lat"].iloc[0]] == edge


@pytest.mark.parametrize(
    ("kind", "coordinates", "found"),
    [
        ("LineString", [[1, 2], [1, 2]], "Too few points"),
        ("Polygon", [[[0, 0], [1, 0], [1, 1], [0, 1]]], "a ring that is not closed"),
        ("Polygon", [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]], "Self-intersection"),
        ("MultiPolygon", [[[[0, 0], [0, 0], [0, 0], [0, 0]]]], "Too few points"),
    ],
)
def test_shapes_that_cannot_be_measured_are_rejected(
    kind: str, coordinates: object, found: str
) -> None:
    field, said, _ = at(kind, coordinates)
    assert field == "geometry"
    assert said.startswith(found)
