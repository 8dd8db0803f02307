"""JSON as tables: lists of objects, wherever they lie, and GeoJSON."""

import json

import pytest

from geo.importing.tables.json_lists import read_json_tables
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table

ROWS = [{"title": "One", "n": 1}, {"title": "Two", "extra": None}]


def read(value: object) -> Table:
    [table] = read_json_tables(json.dumps(value).encode(), "a")
    return table


def test_a_list_is_found_as_it_is_inside_an_object_and_line_by_line() -> None:
    lines = "\n\n".join(map(json.dumps, ROWS)).encode()
    tables = [
        read(ROWS),
        read({"count": 2, "few": [{}], "all": ROWS}),
        *read_json_tables(lines, "a"),
    ]
    for table in tables:
        assert table.columns == ["title", "n", "extra"]
        assert [cells for _, cells in table.rows()] == [
            {"title": "One", "n": "1"},
            {"title": "Two"},
        ]


def test_features_keep_their_ids_and_lose_their_heights() -> None:
    shape = {"type": "LineString", "coordinates": [[45.0, 12.8, 99], [45.1, 12.9, 7]]}
    features = [
        {"type": "Feature", "id": 7, "geometry": shape, "properties": {"title": "One"}},
        {"type": "Feature", "id": 8, "geometry": {"type": "Point"}, "properties": {"id": "own"}},
        {"type": "Feature", "geometry": None, "properties": None},
    ]
    for value in ({"type": "FeatureCollection", "features": features}, features):
        table = read(value)
        assert [cells.get("id") for _, cells in table.rows()] == ["7", "own", None]
        flat = {"type": "LineString", "coordinates": [[45.0, 12.8], [45.1, 12.9]]}
        assert table.geometries == [flat, {"type": "Point", "coordinates": None}, None]


def test_a_geometry_of_any_type_is_handed_on_for_its_row_to_judge() -> None:
    point = {"type": "Point", "coordinates": [45.0, 12.8, 99]}
    collection = {"type": "GeometryCollection", "geometries": [point, {"type": "Cube"}]}
    table = read([{"type": "Feature", "geometry": collection, "properties": {"title": "One"}}])
    flat = {"type": "Point", "coordinates": [45.0, 12.8]}
    cube = {"type": "Cube", "coordinates": None}
    assert table.geometries == [{"type": "GeometryCollection", "geometries": [flat, cube]}]


@pytest.mark.parametrize("given", ["POINT (45 12.8)", 5, [], False])
def test_what_is_no_object_is_handed_on_as_a_geometry_of_no_type(given: object) -> None:
    table = read([{"type": "Feature", "geometry": given, "properties": {"title": "One"}}])
    assert table.geometries == [{"type": given}]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (True, "true"),
        (2.0, "2"),
        (0.1, "0.1"),
        (["a", 2], "a; 2"),
        ([{"url": "https://a.example", "title": "A"}], "https://a.example ; A"),
        ([{"path": "https://a.example"}, {"url": "b"}], "https://a.example\nb"),
        ([{"key": "type", "value": 3}, {"key": "b", "value": "c"}], "type: 3\nb: c"),
    ],
)
def test_a_value_of_any_kind_is_the_text_of_a_cell(value: object, cell: str) -> None:
    table = read([{"title": "One", "value": value}])
    assert table.column("value") == [cell]


@pytest.mark.parametrize(
    "content", [b"3", b"{}", b"[]", b"[1]", b'[{"a": 1}, 2]', b'{"a": 1}\n3', b"{", b'"a"']
)
def test_json_without_a_list_of_objects_is_refused(content: bytes) -> None:
    with pytest.raises(TableFileError, match="wanted"):
        read_json_tables(content, "a")


def test_a_collection_without_features_is_refused() -> None:
    with pytest.raises(TableFileError, match="found no list of features"):
        read({"type": "FeatureCollection", "features": {}})


@pytest.mark.parametrize(
    "content",
    [
        b'[{"title": "One", "n": 1, "n": 2}, {"title": "Two"}]',
        b'{"all": [{"title": "One"}], "other": {"n": 1, "n": 2}}',
        b'{"title": "One"}\n\n{"n": "Two", "n": 3}\n',
    ],
)
def test_a_name_that_is_there_twice_is_refused(content: bytes) -> None:
    with pytest.raises(TableFileError, match="found 'n' twice in one object"):
        read_json_tables(content, "a")


def test_objects_in_a_value_are_columns_of_their_own() -> None:
    table = read([{"title": "One", "é": {"b": [1, 2], "c": {"d": None}}}])
    assert table.columns == ["title", "é.b", "é.c.d"]
    assert table.column("é.b") == ["1; 2"]
    [other] = read([{"value": [{"url": "a", "other": 1}]}]).rows()
    assert other == (1, {"value.json": '[{"url": "a", "other": 1}]'})


def test_a_feature_alone_is_one_record() -> None:
    point = {"type": "Point", "coordinates": [45.0, 12.8]}
    feature = {"type": "Feature", "geometry": point, "properties": {"title": "One", "n": [{}]}}
    table = read(feature)
    assert (len(table), table.column("title"), table.geometries) == (1, ["One"], [point])


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]},
    ],
)
def test_a_geometry_alone_says_what_is_missing(geometry: dict[str, object]) -> None:
    for value in (geometry, [geometry, geometry]):
        with pytest.raises(TableFileError) as refused:
            read(value)
        assert str(refused.value) == (
            f"found a geometry of GeoJSON alone ({geometry['type']}), wanted a Feature with this "
            "geometry, and with properties such as a title and a date"
        )


def test_each_list_of_objects_is_a_table_and_other_lists_are_named() -> None:
    value = {"n": 2, "events": ROWS, "people": [{"name": "A"}], "odd": [{"x": 1}, 2], "ids": [1]}
    events, people = read_json_tables(json.dumps(value).encode(), "a")
    assert (events.name, people.name) == ("events", "people")
    assert (len(events), people.column("name")) == (2, ["A"])
    assert events.remarks == ("not read: 'odd'",)


def test_lists_beside_the_features_are_named() -> None:
    feature = {"type": "Feature", "geometry": None, "properties": {"title": "One"}}
    value = {"type": "FeatureCollection", "features": [feature], "sources": [{"id": "s1"}]}
    assert read(value).remarks == ("not read: 'sources'",)
