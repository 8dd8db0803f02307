"""Where the event of a row happened, and how well that is known."""

import json

import pytest
import shapely.geometry

from geo.importing import Outcome
from geo.importing.files.import_file import import_file
from geo.importing.files.request import Request
from geo.importing.places.geometries import pick_point
from geo.importing.rows.destination import Destination
from tests.importing.reading import import_text, members_of, only

NEAR = 1e-4


def test_digits_say_how_well_a_place_is_known() -> None:
    text = (
        "title,date,lat,lon\na,2023-05-03,15,44\nb,2023-05-03,15.3,44.2\nc,2023-05-03,15.36,44.2\n"
    )
    first, second, third = members_of(import_text(text)).values()
    # Half a degree on either side is some 79 km to a corner, half a tenth some 8 km.
    assert (first["radius_m"], second["radius_m"]) == (79_000, 8_000)
    assert "radius_m" not in third


def test_both_ways_to_write_may_stand_in_one_column() -> None:
    text = 'title,date,lat,lon\na,2023-05-03,12.8,45.03\nb,2023-05-03,"12°48\'00""N",45 01.8 E\n'
    outcome = import_text(text)
    places = [made.feature["geometry"] for made in outcome.made]
    assert places[0] == places[1]


def test_metres_are_never_degrees_and_are_read_in_a_named_system() -> None:
    text = "title,date,easting,northing\na,2023-05-03,445000,1411000\n"
    [question] = import_text(text).questions
    assert question.id == "crs"
    outcome = import_text(text, {"crs": "EPSG:32638"})
    geometry = outcome.made[0].feature["geometry"]
    assert isinstance(geometry, dict)
    # By pyproj's own command line: cs2cs EPSG:32638 EPSG:4326.
    assert geometry["coordinates"] == pytest.approx([44.49329, 12.76317], abs=NEAR)
    [rejected] = import_text(text, {"crs": "EPSG:none"}).rejected
    assert "wanted a coordinate system such as EPSG:32638" in rejected.reason


def test_swapped_coordinates_are_asked_by_the_bounds_of_the_story() -> None:
    text = b"title,date,lat,lon\na,2023-05-03,45.03,12.8\nb,2023-05-03,12.8,45.03\n"
    destination = Destination("Asia/Aden", (40.0, 10.0, 55.0, 20.0), stem="s")
    outcome = import_file(text, "t.csv", destination)
    [question] = outcome.questions
    assert (question.id, question.rows) == ("swapped", (2,))
    for answer, wanted in (("yes", [45.03, 12.8]), ("no", [12.8, 45.03])):
        request = Request(answers={"swapped": answer})
        first, second = import_file(text, "t.csv", destination, request).made
        assert first.feature["geometry"] == {"type": "Point", "coordinates": wanted}
        assert second.feature["geometry"] == {"type": "Point", "coordinates": [45.03, 12.8]}


def test_a_latitude_that_can_only_be_a_longitude_is_asked() -> None:
    text = "title,date,lat,lon\na,2023-05-03,144.2,12.8\n"
    assert [one.id for one in import_text(text).questions] == ["swapped"]
    [made] = import_text(text, {"swapped": "yes"}).made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [144.2, 12.8]}


def test_a_name_alone_proposes_towns_and_stays_unknown_until_answered() -> None:
    text = "title,date,place\na,2023-05-03,Suva\nb,2023-05-03,Springfield\nc,2023-05-03,Nowhere\n"
    outcome = import_text(text)
    assert outcome.waiting == []
    assert [made.feature["geometry"] for made in outcome.made] == [None, None, None]
    one, several = outcome.questions
    assert (one.id, one.is_blocking) == ("place:Suva", False)
    assert "Suva, Fiji" in one.choices[0].words
    assert "people, within" in one.choices[0].words
    assert len(one.choices) == 2
    assert several.id == "place:Springfield"
    assert len(several.choices) > 2
    answered = import_text(text, {one.id: one.choices[0].value})
    members = members_of(answered)[2]
    assert members["place"] == "Suva"
    assert members["radius_m"] >= 3_000
    assert members["place_basis"] == "the name of the place, by a list of towns"


def test_a_row_without_a_place_says_so() -> None:
    members = only(import_text("title,date\na,2023-05-03\n"))
    assert members["place"] == "place not known"


