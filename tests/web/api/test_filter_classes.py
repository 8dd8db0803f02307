"""OGC API - Features, Part 3 (OGC 19-079r2) and CQL2 (OGC 21-065r2), test by abstract test.

Each test bears the id of the abstract test that it walks through, and says what that asks.
"""

import json
from itertools import permutations

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from geo.link.cql2 import parse_cql2_json, parse_cql2_text
from tests.web.api.serving import ITEMS

QUERYABLES = "/api/collections/events/queryables"
RELATION = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"
CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf"
LANGUAGES = ("cql2-text", "cql2-json")
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def _ask(client: TestClient, text: str, language: str = "cql2-text", **more: str) -> list[str]:
    """Return the ids of the events that a filter keeps, given as text and sent in a language.

    Its JSON is read as the same tree, type by type, so that one language is enough for most tests.
    """
    tree = json.dumps(parse_cql2_text(text))
    assert json.dumps(parse_cql2_json(tree)) == tree
    written = text if language == "cql2-text" else tree
    asked = {"filter-lang": language, "filter": written, "limit": "1000", "properties": "title"}
    headers = {"accept": "application/geo+json"}
    response = client.get(ITEMS, params=asked | more, headers=headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/geo+json"
    return [feature["id"] for feature in response.json()["features"]]


def _refuse(client: TestClient, **asked: str) -> str:
    response = client.get(ITEMS, params={name.replace("_", "-"): x for name, x in asked.items()})
    assert response.status_code == 400
    detail = response.json()["detail"]
    assert isinstance(detail, str)
    return detail


@pytest.fixture
def everything(client: TestClient) -> list[str]:
    return [feature["id"] for feature in client.get(ITEMS).json()["features"]]


@pytest.fixture
def queryables(client: TestClient) -> dict[str, dict[str, object]]:
    properties = client.get(QUERYABLES).json()["properties"]
    assert isinstance(properties, dict)
    return properties


@pytest.fixture
def bounds(client: TestClient) -> list[float]:
    [box] = client.get("/api/collections/events").json()["extent"]["spatial"]["bbox"]
    assert isinstance(box, list)
    return box


@pytest.mark.parametrize(
    "uri",
    [
        *(f"{FEATURES_3}/{part}" for part in ("queryables", "queryables-query-parameters")),
        *(f"{FEATURES_3}/{part}" for part in ("filter", "features-filter")),
        *(f"{CQL2}/{part}" for part in ("cql2-text", "cql2-json", "basic-cql2")),
    ],
)
def test_conf_get_conformance(client: TestClient, uri: str) -> None:
    """/conf/*/get-conformance: the declaration is JSON and lists the class."""
    response = client.get("/api/conformance")
    assert response.headers["content-type"] == "application/json"
    assert uri in response.json()["conformsTo"]


def test_conf_queryables_get_queryables_uris(client: TestClient) -> None:
    """/conf/queryables/get-queryables-uris: HEAD of what can be filtered links to them."""
    response = client.head(ITEMS, headers={"accept": "application/json"})
    assert response.status_code == 200
    assert response.headers["link"] == f'<http://testserver{QUERYABLES}>; rel="{RELATION}"'


def test_conf_queryables_get_queryables(client: TestClient) -> None:
    """/conf/queryables/get-queryables: a JSON Schema whose properties have a type or a geometry."""
    response = client.get(QUERYABLES, headers={"accept": "application/schema+json"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/schema+json"
    schema = response.json()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"http://testserver{QUERYABLES}"
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert schema["properties"]
    for described in schema["properties"].values():
        assert ("type" in described) != str(described.get("format")).startswith("geometry-")
    Draft202012Validator.check_schema(schema)


VALUES = {"string": "'foo'", "number": "3.14", "boolean": "true"}
INSTANT = "2022-04-14T14:48:46Z"


def _literal(described: dict[str, object]) -> str:
    if described.get("format") == "date-time":
        return f"TIMESTAMP('{INSTANT}')"
    return VALUES[str(described["type"])]


def test_conf_queryables_query_parameters_query_param(
    client: TestClient, queryables: dict[str, dict[str, object]]
) -> None:
    """/conf/queryables-query-parameters/query-param: a valid value chooses, an invalid one is 400.

    Every text is a valid title or place; of what has words, another word is not valid.
    """
    features = client.get(ITEMS).json()["features"]
    invalid = {"number": "many", "boolean": "perhaps"}
    for name, described in queryables.items():
        if "type" not in described:
            continue
        found = [
            {**one["properties"]["territory"], **one["properties"], "id": one["id"]}.get(name)
            for one in features
        ]
        [value, *_] = [one for one in found if one is not None] or [None]
        if value is not None:
            text = value if isinstance(value, str) else json.dumps(value)
            answer = client.get(ITEMS, params={name: text})
            assert answer.status_code == 200, (name, answer.text)
            wanted = [one["id"] for one, each in zip(features, found, strict=True) if each == value]
            assert [one["id"] for one in answer.json()["features"]] == wanted
        if "enum" in described or described["type"] != "string" or "format" in described:
            wrong = invalid.get(str(described["type"]), "no such word")
            assert client.get(ITEMS, params={name: wrong}).status_code == 400, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_conf_filter_filter_param(client: TestClient, everything: list[str], language: str) -> None:
    """/conf/filter/filter-param: a valid filter keeps what matches, an invalid one is 400."""
    unknown = [
        one["id"]
        for one in client.get(ITEMS).json()["features"]
        if one["properties"]["region"] is None
    ]
    assert _ask(client, "region IS NULL", language) == unknown
    assert _ask(client, "region IS NOT NULL", language) == [
        one for one in everything if one not in unknown
    ]
    detail = _refuse(client, filter_lang=language, filter="THIS IS NOT A FILTER")
    assert detail.startswith("filter: found ")


def test_conf_filter_filter_lang_default(client: TestClient) -> None:
    """/conf/filter/filter-lang-default: CQL2 Text, as the API definition says."""
    plain = client.get(ITEMS, params={"filter": "region IS NULL"}).json()["features"]
    assert [one["id"] for one in plain] == _ask(client, "region IS NULL")
    assert _refuse(client, filter="THIS IS NOT A FILTER")
    schema = client.get("/api/openapi.json").json()["components"]["parameters"]["filter-lang"]
    assert schema["schema"] == {
        "type": "string",
        "enum": list(LANGUAGES),
        "default": "cql2-text",
    }
    assert _refuse(client, filter="true", filter_lang="ecql") == (
        "filter-lang: found 'ecql', wanted cql2-text or cql2-json"
    )


def test_conf_filter_expression_construction(client: TestClient) -> None:
    """/conf/filter/expression-construction: an unknown queryable is 400."""
    assert "this_is_not_a_queryable" in _refuse(client, filter="this_is_not_a_queryable IS NULL")


@pytest.mark.parametrize("language", LANGUAGES)
def test_conf_filter_filter_crs_wgs84(
    client: TestClient, everything: list[str], bounds: list[float], language: str
) -> None:
    """/conf/filter/filter-crs-wgs84: the box of all keeps all; coordinates beyond are 400."""
    box = ", ".join(map(str, bounds))
    assert _ask(client, f"S_INTERSECTS(geometry, BBOX({box}))", language) == everything
    _refuse(client, filter="S_INTERSECTS(geometry, BBOX(1000000, 1000000, 2000000, 2000000))")


def test_conf_filter_filter_crs_param(
    client: TestClient, everything: list[str], bounds: list[float]
) -> None:
    """/conf/filter/filter-crs-param: each CRS of the collection; another one is 400."""
    text = f"S_INTERSECTS(geometry, BBOX({', '.join(map(str, bounds))}))"
    for crs in client.get("/api/collections/events").json()["crs"]:
        assert _ask(client, text, **{"filter-crs": crs}) == everything
    other = "http://www.opengis.net/def/crs/OGC/0/does_not_exist"
    assert _refuse(client, filter=text, filter_crs=other) == (
        f"filter-crs: found {other!r}, wanted {CRS84}"
    )


def test_conf_features_filter_get_collection(client: TestClient) -> None:
    """/conf/features-filter/get-collections and get-collection: each links to its queryables."""
    for listed in client.get("/api/collections").json()["collections"]:
        alone = client.get(f"/api/collections/{listed['id']}").json()
        links = {link["rel"]: link["href"] for link in alone["links"]}
        assert links[RELATION] == f"http://testserver{QUERYABLES}"


def test_conf_features_filter_mixing_expression(
    client: TestClient, everything: list[str], bounds: list[float]
) -> None:
    """/conf/features-filter/mixing-expression: filter and bbox are joined with AND."""
    text = f"S_INTERSECTS(geometry, BBOX({', '.join(map(str, bounds))}))"
    assert _ask(client, text, bbox=",".join(map(str, bounds))) == everything
    assert _ask(client, text, bbox="-60,-80,-50,-70") == []
    assert _ask(client, "group = 'south'", bbox="-180,-20,-179,-10") == ["fiji-east"]
    assert _ask(client, "group = 'south'", group="north") == []


def test_conf_basic_cql2_basic_test(queryables: dict[str, dict[str, object]]) -> None:
    """/conf/basic-cql2/basic-test: each queryable has a type; one at least is a scalar."""
    assert all("type" in one or "format" in one for one in queryables.values())
    assert any(one.get("type") in VALUES for one in queryables.values())


def test_conf_basic_cql2_comparison(
    client: TestClient, queryables: dict[str, dict[str, object]]
) -> None:
    """/conf/basic-cql2/comparison: for each queryable, opposite operators share no event."""
    for name, described in queryables.items():
        if "type" not in described:
            continue
        kept = {
            op: set(_ask(client, f"{name} {op} {_literal(described)}"))
            for op in ("=", "<>", ">", "<", ">=", "<=")
        }
        for one, other in (("=", "<>"), (">", "<="), ("<", ">=")):
            assert not kept[one] & kept[other], name


def test_conf_basic_cql2_is_null(
    client: TestClient, queryables: dict[str, dict[str, object]]
) -> None:
    """/conf/basic-cql2/is-null: an event has a value or has none."""
    everything = _ask(client, "true")
    for name in queryables:
        missing = _ask(client, f"{name} IS NULL")
        there = _ask(client, f"{name} is not null")
        assert sorted(missing + there) == sorted(everything)


def test_conf_basic_cql2_boolean(client: TestClient, everything: list[str]) -> None:
    """/conf/basic-cql2/boolean: true keeps all, false none."""
    assert _ask(client, "true") == everything
    assert _ask(client, "false") == []


def test_conf_basic_cql2_logical(client: TestClient, everything: list[str]) -> None:
    """/conf/basic-cql2/logical: AND, OR and NOT with parts in brackets, by sets of ids."""
    predicates = {
        text: set(_ask(client, text))
        for text in ("group = 'south'", "time_precision = 'day'", "title LIKE 'B%'", "id > 'd'")
    }
    for texts in permutations(predicates):
        p1, p2, p3, p4 = texts
        s1, s2, s3, s4 = (predicates[one] for one in texts)
        text = f"(NOT ({p2}) AND {p1}) OR ({p3} and {p4}) or not ({p1} OR {p4})"
        # None of these properties is missing.
        wanted = (s1 - s2) | (s3 & s4) | (set(everything) - (s1 | s4))
        assert set(_ask(client, text)) == wanted


def test_conf_advanced_comparison_operators(
    client: TestClient, queryables: dict[str, dict[str, object]]
) -> None:
    """/conf/advanced-comparison-operators/like, between and in, for each queryable of the type."""
    for name, described in queryables.items():
        if described.get("format") == "date-time":
            _ask(client, f"{name} in ('{INSTANT}', '2022-04-14T15:52:56Z')")
        elif described.get("type") == "string":
            patterns = ("%", "_%", "", "%%", "\\\\%\\\\_")
            kept = {one: _ask(client, f"{name} like '{one}'") for one in patterns}
            assert not set(kept["_%"]) & set(kept[""])
            assert kept["%"] == kept["%%"]
            _ask(client, f"{name} in ('foo', 'bar')")
        elif described.get("type") == "number":
            _ask(client, f"{name} BETWEEN 0 AND 100")
            _ask(client, f"{name} between 100.0 and 1.0")
            _ask(client, f"{name} IN (1, 2, 3)")
        elif described.get("type") == "boolean":
            _ask(client, f"{name} in (true)")


@pytest.mark.parametrize("fold", ["CASEI", "ACCENTI"])
def test_conf_insensitive_comparisons(
    client: TestClient, queryables: dict[str, dict[str, object]], fold: str
) -> None:
    """/conf/case-insensitive-comparison/casei and accent-insensitive-comparison/accenti."""
    one, other = ("foo", "FOO") if fold == "CASEI" else ("äöü", "aou")
    for name, described in queryables.items():
        if described.get("type") == "string" and "format" not in described:
            same = _ask(client, f"{fold}({name}) = {fold}('{one}')")
            differs = _ask(client, f"{fold}({name}) <> {fold}('{other}')")
            assert not set(same) & set(differs)
            assert _ask(client, f"{fold}({name}) LIKE {fold}('{one}%')") == _ask(
                client, f"{fold}({name}) LIKE {fold}('{other}%')"
            )


RING = "(-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50, -100 -40, -120 -50)"


def test_conf_basic_spatial_functions_s_intersects(client: TestClient) -> None:
    """/conf/basic-spatial-functions/s_intersects and -plus/s_intersects: every kind of shape."""
    for shape in (
        *("BBOX(-180, -90, 180, 90)", "POINT(7.02 49.92)", "LINESTRING(-180 -45, 0 -45)"),
        "MULTILINESTRING((-180 -45, 0 -45), (0 45, 180 45))",
        f"POLYGON({RING})",
        f"MULTIPOLYGON(({RING}), ((0 0, 10 0, 10 10, 0 10, 0 0)))",
        "GEOMETRYCOLLECTION(POINT(7.02 49.92), POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))",
    ):
        _ask(client, f"S_INTERSECTS(geometry, {shape})")
    for wrong in ("POINT(90 180)", "MULTIPOINT(7.02 49.92, 90 180)"):
        _refuse(client, filter=f"S_INTERSECTS(geometry, {wrong})")
    both = (
        "S_INTERSECTS(geometry, BBOX(-180, -90, -90, 90)) "
        "AND S_INTERSECTS(geometry, BBOX(90, -90, 180, 90))"
    )
    # It lies on the meridian that is both -180 and 180.
    assert _ask(client, both) == ["meridian"]


@pytest.mark.parametrize(
    ("function", "kept"),
    [
        ("S_INTERSECTS", ["day", "area"]),
        ("S_DISJOINT", ["fiji-west", "fiji-east", "meridian"]),
        ("S_WITHIN", ["day"]),
        ("S_CONTAINS", []),
        ("S_EQUALS", []),
        ("S_TOUCHES", []),
        ("S_CROSSES", ["area"]),
        ("S_OVERLAPS", []),
    ],
)
def test_conf_spatial_functions(client: TestClient, function: str, kept: list[str]) -> None:
    """/conf/spatial-functions/*: each function, on a box over one point and half of a line."""
    assert _ask(client, f"{function}(geometry, BBOX(1, -1, 3, 2))") == kept
