"""Descriptions and XML that were made to harm, and those that are only broken."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from geo.importing.tables.kml import strip_markup
from tests.importing.reading import import_text, members_of, refuse

BOMB = """<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>"""


def test_xml_with_entities_of_its_own_is_refused() -> None:
    assert "found XML with entities of its own" in refuse(BOMB, "a.kml")
    outside = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')
    assert "found XML with entities of its own" in refuse(outside, "a.kml")


@pytest.mark.parametrize(
    "part", ["&lt;a ", "&lt;", "&lt;script&gt;", "&lt;style", "&lt;a href='https://a.example'&gt;"]
)
def test_a_description_of_many_broken_tags_is_read_in_time(part: str) -> None:
    text = (
        f"<kml><Placemark><name>A</name><description>{part * 5_000}</description></Placemark></kml>"
    )
    with ProcessPoolExecutor(1) as other:
        assert len(other.submit(import_text, text, name="a.kml").result(timeout=60).rejected) == 1


def test_cells_of_a_description_are_apart_and_scripts_are_left_out() -> None:
    html = (
        "A fire<script>alert(1)</script><STYLE type='text/css'>td {}</STYLE >"
        "<table><tr><th>Killed</th><td>3</td><td>5</td></tr><tr><td>Hurt</td></tr></table>"
        "B<script>x"
    )
    assert strip_markup(html) == "A fire Killed 3 5\nHurt\nB"


def test_a_place_that_is_not_a_number_is_rejected() -> None:
    text = (
        "<kml><Placemark><name>A</name><TimeStamp><when>2023-05-03</when></TimeStamp>"
        "<Point><coordinates>nan,inf</coordinates></Point></Placemark></kml>"
    )
    assert len(import_text(text, name="a.kml").rejected) == 1


def test_a_placemark_of_several_types_is_named() -> None:
    point = "<Point><coordinates>45.0,12.8</coordinates></Point>"
    line = "<LineString><coordinates>45.0,12.8 45.1,12.9</coordinates></LineString>"
    bodies = (point + line, point + point)
    marks = "".join(
        "<Placemark><name>A</name><TimeStamp><when>2023-05-03</when></TimeStamp>"
        f"<MultiGeometry>{body}</MultiGeometry></Placemark>"
        for body in bodies
    )
    outcome = import_text(f"<kml><Document>{marks}</Document></kml>", name="a.kml")
    shapes = [made.feature["geometry"] for made in outcome.made]
    assert shapes == [
        {"type": "Point", "coordinates": [45.0, 12.8]},
        {"type": "MultiPoint", "coordinates": [[45.0, 12.8], [45.0, 12.8]]},
    ]
    remark = "of geometries of several types in a placemark only the first is read (row 1)"
    assert remark in outcome.remarks


NAMED = "<name>A</name>"
SAID = "wanted positions of a longitude from -180 to 180 and a latitude from -90 to 90"
RING = "1,2 3,4 5,9 1,2"


def place_mark(shape: str) -> str:
    when = "<TimeStamp><when>2023-05-03</when></TimeStamp>"
    return f"<kml><Document><Placemark>{NAMED}{when}{shape}</Placemark></Document></kml>"


def name_ring(boundary: str, coordinates: str) -> str:
    ring = f"<LinearRing><coordinates>{coordinates}</coordinates></LinearRing>"
    return f"<{boundary}BoundaryIs>{ring}</{boundary}BoundaryIs>"


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        ("<Point><coordinates>x,14</coordinates></Point>", "'x,14'"),
        ("<Point><coordinates>14</coordinates></Point>", "'14'"),
        ("<Point><coordinates>14, 20</coordinates></Point>", "'14,'"),
        ("<LineString><coordinates>1,2 3,b 4,5</coordinates></LineString>", "'3,b'"),
        (f"<Polygon>{name_ring('outer', RING.replace('9', 'q'))}</Polygon>", "'5,q'"),
        (f"<Polygon>{name_ring('outer', RING)}{name_ring('inner', '1,y')}</Polygon>", "'1,y'"),
        (
            "<MultiGeometry><Point><coordinates>1,2</coordinates></Point>"
            "<Point><coordinates>y,2</coordinates></Point></MultiGeometry>",
            "'y,2'",
        ),
    ],
)
def test_a_placemark_whose_coordinates_are_no_numbers_is_rejected_with_them(
    shape: str, found: str
) -> None:
    outcome = import_text(place_mark(shape), name="a.kml")
    assert outcome.made == []
    assert [one.reason for one in outcome.rejected] == [f"geometry: found {found}, {SAID}"]


@pytest.mark.parametrize("shape", ["", "<Point/>", "<Point><coordinates> </coordinates></Point>"])
def test_a_placemark_without_coordinates_has_a_place_that_is_not_known(shape: str) -> None:
    [made] = import_text(place_mark(shape), name="a.kml").made
    assert made.feature["geometry"] is None


def test_a_hole_without_coordinates_is_none() -> None:
    area = f"<Polygon>{name_ring('outer', RING)}{name_ring('inner', '')}</Polygon>"
    [made] = import_text(place_mark(area), name="a.kml").made
    ring = [[1, 2], [3, 4], [5, 9], [1, 2]]
    assert made.feature["geometry"] == {"type": "Polygon", "coordinates": [ring]}


def test_a_track_is_a_line_from_its_first_to_its_last_time() -> None:
    steps = "".join(
        f"<when>2023-05-03T0{hour}:00:00Z</when><gx:coord>{lon} 12.8 0</gx:coord>"
        for hour, lon in ((1, 45.0), (2, 45.1), (3, 45.3))
    )
    text = (
        '<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark>'
        f"{NAMED}<gx:Track>{steps}</gx:Track></Placemark></kml>"
    )
    outcome = import_text(text, name="a.kml")
    [made] = outcome.made
    line = [[45.0, 12.8], [45.1, 12.8], [45.3, 12.8]]
    assert made.feature["geometry"] == {"type": "LineString", "coordinates": line}
    assert members_of(outcome)[1]["when"] == "2023-05-03T01:00Z/2023-05-03T03:00Z"


@pytest.mark.parametrize(
    ("shape", "geometry"),
    [
        (
            "<MultiTrack><Track><coord>1 2 3</coord><coord>3 4</coord></Track>"
            "<Track><coord>5 6</coord><coord>7 8</coord></Track></MultiTrack>",
            {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]},
        ),
        (
            "<LinearRing><coordinates>1,2 3,4 1,2</coordinates></LinearRing>",
            {"type": "LineString", "coordinates": [[1, 2], [3, 4], [1, 2]]},
        ),
        (
            "<Model><Location><longitude>1</longitude><latitude>2</latitude></Location></Model>",
            {"type": "Point", "coordinates": [1, 2]},
        ),
        (
            "<LineString><coordinates>1,2</coordinates></LineString>",
            {"type": "Point", "coordinates": [1, 2]},
        ),
    ],
)
def test_each_kind_of_geometry_is_read(shape: str, geometry: dict[str, object]) -> None:
    [made] = import_text(place_mark(shape), name="a.kml").made
    assert made.feature["geometry"] == geometry


LINK = "<NetworkLink><Link><href>https://a.example/b.kml</href></Link></NetworkLink>"


def test_records_that_a_file_only_links_to_are_named() -> None:
    assert refuse(f"<kml><Document>{LINK}</Document></kml>", "a.kml") == (
        "a.kml: found only a link to records elsewhere (NetworkLink), wanted at least one placemark"
    )
    point = "<Point><coordinates>1,2</coordinates></Point>"
    text = place_mark(point).replace("<Document>", f"<Document>{LINK}")
    outcome = import_text(text, name="a.kml")
    assert len(outcome.made) == 1
    assert "records that the file only links to (NetworkLink) are not read" in outcome.remarks


def test_a_file_without_placemarks_is_refused() -> None:
    assert refuse("<kml><Document/></kml>", "a.kml") == (
        "a.kml: found no placemark, wanted at least one placemark"
    )