@pytest.mark.parametrize("word", ["about ", "approx. ", "~", "≈ ", "c. ", "Near "])
def test_a_place_that_is_about_right_is_wider_and_says_so(word: str) -> None:
    rows = f'title,date,coordinates\na,2023-05-03,"{word}-22.5123, 14.5123"\n'
    outcome = import_text(rows)
    assert only(outcome)["radius_m"] == 10_000
    [made] = outcome.made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [14.5123, -22.5123]}
    assert any("only about right" in text for text in outcome.remarks)
    parted = import_text(f"title,date,lat,lon\na,2023-05-03,{word}-22.5123,{word}14.5123\n")
    assert only(parted)["radius_m"] == 10_000


def test_an_answer_that_is_not_a_place_is_asked_again_and_loses_no_row() -> None:
    text = "title,date,place\na,2023-05-03,Suva\n"
    outcome = import_text(text, {"place:Suva": "yes"})
    assert only(outcome)["place"] == "Suva"
    assert [made.feature["geometry"] for made in outcome.made] == [None]
    [question] = outcome.questions
    assert question.text.endswith("'yes' was answered, which is not a place.")
    for answer in ("unknown", "-18.1, 178.4", question.choices[0].value):
        assert import_text(text, {"place:Suva": answer}).questions == []


def read_shape(geometry: object, answers: dict[str, str] | None = None) -> Outcome:
    properties = {"title": "One", "date": "2023-05-03"}
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    content = {"type": "FeatureCollection", "features": [feature]}
    return import_text(json.dumps(content), answers, name="a.geojson")


def only_geometry(outcome: Outcome) -> object:
    only(outcome)
    return outcome.made[0].feature["geometry"]


def test_a_geometry_that_no_event_has_is_rejected_by_its_type() -> None:
    point = {"type": "Point", "coordinates": [178.0, -17.0]}
    outcome = read_shape({"type": "GeometryCollection", "geometries": [point, point]})
    [rejected] = outcome.rejected
    assert rejected.reason.startswith("geometry: found a GeometryCollection of 2, wanted one")
    one = read_shape({"type": "GeometryCollection", "geometries": [point]})
    assert only_geometry(one) == point
    text = "title,date,wkt\na,2023-05-03,GEOMETRYCOLLECTION (POINT (178 -17))\n"
    assert only(import_text(text))["title"] == "a"
    both = 'title,date,wkt\na,2023-05-03,"GEOMETRYCOLLECTION (POINT (1 2), POINT (3 4))"\n'
    assert "a GeometryCollection of 2" in import_text(both).rejected[0].reason


@pytest.mark.parametrize("is_collection", [False, True])
def test_an_area_that_is_counted_on_beyond_180_degrees_is_turned_back(is_collection: bool) -> None:
    ring = [[179, -17], [181.2, -17], [181.2, -16], [179, -16], [179, -17]]
    area: dict[str, object] = {"type": "Polygon", "coordinates": [ring]}
    if is_collection:
        area = {"type": "GeometryCollection", "geometries": [area]}
    outcome = read_shape(area)
    found = shapely.geometry.shape(only_geometry(outcome))
    wanted = [shapely.box(179, -17, 180, -16), shapely.box(-180, -17, -178.8, -16)]
    assert found.equals(shapely.MultiPolygon(wanted))
    [remark] = [text for text in outcome.remarks if "180" in text]
    assert remark.startswith("geometry: longitudes counted on beyond 180 degrees are read as")
    assert outcome.remarks[remark] == [1]


LINE = [[-17.0, 178.0], [-17.5, 178.5]]


@pytest.mark.parametrize(
    ("geometry", "question", "wanted"),
    [
        ({"type": "Point", "coordinates": [-17.0, 178.0]}, "swapped", [178.0, -17.0]),
        ({"type": "LineString", "coordinates": LINE}, "swapped", [[178.0, -17.0], [178.5, -17.5]]),
        ({"type": "Point", "coordinates": [181.2, -17.0]}, "beyond", [-178.8, -17.0]),
    ],
)
def test_degrees_of_a_geometry_are_asked_about(
    geometry: dict[str, object], question: str, wanted: object
) -> None:
    outcome = read_shape(geometry)
    assert [(one.id, one.rows) for one in outcome.questions] == [(question, (1,))]
    assert (len(outcome.waiting), outcome.made, outcome.rejected) == (1, [], [])
    read = read_shape(geometry, {question: "yes"})
    assert only_geometry(read) == {"type": geometry["type"], "coordinates": wanted}
    [rejected] = read_shape(geometry, {question: "no"}).rejected
    assert rejected.column == "geometry"
    assert "wanted positions of a longitude from -180 to 180" in rejected.reason


