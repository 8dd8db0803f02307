"""Records in XML: what several geometries of one make, and the time of a track."""

import pytest

from geo.importing.tables.table import Geometry
from geo.importing.tables.xml_records import (
    XmlRecord,
    add_period,
    build_line,
    build_records,
    join_geometries,
)
from tests.importing.reading import import_text, members_of, refuse

POINT: Geometry = {"type": "Point", "coordinates": [1.0, 2.0]}
OTHER: Geometry = {"type": "Point", "coordinates": [3.0, 4.0]}
LINE: Geometry = {"type": "LineString", "coordinates": [[1.0, 2.0], [3.0, 4.0]]}


def test_geometries_of_one_type_are_joined_and_of_several_the_first_is_taken() -> None:
    assert join_geometries([]) is None
    assert join_geometries([POINT]) == POINT
    joined = {"type": "MultiPoint", "coordinates": [[1.0, 2.0], [3.0, 4.0]]}
    assert join_geometries([POINT, OTHER]) == joined
    assert join_geometries([LINE, POINT]) == LINE


def test_a_line_of_one_position_is_a_point_and_of_none_nothing() -> None:
    assert build_line([]) is None
    assert build_line([[1.0, 2.0]]) == POINT
    assert build_line([[1.0, 2.0], [3.0, 4.0]]) == LINE


def test_the_time_of_all_of_a_track_outweighs_those_of_its_steps() -> None:
    for given in ({"when": "2023"}, {"begin": "2023", "end": ""}):
        texts = dict(given)
        add_period(texts, ["2023-05-03", "2023-05-04"])
        assert texts == given
    texts = {"name": "A"}
    add_period(texts, [])
    assert texts == {"name": "A"}
    add_period(texts, ["2023-05-03", "2023-05-04", "2023-05-05"])
    assert texts == {"name": "A", "begin": "2023-05-03", "end": "2023-05-05"}


def test_what_is_left_out_is_said_once_with_the_numbers_of_its_records() -> None:
    records = [
        XmlRecord({"name": "A"}, POINT, "a part is left out"),
        XmlRecord({"name": "B", "when": "2023"}, None),
        XmlRecord({}, POINT, "a part is left out"),
    ]
    [table] = build_records("a", records, ("another remark",))
    assert table.columns == ["name", "when"]
    assert table.geometries == [POINT, None, POINT]
    assert table.remarks == ("a part is left out (rows 1, 3)", "another remark")


def test_the_dates_of_tracks_and_of_points_are_in_one_column() -> None:
    track = "<gx:Track><when>2023-05-01</when><when>2023-05-03</when></gx:Track>"
    marks = (
        track,
        "<TimeStamp><when>2023-05</when></TimeStamp>",
        "<TimeSpan><begin>2023-06-01</begin><end>2023-06-02</end></TimeSpan>",
    )
    body = "".join(f"<Placemark><name>A</name>{mark}</Placemark>" for mark in marks)
    kml = f'<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>{body}</Document></kml>'
    found = [one["when"] for one in members_of(import_text(kml, name="a.kml")).values()]
    assert found == ["2023-05-01/2023-05-03", "2023-05", "2023-06-01/2023-06-02"]
    time = "<time>2023-05-0{}T10:00:00Z</time>"
    points = "".join(f'<trkpt lat="1" lon="{at}">{time.format(at)}</trkpt>' for at in (1, 2))
    gpx = (
        f'<gpx><wpt lat="1" lon="2"><name>A</name>{time.format(3)}</wpt>'
        f"<trk><name>B</name><trkseg>{points}</trkseg></trk></gpx>"
    )
    found = [one["when"] for one in members_of(import_text(gpx, name="a.gpx")).values()]
    assert found == ["2023-05-03T10:00Z", "2023-05-01T10:00Z/2023-05-02T10:00Z"]


@pytest.mark.parametrize(
    ("span", "wanted"),
    [
        ("<begin>2023-05-01</begin>", "an end after the /"),
        ("<end>2023-05-01</end>", "a start before the /"),
        ("<begin/><end/>", "a date: an event needs one"),
    ],
)
@pytest.mark.parametrize("other", ["", "<TimeSpan><begin>2023</begin><end>2024</end></TimeSpan>"])
def test_a_span_that_leaves_an_end_open_is_rejected(span: str, wanted: str, other: str) -> None:
    marks = (f"<TimeSpan>{span}</TimeSpan>", other or "<TimeStamp><when>2023</when></TimeStamp>")
    body = "".join(f"<Placemark><name>A</name>{mark}</Placemark>" for mark in marks)
    outcome = import_text(f"<kml><Document>{body}</Document></kml>", name="a.kml")
    assert [(one.row, one.wanted.startswith(wanted)) for one in outcome.rejected] == [(1, True)]
    assert [made.row for made in outcome.made] == [2]


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        (("", "10"), "a start before the /"),
        (("10", ""), "an end after the /"),
        (("", "10", ""), "a start before the /"),
    ],
)
def test_a_track_whose_first_or_last_time_is_missing_is_rejected(
    hours: tuple[str, ...], wanted: str
) -> None:
    times = [f"2023-05-01T{hour}:00:00Z" if hour else "" for hour in hours]
    points = "".join(f'<trkpt lat="1" lon="2"><time>{one}</time></trkpt>' for one in times)
    steps = "".join(f"<when>{one}</when><coord>2 1</coord>" for one in times)
    for name, text in (
        ("a.gpx", f"<gpx><trk><name>A</name><trkseg>{points}</trkseg></trk></gpx>"),
        ("a.kml", f"<kml><Placemark><name>A</name><Track>{steps}</Track></Placemark></kml>"),
    ):
        [rejected] = import_text(text, name=name).rejected
        assert rejected.wanted.startswith(wanted)


def test_broken_xml_is_refused() -> None:
    assert "found broken XML" in refuse("<kml><Placemark>", "a.kml")
