"""Lines and areas that are counted on beyond 180 degrees."""

import json
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import mapping, shape

from geo.border import distance_to_border, read_border
from geo.events.geometry.counted_on import cut_counted_on, turn_back_geometry
from geo.events.reading.read import parse_events
from tests.border.places import points

WORDS = "read as those between -180 and 180"


def box(west: float, east: float) -> dict[str, object]:
    """Return an area of 2 degrees of latitude."""
    return json.loads(shapely.to_geojson(shapely.box(west, -18, east, -16)))  # type: ignore[no-any-return]


def turn(geometry: object) -> shapely.Geometry:
    turned = turn_back_geometry(geometry)
    assert turned is not None
    return shape(turned)


@pytest.mark.parametrize(
    ("west", "east", "parts"),
    [
        (179, 181.25, [(179, 180), (-180, -178.75)]),
        (190, 195, [(-170, -165)]),
        (180, 185, [(-180, -175)]),
        (-190, -170, [(170, 180), (-180, -170)]),
        (-185.5, -180, [(174.5, 180)]),
    ],
)
def test_an_area_that_is_counted_on_is_cut_at_180(
    west: float, east: float, parts: list[tuple[float, float]]
) -> None:
    wanted = shapely.union_all([shapely.box(w, -18, e, -16) for w, e in parts])
    assert turn(box(west, east)).equals(wanted)


@given(st.floats(-179, 160), st.floats(0.5, 19), st.sampled_from([-360, 360]))
def test_an_area_is_the_same_however_it_is_counted(west: float, width: float, way: int) -> None:
    east = west + width
    plain = [shapely.box(west, 0, min(east, 180), 1)]
    if east > 180:
        plain.append(shapely.box(-180, 0, east - 360, 1))
    counted = shapely.box(west + way, 0, east + way, 1)
    found = cut_counted_on(counted)
    wanted = shapely.union_all(plain)
    assert found.symmetric_difference(wanted).area < 1e-6


def test_a_line_is_cut_where_it_crosses() -> None:
    line = {"type": "LineString", "coordinates": [[179, 0], [183, 4]]}
    assert turn(line).equals(
        shapely.MultiLineString([[(179, 0), (180, 1)], [(-180, 1), (-177, 4)]])
    )


def test_a_hole_stays_a_hole() -> None:
    hole = [(179.5, -17.5), (180.5, -17.5), (180.5, -16.5), (179.5, -17.5)]
    area = shapely.Polygon(shapely.box(179, -18, 182, -16).exterior.coords, [hole])
    assert turn(mapping(area)).area == pytest.approx(6 - 0.5)


@pytest.mark.parametrize(
    "geometry",
    [
        box(170, 175),
        box(0, 360),
        box(10, 200),
        box(-181, 181),
        box(350, 362),
        {"type": "Point", "coordinates": [181.5, 0]},
        {"type": "MultiPoint", "coordinates": [[181.5, 0], [182, 0]]},
        {"type": "LineString", "coordinates": [[181, 0]]},
        {"type": "LineString", "coordinates": [[181, 95], [182, 0]]},
        {"type": "LineString", "coordinates": [["181", "a"], [182, 0]]},
        {"type": "LineString", "coordinates": [[181, float("nan")], [182, 0]]},
        {"type": "Polygon", "coordinates": [[[179, 0], [181, 0], [181, 1], [179, 1]]]},
        {"type": "Polygon", "coordinates": [[[179, 0], [181, 1], [181, 0], [179, 1], [179, 0]]]},
        {"type": "Polygon", "coordinates": {}},
        {"type": "Polygon"},
        {"type": ["Polygon"], "coordinates": []},
        None,
        "Polygon",
    ],
)
def test_what_lies_where_it_says_or_leaves_it_open_is_left(geometry: object) -> None:
    assert turn_back_geometry(geometry) is None


def test_a_file_of_events_notes_what_it_turned_back() -> None:
    properties = {"title": "A", "when": "2023-05-03"}
    features = [
        {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
        for name, geometry in (
            ("counted", box(179, 181)),
            ("plain", box(178, 179)),
            ("point", {"type": "Point", "coordinates": [181.5, 0]}),
        )
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    reading = parse_events(content, "events.geojson")
    assert [str(one) for one in reading.rejected] == [
        "record 3 (point), geometry.coordinates[0]: found 181.5, "
        "wanted at most 180 for a longitude: write -178.5"
    ]
    assert [note for note in reading.notes if "180" in note] == [
        f"longitudes counted on beyond 180 degrees in 1 record: {WORDS}"
    ]
    assert reading.events.geometry["counted"].bounds == (-180, -18, 180, -16)
    assert abs(reading.events["lon"]["counted"]) > 179


@pytest.mark.parametrize(("west", "east"), [(170, 190), (-190, -170)])
def test_a_border_that_is_counted_on_is_that_of_the_same_area(
    tmp_path: Path, west: float, east: float
) -> None:
    (tmp_path / "counted.geojson").write_text(json.dumps(box(west, east)))
    cut = shapely.MultiPolygon([shapely.box(170, -18, 180, -16), shapely.box(-180, -18, -170, -16)])
    (tmp_path / "cut.geojson").write_text(json.dumps(mapping(cut)))
    places = points((169, -17), (179, -17.5), (-179.5, -17), (-165, -15), (1, 0))
    found, wanted = (
        distance_to_border(places, read_border(tmp_path / f"{name}.geojson"))
        for name in ("counted", "cut")
    )
    assert found.round(3).to_dict() == wanted.round(3).to_dict()


def test_a_border_around_the_earth_has_no_line_where_its_count_starts(tmp_path: Path) -> None:
    path = tmp_path / "band.geojson"
    path.write_text(json.dumps(box(0, 360)))
    found = distance_to_border(points((1, -17)), read_border(path))
    # To the parallel of 16 or 18 degrees south, not to the meridian, which is 106 km away.
    assert found["distance_m"][0] == pytest.approx(110_600, abs=200)
    assert found["inside"][0]