def test_geometries_that_only_fit_the_story_when_swapped_are_asked_about() -> None:
    shape = {"type": "LineString", "coordinates": [[12.8, 45.0], [12.9, 45.1]]}
    feature = {"type": "Feature", "geometry": shape, "properties": {"title": "a", "date": "2023"}}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    destination = Destination("Asia/Aden", (40.0, 10.0, 55.0, 20.0), stem="s")
    [question] = import_file(content, "a.geojson", destination).questions
    assert question.id == "swapped"
    for answer, first in (("yes", [45.0, 12.8]), ("no", [12.8, 45.0])):
        request = Request(answers={"swapped": answer})
        [made] = import_file(content, "a.geojson", destination, request).made
        geometry = made.feature["geometry"]
        assert isinstance(geometry, dict)
        assert geometry["coordinates"][0] == first


@pytest.mark.parametrize("cells", ["-17.5,181.5,", ',,"-17.5, 181.5"'])
def test_longitudes_beyond_180_are_asked_about_once(cells: str) -> None:
    text = f"title,date,lat,lon,coordinates\na,2023-05-03,{cells}\nb,2023-05-03,{cells}\n"
    [question] = import_text(text).questions
    assert (question.id, question.rows) == ("beyond", (2, 3))
    outcome = import_text(text, {"beyond": "yes"})
    places = [one.feature["geometry"] for one in outcome.made]
    assert places == 2 * [{"type": "Point", "coordinates": [-178.5, -17.5]}]
    rejected = import_text(text, {"beyond": "no"}).rejected
    assert ["write -178.5" in one.reason for one in rejected] == [True, True]


def test_swapped_degrees_of_one_cell_are_exchanged_too() -> None:
    text = 'title,date,coordinates\na,2023-05-03,"144.2, 12.8"\n'
    assert [one.id for one in import_text(text).questions] == ["swapped"]
    wanted = {"type": "Point", "coordinates": [144.2, 12.8]}
    assert only_geometry(import_text(text, {"swapped": "yes"})) == wanted


@pytest.mark.parametrize("header", ["title,date,place", "title,date,place,lat,lon"])
def test_degrees_that_are_entered_as_the_place_are_read_and_said(header: str) -> None:
    outcome = import_text(f"{header}\na,2023-05-03,13°50'S 171°45'W\n")
    members = only(outcome)
    assert members["place"] == "13°50'S 171°45'W"
    geometry = only_geometry(outcome)
    assert isinstance(geometry, dict)
    assert geometry["coordinates"] == pytest.approx([-171.75, -13.833333], abs=NEAR)
    assert outcome.remarks["column 'place': degrees in it are read as the place"] == [2]


@pytest.mark.parametrize("place", ["10 20", "Block 7, 12", "Route 5 N", "Building 3.5"])
def test_numbers_in_the_name_of_a_place_are_not_degrees(place: str) -> None:
    assert only_geometry(import_text(f'title,date,place\na,2023-05-03,"{place}"\n')) is None


def test_an_area_across_180_degrees_has_a_point_within_it() -> None:
    ring = [[179, -12], [-179, -12], [-179, -11], [179, -11], [179, -12]]
    lon, lat = pick_point({"type": "Polygon", "coordinates": [ring]})
    assert abs(lon) > 179
    assert lat == pytest.approx(-11.5)
    assert pick_point({"type": "Point", "coordinates": [-71.5, 41.25]}) == (-71.5, 41.25)


@pytest.mark.parametrize(
    ("cells", "column"),
    [("12.5,Infinity", "lon"), ("about 5 km,44", "lat"), (",43.5", "lon"), ("12.5,", "lat")],
)
def test_the_cell_that_is_not_a_place_is_named(cells: str, column: str) -> None:
    [rejected] = import_text(f"title,date,lat,lon\na,2023-05-03,{cells}\n").rejected
    assert rejected.column == column
