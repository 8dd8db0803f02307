"""Rows and placemarks of this project's own files, read as the members of their events."""

import pytest

from geo.events.columns.wkt_cells import TOO_LONG
from geo.importing.exports.rows import (
    read_members,
    read_place,
    read_placemark_members,
    read_point,
)
from geo.importing.rows.problems import RowProblem

ROW = {
    "id": "a",
    "title": "A fire was reported",
    "start": "2023-05-02T21:00:00+00:00",
    "end": "2023-05-03T21:00:00",
    "place": "Harbour",
}


def test_instants_are_on_the_clock_of_the_event_and_else_in_utc() -> None:
    members = read_members(ROW, "Asia/Aden")
    assert members["start"] == "2023-05-03T00:00:00+03:00"
    assert members["end"] == "2023-05-04T00:00:00+03:00"
    assert "tz" not in members
    other = read_members({**ROW, "tz": "Pacific/Fiji"}, "Asia/Aden")
    assert (other["tz"], other["start"]) == ("Pacific/Fiji", "2023-05-03T09:00:00+12:00")
    unknown = read_members({**ROW, "tz": "Mars/Base"}, "Asia/Aden")
    assert (unknown["tz"], unknown["start"]) == ("Mars/Base", "2023-05-02T21:00:00+00:00")


def test_an_offset_with_seconds_stays_in_utc() -> None:
    old = {**ROW, "start": "1890-01-01T00:00:00+00:00", "tz": "Europe/Paris"}
    assert read_members(old, "UTC")["start"] == "1890-01-01T00:00:00+00:00"


def test_cells_that_hold_several_values_are_taken_apart() -> None:
    members = read_members(
        {
            **ROW,
            "verified_aspects": "place, time",
            "radius_m": "500.0",
            "controlled_by": "Northland",
            "source_urls": "https://a.example https://b.example",
        },
        "UTC",
    )
    assert members["verified_aspects"] == ["place", "time"]
    assert members["radius_m"] == 500
    assert isinstance(members["radius_m"], int)
    assert members["territory"] == {"controlled_by": "Northland"}
    assert members["sources"] == ["https://a.example", "https://b.example"]


def test_what_a_row_does_not_have_is_not_a_member() -> None:
    members = read_members(ROW, "UTC")
    assert not {"verified_aspects", "radius_m", "territory", "sources", "killed"} & set(members)


@pytest.mark.parametrize("start", ["", "soon", "2023-13-01"])
def test_what_is_no_instant_is_left_to_the_model(start: str) -> None:
    assert read_members({**ROW, "start": start}, "UTC")["start"] == start


def test_a_placemark_has_its_place_above_its_distance() -> None:
    cells = {
        "name": "A fire\nwas reported",
        "begin": "2023-05-02T21:00:00Z",
        "end": "2023-05-03T21:00:00Z",
        "radius_m": "nan",
        "description": "Unverified\nHarbour (Asia/Aden)\nDistance to the border: 3 km",
    }
    place: dict[str, object] = {"type": "Point", "coordinates": [45.0, 12.8]}
    members = read_placemark_members(cells, place, "UTC")
    assert (members["title"], members["place"]) == ("A fire\nwas reported", "Harbour")
    assert (members["tz"], members["start"]) == ("Asia/Aden", "2023-05-03T00:00:00+03:00")
    assert members.get("radius_m") is None
    assert "place" not in read_placemark_members({**cells, "description": "Harbour"}, None, "UTC")
    assert "tz" not in read_placemark_members(cells, None, "UTC")
    no_place: dict[str, object] = {"type": "Point", "coordinates": "x,14"}
    assert "tz" not in read_placemark_members(cells, no_place, "UTC")


def test_a_point_with_one_of_its_degrees_is_handed_on_to_be_rejected() -> None:
    assert read_point({"lon": "179.5", "lat": "-16"}) == {
        "type": "Point",
        "coordinates": [179.5, -16.0],
    }
    assert read_point({"lon": "179.5"}) == {"type": "Point", "coordinates": [179.5, ""]}
    assert read_point({"lat": "-16"}) == {"type": "Point", "coordinates": ["", -16.0]}
    assert read_point({}) is None


LINE = {"wkt": "LINESTRING (45 12, 47 12)", "lat": "12"}


def test_a_shape_is_the_place_around_its_degrees() -> None:
    line = {"type": "LineString", "coordinates": ((45.0, 12.0), (47.0, 12.0))}
    for lon in ("46", "46.0000001"):
        assert read_place({**LINE, "lon": lon}) == line
    assert read_place({"wkt": LINE["wkt"]}) == line
    assert read_place({"lon": "46", "lat": "12"}) == {"type": "Point", "coordinates": [46, 12]}
    assert read_place({}) is None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({**LINE, "lon": "46.5"}, "found a shape that has its middle elsewhere, wanted the shape"),
        ({**LINE, "lon": "east"}, "found a shape that has its middle elsewhere"),
        (LINE, "found a shape that has its middle elsewhere"),
        ({"wkt": "LINESTRING (45 12"}, "found 'LINESTRING (45 12', wanted a geometry in WKT"),
        ({"wkt": TOO_LONG}, f"found '{TOO_LONG}', wanted a geometry in WKT"),
    ],
)
def test_a_shape_that_does_not_fit_its_degrees_is_refused(
    cells: dict[str, str], reason: str
) -> None:
    with pytest.raises(RowProblem) as refused:
        read_place(cells)
    problem = refused.value
    assert problem.column == "wkt"
    assert f"found {problem.found}, wanted {problem.wanted}".startswith(reason)
