"""OGC API - Features, Part 1 (OGC 17-069r4), abstract test by abstract test: core and encodings.

Each test bears the id of the abstract test that it walks through, and says what that asks.
"""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from shapely import box
from shapely.geometry import shape
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import point, write_story
from tests.web.api.serving import DAY, ITEMS, RECORDS, serving

STEM = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
DOCUMENTS = [
    *("/api/", "/api/conformance", "/api/collections", "/api/collections/events"),
    *("/api/openapi.json", ITEMS, f"{ITEMS}/day"),
]


def _get(client: TestClient, path: str) -> dict[str, object]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    content = response.json()
    assert isinstance(content, dict)
    return content


def _links(client: TestClient, path: str) -> list[dict[str, str]]:
    links = _get(client, path)["links"]
    assert isinstance(links, list)
    return links


def _features(client: TestClient, query: str = "") -> list[dict[str, object]]:
    features = _get(client, f"{ITEMS}?limit=1000&{query}")["features"]
    assert isinstance(features, list)
    return features


def _parameter(client: TestClient, name: str) -> dict[str, object]:
    components = _get(client, "/api/openapi.json")["components"]
    assert isinstance(components, dict)
    parameter = components["parameters"][name]
    assert isinstance(parameter, dict)
    return parameter


def test_conf_core_http(client: TestClient) -> None:
    """/conf/core/http: every resource answers over HTTP 1.1, and a wrong method with 405."""
    for path in DOCUMENTS:
        response = client.get(path)
        assert (response.status_code, response.http_version) == (200, "HTTP/1.1")
        assert client.post(path).status_code == 405


def test_conf_core_crs84(client: TestClient) -> None:
    """/conf/core/crs84: without a CRS in the request, geometries are longitude and latitude."""
    earth = box(-180, -90, 180, 90)
    assert all(earth.covers(shape(one["geometry"])) for one in _features(client))
    assert _get(client, "/api/collections/events")["crs"] == [CRS84]


def test_conf_core_root_op(client: TestClient) -> None:
    """/conf/core/root-op and root-success: links to the definition, conformance and data."""
    relations = {link["rel"] for link in _links(client, "/api/")}
    assert relations >= {"service-desc", "service-doc", "conformance", "data"}


def test_conf_core_api_definition_op(client: TestClient) -> None:
    """/conf/core/api-definition-op and -success: each definition of the landing page is there."""
    for link in _links(client, "/api/"):
        if link["rel"] in ("service-desc", "service-doc"):
            response = client.get(link["href"])
            assert response.status_code == 200
            assert response.headers["content-type"].startswith(link["type"])


def test_conf_core_conformance_op(client: TestClient) -> None:
    """/conf/core/conformance-op and -success: a list of URIs, the core among them."""
    [link] = [one for one in _links(client, "/api/") if one["rel"] == "conformance"]
    for path in (link["href"], "/api/conformance"):
        listed = _get(client, path)["conformsTo"]
        assert isinstance(listed, list)
        assert f"{STEM}/core" in listed
        assert len(listed) == len(set(listed))


def test_conf_core_fc_md_op(client: TestClient) -> None:
    """/conf/core/fc-md-op, -success, -links, -items and -items-links.

    The collections with links to themselves and to their other formats; of each its id, and a link
    to its items in every format.
    """
    relations = {(link["rel"], link["type"]) for link in _links(client, "/api/collections")}
    assert relations >= {("self", "application/json"), ("alternate", "text/html")}
    collections = _get(client, "/api/collections")["collections"]
    assert isinstance(collections, list)
    assert [one["id"] for one in collections] == ["events"]
    for one in collections:
        items = {link["type"] for link in one["links"] if link["rel"] == "items"}
        assert items == {"application/geo+json", "text/html", "text/csv"}
        assert all(link["rel"] and link["type"] for link in one["links"])


