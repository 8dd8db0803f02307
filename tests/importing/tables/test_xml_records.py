"""Records in XML: what several geometries of one make, and the time of a track."""

from geo.importing.tables.table import Geometry
from geo.importing.tables.xml_records import (
    XmlRecord,
    add_period,
    build_line,
    build_records,
    join_geometries,
)
from tests.importing.reading import refuse

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


def test_broken_xml_is_refused() -> None:
    assert "found broken XML" in refuse("<kml><Placemark>", "a.kml")
