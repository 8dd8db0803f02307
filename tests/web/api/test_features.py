"""The API keeps the abstract tests of OGC API - Features, Part 1: core and GeoJSON."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from geo.publishing.export import FORMATS
from tests.event_texts import record
from tests.shipped_record import RECORD
from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, ids, serving


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    seen, open_ = set(), ["http://testserver/api/"]
    while open_:
        address = open_.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        text = response.json()
        pages = [text, *text.get("collections", [])]
        links = [link for page in pages for link in page.get("links", [])]
        assert all(link["rel"] and link["type"] and link["title"] for link in links)
        open_ += {link["href"] for link in links if "json" in link["type"]} - seen
    assert len(seen) >= 6


def test_the_landing_page_names_what_the_standard_wants(client: TestClient) -> None:
    assert client.get("/api").json() == client.get("/api").json()
    relations = {link["rel"] for link in client.get("/api").json()["links"]}
    assert relations >= {"self", "service-desc", "conformance", "data"}


def test_the_conformance_classes_are_declared(client: TestClient) -> None:
    declared = client.get("/api/conformance").json()["conformsTo"]
    stem = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
    chosen = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"
    written = "http://www.opengis.net/spec/cql2/1.0/conf"
    assert declared == [
        *(f"{stem}/core", f"{stem}/oas30", f"{stem}/geojson", f"{stem}/html"),
        *(f"{chosen}/queryables", f"{chosen}/queryables-query-parameters"),
        *(f"{chosen}/filter", f"{chosen}/features-filter"),
        *(f"{written}/cql2-text", f"{written}/cql2-json", f"{written}/basic-cql2"),
        f"{written}/advanced-comparison-operators",
        f"{written}/case-insensitive-comparison",
        f"{written}/accent-insensitive-comparison",
        *(f"{written}/basic-spatial-functions", f"{written}/basic-spatial-functions-plus"),
        f"{written}/spatial-functions",
    ]


def test_the_collection_says_where_and_when_its_events_lie(client: TestClient) -> None:
    [listed] = client.get("/api/collections").json()["collections"]
    alone = client.get("/api/collections/events").json()
    links = alone.pop("links")
    assert all(link in links for link in listed.pop("links"))
    assert listed == alone
    assert alone["extent"]["spatial"]["bbox"] == [[-179.5, -17, 180, 10]]
    interval = ["2023-05-02T23:27:00Z", "2023-05-04T00:00:00Z"]
    assert alone["extent"]["temporal"]["interval"] == [interval]


def test_the_time_of_the_collection_ends_after_the_last_fraction_of_a_second(
    tmp_path: Path,
) -> None:
    write_story(tmp_path, record("flash", end="2023-05-03T00:28:00.500Z"))
    alone = serving(tmp_path).get("/api/collections/events").json()
    [[_, end]] = alone["extent"]["temporal"]["interval"]
    assert end == "2023-05-03T00:28:00.500000Z"


@pytest.mark.parametrize(
    "path",
    [
        *("/api", "/api/conformance", "/api/openapi.json", "/api/collections", ITEMS),
        *("/api/collections/events", "/api/collections/events/schema", f"{ITEMS}/day"),
    ],
)
def test_the_format_that_there_is_may_be_requested(client: TestClient, path: str) -> None:
    asked, plain = (client.get(path + query) for query in ("?f=json", ""))
    assert asked.status_code == 200
    assert asked.headers["content-type"] == plain.headers["content-type"]
    names = "json, geojson, html or csv" if path == ITEMS else "json, geojson or html"
    refused = client.get(f"{path}?f=xml")
    assert refused.status_code == 400
    assert refused.json()["detail"] == f"f: found 'xml', wanted {names}"


@pytest.mark.parametrize("name", ["crs", "bbox-crs"])
def test_the_crs_that_there_is_may_be_requested(client: TestClient, name: str) -> None:
    box = "bbox=1,0,5,3"
    [declared] = client.get("/api/collections/events").json()["crs"]
    for crs in (declared, "http://www.opengis.net/def/crs/OGC/0/CRS84", "[OGC:CRS84]"):
        assert ids(client, f"{box}&{name}={crs}") == ids(client, box) == ["day", "area"]
    for other in ("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:3857", ""):
        refused = client.get(f"{ITEMS}?{name}={other}")
        assert refused.status_code == 400
        assert refused.json()["detail"] == f"{name}: found {other!r}, wanted {declared}"


def test_a_record_without_events_is_an_empty_collection(tmp_path: Path) -> None:
    with serving(write_story(tmp_path)) as client:
        assert client.get("/api/collections/events").json()["extent"] == {}
        assert client.get(ITEMS).json()["numberMatched"] == 0
        for kind in FORMATS:
            assert client.get(f"/api/export/{kind}").status_code == 200


def test_the_shipped_record_has_the_same_counts_in_api_and_file() -> None:
    data = Path(__file__).parents[3] / "data"
    features = RECORD["features"]
    with serving(data) as client:
        for group in {feature["properties"]["group"] for feature in features}:
            wanted = [f["id"] for f in features if f["properties"]["group"] == group]
            assert ids(client, f"group={group}&limit=10000") == wanted