def test_conf_core_fc_md_extent(client: TestClient) -> None:
    """/conf/core/fc-md-extent and fc-md-extent-multi: it holds every place and every time."""
    extent = _get(client, "/api/collections/events")["extent"]
    assert isinstance(extent, dict)
    around = box(*extent["spatial"]["bbox"][0])
    first, last = map(datetime.fromisoformat, extent["temporal"]["interval"][0])
    for one in _features(client):
        assert around.covers(shape(one["geometry"]))
        properties = one["properties"]
        assert isinstance(properties, dict)
        assert first <= datetime.fromisoformat(properties["start"])
        assert datetime.fromisoformat(properties["end"]) <= last


def test_conf_core_sfc_md_op(client: TestClient) -> None:
    """/conf/core/sfc-md-op and -success: a collection alone says what the list says of it."""
    listed = _get(client, "/api/collections")["collections"]
    assert isinstance(listed, list)
    for one in listed:
        alone = _get(client, f"/api/collections/{one['id']}")
        for name in ("id", "title", "description", "extent", "itemType"):
            assert alone[name] == one[name]
        links = alone["links"]
        assert isinstance(links, list)
        assert all(link in links for link in one["links"])


def test_conf_core_fc_op(client: TestClient) -> None:
    """/conf/core/fc-op, fc-response, fc-links, fc-timeStamp, fc-numberMatched, -numberReturned."""
    before = datetime.now(UTC)
    page = _get(client, ITEMS)
    assert page["type"] == "FeatureCollection"
    features = page["features"]
    assert isinstance(features, list)
    assert page["numberMatched"] == page["numberReturned"] == len(features) == len(RECORDS)
    stated = datetime.fromisoformat(str(page["timeStamp"]))
    # It is stated to the second.
    assert before - timedelta(seconds=1) <= stated <= datetime.now(UTC)
    relations = {(link["rel"], link["type"]) for link in _links(client, ITEMS)}
    assert relations >= {
        ("self", "application/geo+json"),
        ("alternate", "text/html"),
        ("alternate", "text/csv"),
    }


def test_conf_core_fc_bbox_definition(client: TestClient) -> None:
    """/conf/core/fc-bbox-definition: four or six numbers, with commas between."""
    parameter = _parameter(client, "bbox")
    assert (parameter["in"], parameter["required"]) == ("query", False)
    assert (parameter["style"], parameter["explode"]) == ("form", False)
    schema = parameter["schema"]
    assert isinstance(schema, dict)
    assert schema == {
        "type": "array",
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
        "items": {"type": "number"},
    }


def test_conf_core_fc_bbox_response(tmp_path: Path) -> None:
    """/conf/core/fc-bbox-response: what meets the box, and all that has no geometry."""
    nowhere = record("nowhere", radius_m=None, location_precision=None) | {"geometry": None}
    with serving(write_story(tmp_path / "story", *RECORDS, nowhere)) as client:
        for corners in ((1, 0, 5, 3), (179, -20, 180, 20), (-1, -1, 1, 1)):
            found = _features(client, f"bbox={','.join(map(str, corners))}")
            wanted = [
                one["id"] for one in RECORDS if shape(one["geometry"]).intersects(box(*corners))
            ]
            assert [one["id"] for one in found] == [*wanted, "nowhere"]
        six = _features(client, "bbox=1,0,-100,5,3,100")
        assert [one["id"] for one in six] == ["day", "area", "nowhere"]


def test_conf_core_fc_limit(client: TestClient) -> None:
    """/conf/core/fc-limit-definition and -response: no more than asked for, nor than the most."""
    schema = _parameter(client, "limit")["schema"]
    assert isinstance(schema, dict)
    assert schema["type"] == "integer"
    for limit in (1, 3, schema["maximum"] + 1):
        found = _get(client, f"{ITEMS}?limit={limit}")["features"]
        assert isinstance(found, list)
        assert len(found) <= min(limit, schema["maximum"])


@pytest.mark.parametrize(
    ("time", "kept"),
    [
        ("2023-05-03T12:00:00Z", ["day"]),
        ("2023-05-03T00:00:00Z/2023-05-04T00:00:00Z", ["day"]),
        ("2023-05-03T00:00:00Z/..", ["day"]),
        ("2023-05-03T00:00:00Z/", ["day"]),
        ("../2023-05-01T00:00:00Z", ["early"]),
        ("/2023-05-01T00:00:00Z", ["early"]),
    ],
)
def test_conf_core_fc_time(tmp_path: Path, time: str, kept: list[str]) -> None:
    """/conf/core/fc-time-definition and -response: instants, intervals, and those with one end."""
    early = {"start": "2023-04-01T00:00:00+00:00", "end": "2023-04-02T00:00:00+00:00"}
    records = [
        record("day", geometry=point(2, 0.5), time_precision="day", **DAY),
        record("early", geometry=point(3, 0.5), time_precision="day", **{**DAY, **early}),
    ]
    with serving(write_story(tmp_path / "story", *records)) as client:
        schema = _parameter(client, "datetime")["schema"]
        assert isinstance(schema, dict)
        assert schema["type"] == "string"
        assert [one["id"] for one in _features(client, f"datetime={time}")] == kept
        both = _features(client, f"datetime={time}&bbox=2.5,0,3.5,1")
        assert [one["id"] for one in both] == [one for one in kept if one == "early"]


def test_conf_core_query_param(client: TestClient) -> None:
    """/conf/core/query-param-invalid and query-param-unknown: 400."""
    for query in ("limit=many", "bbox=1,2", "datetime=soon", "unknown=1"):
        assert client.get(f"{ITEMS}?{query}").status_code == 400


def test_conf_core_f_op(client: TestClient) -> None:
    """/conf/core/f-op, f-success and f-links: each event alone, with its three links."""
    for listed in _features(client):
        alone = _get(client, f"{ITEMS}/{listed['id']}")
        # /conf/geojson/content: the id is that of the path.
        assert alone["id"] == listed["id"]
        relations = {(x["rel"], x["type"]) for x in _links(client, f"{ITEMS}/{listed['id']}")}
        assert relations == {
            ("self", "application/geo+json"),
            ("alternate", "text/html"),
            ("collection", "application/json"),
        }


def test_conf_geojson(client: TestClient) -> None:
    """/conf/geojson/definition and content: the media types, and valid GeoJSON by the schema."""
    components = _get(client, "/api/openapi.json")["components"]
    assert isinstance(components, dict)
    for path in DOCUMENTS:
        answer = client.get(path, headers={"accept": "application/geo+json"})
        kind = "application/geo+json" if path.startswith(ITEMS) else "application/"
        assert answer.headers["content-type"].startswith(kind)
    jsonschema.validate(
        _get(client, ITEMS),
        {"$ref": "#/components/schemas/items", "components": components},
    )


@pytest.mark.parametrize("path", DOCUMENTS)
def test_conf_html(client: TestClient, path: str) -> None:
    """/conf/html/definition and content: HTML 5 of text/html, each element that opens closes."""
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.startswith("<!doctype html>")
    _Elements().check(answer.text)


def test_conf_oas30(client: TestClient) -> None:
    """/conf/oas30/completeness, exceptions-codes, oas-definition, oas-impl and security.

    Each path is served, with a media type and a status that it describes; no key is needed.
    """
    document = _get(client, "/api/openapi.json")
    assert str(document["openapi"]).startswith("3.0")
    components, paths = document["components"], document["paths"]
    assert isinstance(components, dict)
    assert isinstance(paths, dict)
    assert "securitySchemes" not in components
    for path, operations in paths.items():
        if "{ticket}" in path or "{file}" in path:
            continue
        filled = path.format(collectionId="events", featureId="day", kind="csv")
        responses = operations["get"]["responses"]
        answer = client.get(f"/api{filled}")
        media_type = answer.headers["content-type"].removesuffix("; charset=utf-8")
        assert media_type in responses[str(answer.status_code)]["content"]
        assert str(client.get(f"/api{filled}?unknown=1").status_code) in responses


class _Elements(HTMLParser):
    """Holds that elements close in the order in which they open."""

    VOID = frozenset({"meta", "br", "img", "link", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def check(self, text: str) -> None:
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
