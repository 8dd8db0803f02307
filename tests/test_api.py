"""The API keeps the abstract tests of OGC API - Features, Part 1: core, GeoJSON, OpenAPI 3.0."""

import io
import json
import os
import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, IncompleteRead
from pathlib import Path
from threading import Thread
from time import sleep

import geopandas as gpd
import jsonschema
import pytest
import uvicorn
from shapely.geometry import shape
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.cli.main import main
from geo.link.parameters import list_parameters
from geo.publishing.export import FORMATS
from geo.story.current import StoryFiles
from tests.event_texts import record
from tests.story_folders import point, write_story
from web.api import routes
from web.api.downloads import Progress
from web.current import CurrentRecord
from web.settings import settings

ITEMS = "/api/collections/events/items"
DAY = {"start": "2023-05-03T00:00:00+00:00", "end": "2023-05-04T00:00:00+00:00", "tz": "UTC"}
RECORDS = [
    record("fiji-west", geometry=point(179.5, -17), group="south"),
    record("fiji-east", geometry=point(-179.5, -17), group="south"),
    record("meridian", geometry=point(180, 10)),
    record("day", geometry=point(2, 0.5), time_precision="day", place="Дамба", **DAY),
    record("area", geometry={"type": "LineString", "coordinates": [[2, 0], [4, 2]]}),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that no test changes."""
    return write_story(tmp_path_factory.mktemp("api") / "story", *RECORDS)


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with serving(folder) as client:
        yield client


def serving(folder: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(CurrentRecord(StoryFiles(folder)).open)))


def ids(client: TestClient, query: str = "") -> list[str]:
    response = client.get(f"{ITEMS}?{query}")
    assert response.status_code == 200, response.text
    return [feature["id"] for feature in response.json()["features"]]


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
        open_ += {link["href"] for link in links if link["rel"] != "alternate"} - seen
    assert len(seen) >= 6


def test_the_landing_page_names_what_the_standard_wants(client: TestClient) -> None:
    assert client.get("/api").json() == client.get("/api").json()
    relations = {link["rel"] for link in client.get("/api").json()["links"]}
    assert relations >= {"self", "service-desc", "conformance", "data"}


def test_the_conformance_classes_are_declared(client: TestClient) -> None:
    declared = client.get("/api/conformance").json()["conformsTo"]
    stem = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
    assert declared == [f"{stem}/core", f"{stem}/oas30", f"{stem}/geojson"]


def test_the_collection_says_where_and_when_its_events_lie(client: TestClient) -> None:
    [listed] = client.get("/api/collections").json()["collections"]
    alone = client.get("/api/collections/events").json()
    assert listed == alone
    assert alone["extent"]["spatial"]["bbox"] == [[-179.5, -17, 180, 10]]
    interval = ["2023-05-02T23:27:00Z", "2023-05-04T00:00:00Z"]
    assert alone["extent"]["temporal"]["interval"] == [interval]


def test_the_api_describes_every_parameter_it_takes(client: TestClient) -> None:
    response = client.get("/api/openapi.json")
    assert response.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    document = response.json()
    assert document["openapi"].startswith("3.0")
    named = document["components"]["parameters"]
    assert {"bbox", "datetime", "limit", "from", "to", "group", "reach", "q"} <= set(named)
    assert named["group"]["schema"]["items"]["enum"] == ["north", "south"]
    client.get("/api/export/csv?ticket=my-own-ticket")
    for path in document["paths"]:
        filled = path.format(
            collectionId="events", featureId="day", kind="csv", ticket="my-own-ticket"
        )
        assert client.get(f"/api{filled}").status_code == 200, path


def test_the_api_describes_no_less_than_the_link_takes(client: TestClient) -> None:
    named = client.get("/api/openapi.json").json()["components"]["parameters"]
    assert set(named) >= {row.name for row in list_parameters()}
    for name, text, fits in (
        ("from", "2023-05-03T02:27", True),
        ("from", "2023-13-01", False),
        ("reach", "-20..450.5", True),
        ("reach", "..", False),
        ("datetime", "2023-05-03T02:27:00Z/..", True),
        ("datetime", "/2023-05-03", True),
        ("datetime", "", False),
    ):
        pattern = named[name]["schema"]["pattern"]
        assert bool(re.search(pattern, text)) == fits
        assert (client.get(f"{ITEMS}?{name}={text}").status_code == 200) == fits


def test_items_are_geojson_with_their_numbers(client: TestClient) -> None:
    response = client.get(ITEMS)
    assert response.headers["content-type"] == "application/geo+json"
    page = response.json()
    assert (page["numberMatched"], page["numberReturned"]) == (5, 5)
    assert page["timeStamp"].endswith("Z")
    assert [shape(feature["geometry"]).is_valid for feature in page["features"]] == [True] * 5
    assert len(gpd.read_file(io.BytesIO(response.content))) == 5
    schema = client.get("/api/collections/events/schema").json()
    for feature in page["features"]:
        known = {name: feature["properties"][name] for name in schema["properties"]}
        jsonschema.validate(known, schema)


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 7])
def test_pages_hold_every_event_once_in_order_both_ways(client: TestClient, limit: int) -> None:
    found, backwards, address = [], [], f"{ITEMS}?limit={limit}&zone=utc"
    while address:
        page = client.get(address).json()
        assert page["numberReturned"] == len(page["features"]) <= limit
        assert page["numberMatched"] == 5
        found += [feature["id"] for feature in page["features"]]
        links = {link["rel"]: link["href"] for link in page["links"]}
        last, address = links["self"], links.get("next", "")
    assert found == [one["id"] for one in RECORDS]
    while last:
        page = client.get(last).json()
        backwards = [feature["id"] for feature in page["features"]] + backwards
        last = {link["rel"]: link["href"] for link in page["links"]}.get("prev", "")
    assert backwards == found


def test_the_next_page_keeps_every_word_of_a_repeated_parameter(client: TestClient) -> None:
    found, address = [], f"{ITEMS}?group=south&group=north&limit=2&bbox=-180,-90,180,90"
    while address:
        page = client.get(address).json()
        found += [feature["id"] for feature in page["features"]]
        address = {link["rel"]: link["href"] for link in page["links"]}.get("next", "")
    assert found == [one["id"] for one in RECORDS]


def test_head_says_what_get_would(client: TestClient) -> None:
    for path in ("/api/", "/api/conformance", ITEMS, f"{ITEMS}/day", "/api/openapi.json"):
        got, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-type", "etag", "content-length"):
            assert head.headers[name] == got.headers[name]
        assert client.head(path, headers={"if-none-match": got.headers["etag"]}).status_code == 304


def test_a_page_behind_the_last_is_empty(client: TestClient) -> None:
    page = client.get(f"{ITEMS}?offset=99").json()
    assert (page["features"], page["numberMatched"]) == ([], 5)


def test_a_limit_above_the_most_is_no_error(client: TestClient) -> None:
    assert len(ids(client, "limit=999999999")) == 5


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        ("-180,-90,180,90", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
        ("179,-20,-179,-10", ["fiji-west", "fiji-east"]),
        ("179,-20,180,-10", ["fiji-west"]),
        ("-180,-20,-179,20", ["fiji-east", "meridian"]),
        ("170,-90,180,90", ["fiji-west", "meridian"]),
        ("2,0.5,2,0.5", ["day"]),
        ("2.9,0.9,3.1,1.1", ["area"]),
        ("3.1,0.1,3.9,0.9", []),
        ("1,0,-100,3,1,100", ["day", "area"]),
        ("1e0,0.25,2.5,.75", None),
    ],
)
def test_a_box_keeps_what_it_meets(client: TestClient, box: str, inside: list[str] | None) -> None:
    if inside is None:
        assert client.get(f"{ITEMS}?bbox={box}").status_code == 400
    else:
        assert ids(client, f"bbox={box}") == inside


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2023-05-02T23:27:30Z", {"fiji-west": "possible"}),
        ("2023-05-02T23:28:00Z", {}),
        ("2023-05-03T12:00:00Z", {"day": "possible"}),
        ("2023-05-04T00:00:00Z", {}),
        ("2023-05-03", {"day": "definite"}),
        ("2023-05-03/2023-05-03", {"day": "definite"}),
        ("2023-05-03T00:00:00Z/2023-05-03T06:00:00Z", {"day": "possible"}),
        ("2023-05-03T03:00:00%2B03:00/..", {"day": "definite"}),
        ("../2023-05-02T23:27:00Z", {"fiji-west": "possible"}),
        ("/2023-05-02T23:28:00Z", {"fiji-west": "definite"}),
        ("2023-05-02T00:00:00Z/", {"fiji-west": "definite", "day": "definite"}),
        ("../..", {"fiji-west": "definite", "day": "definite"}),
    ],
)
def test_a_time_keeps_what_overlaps_it(
    client: TestClient, time: str, expected: dict[str, str]
) -> None:
    page = client.get(f"{ITEMS}?datetime={time}&bbox=1,-90,179.9,90&type=sabotage_or_ied").json()
    presence = {one["id"]: one["properties"]["presence"] for one in page["features"]}
    presence.pop("area", None)  # Of the same minute as fiji-west.
    assert presence == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("group=south", ["fiji-west", "fiji-east"]),
        ("group=south&group=north&q=дамба", ["day"]),
        ("event_type=crash", []),
        ("type=sabotage_or_ied&limit=1", ["fiji-west"]),
        ("target_type=rail_or_bridge&reach=..200", ["day", "area"]),
        ("from=2023-05-03&to=2023-05-03&zone=utc", ["day"]),
        ("from=2023-05-03&to=2023-05-03", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
        ("colour=type&view=37.62,55.75,9&event=day&q=дамба", ["day"]),
        ("group=&q=", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
    ],
)
def test_the_grammar_of_the_link_chooses(
    client: TestClient, query: str, expected: list[str]
) -> None:
    assert ids(client, query) == expected


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("foo=1", ["foo", "no such parameter"]),
        ("group=mars", ["group: 'mars'", "north, south"]),
        ("limit=0", ["limit", "'0'", "from 1"]),
        ("limit=ten", ["limit", "'ten'"]),
        ("limit=1&limit=2", ["limit", "2 times"]),
        ("offset=-1", ["offset", "'-1'"]),
        ("bbox=1,2,3", ["bbox", "3 numbers", "west,south,east,north"]),
        ("bbox=1,2,3,x", ["bbox", "'1,2,3,x'"]),
        ("bbox=1,5,3,4", ["bbox"]),
        ("bbox=1,2,300,4", ["bbox"]),
        ("bbox=nan,nan,nan,nan", ["bbox"]),
        ("datetime=yesterday", ["datetime", "'yesterday'", "2023-05-03T02:27:00Z"]),
        ("datetime=2023-05-03T00:00:00", ["datetime"]),
        ("datetime=2023-02-30", ["datetime"]),
        ("datetime=2023-05-04/2023-05-01", ["datetime"]),
        ("datetime=0001-01-01T00:00:00%2B14:00", ["datetime"]),
        ("from=2023-05-04&to=2023-05-01", ["from"]),
        ("reach=far", ["reach", "'far'"]),
    ],
)
def test_what_is_not_understood_is_refused_and_named(
    client: TestClient, query: str, words: list[str]
) -> None:
    response = client.get(f"{ITEMS}?{query}")
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    detail = response.json()["detail"]
    assert [word for word in words if word not in detail] == []


@pytest.mark.parametrize(
    "path",
    [
        "/api/collections/mars",
        "/api/collections/mars/items",
        f"{ITEMS}/nobody",
        f"{ITEMS}/<b>x",
        "/api/export/pdf",
        "/api/nothing/here",
    ],
)
def test_what_is_not_there_is_a_problem_told_as_json(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["status"] == 404
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api", "/api/conformance", "/api/collections", f"{ITEMS}/day"])
def test_a_parameter_where_none_is_known_is_refused(client: TestClient, path: str) -> None:
    assert client.get(f"{path}?foo=1").status_code == 400


def test_one_event_is_a_feature_with_its_links(client: TestClient) -> None:
    response = client.get(f"{ITEMS}/day")
    assert response.headers["content-type"] == "application/geo+json"
    feature = response.json()
    assert (feature["type"], feature["id"]) == ("Feature", "day")
    assert {link["rel"] for link in feature["links"]} == {"self", "collection"}
    [same] = client.get(f"{ITEMS}?q=дамба").json()["features"]
    assert {**same, "links": feature["links"]} == feature


@pytest.mark.parametrize("path", ["/api", ITEMS, f"{ITEMS}/day", "/api/export/csv?q=дамба"])
def test_what_is_unchanged_is_not_sent_again(tmp_path: Path, path: str) -> None:
    folder = write_story(tmp_path / "story", *RECORDS)
    with serving(folder) as client:
        first = client.get(path)
        tag = first.headers["etag"]
        for asked in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
            again = client.get(path, headers={"if-none-match": asked})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
        write_story(folder, *RECORDS, title="Another title")
        os.utime(folder / "events.geojson", (1, 1))
        assert client.get(path, headers={"if-none-match": tag}).status_code == 200


def test_methods_are_as_http_wants_them(client: TestClient) -> None:
    head = client.head(f"{ITEMS}?limit=1")
    assert (head.status_code, head.headers["content-type"]) == (200, "application/geo+json")
    assert client.head("/api/export/xlsx").headers["content-disposition"]
    plain = client.options(ITEMS)
    assert (plain.status_code, plain.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    for path in ("/api", "/api/", ITEMS, "/api/export/csv"):
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"):
            refused = client.request(method, path)
            assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
            assert refused.headers["content-type"] == "application/problem+json"
    asked = {"origin": "https://x.example", "access-control-request-method": "GET"}
    assert client.options(ITEMS, headers=asked).headers["access-control-allow-origin"] == "*"
    got = client.get(ITEMS, headers={"origin": "https://x.example"})
    assert got.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("kind", list(FORMATS))
def test_every_kind_of_file_can_be_fetched(client: TestClient, kind: str) -> None:
    response = client.get(f"/api/export/{kind}?group=south")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(FORMATS[kind].media_type)
    assert FORMATS[kind].extension in response.headers["content-disposition"]
    assert response.content
    assert client.get(f"/api/export/{kind}?group=mars").status_code == 400


def test_a_ticket_tells_how_far_a_file_is(client: TestClient) -> None:
    assert client.get("/api/export/progress/not-yet-asked").status_code == 404
    assert client.get("/api/export/csv?group=south&ticket=ticket-1").status_code == 200
    response = client.get("/api/export/progress/ticket-1")
    assert response.json() == {"total": 2, "written": 2, "state": "sent"}
    assert response.headers["cache-control"] == "no-store"
    for ticket in ("short", "with space", "x" * 65, "ticket-1&ticket=ticket-2"):
        refused = client.get(f"/api/export/csv?ticket={ticket}")
        assert (refused.status_code, "ticket" in refused.json()["detail"]) == (400, True)


def test_a_file_too_long_for_its_kind_is_refused_before_it_begins(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publishing.export.spreadsheet._MOST_ROWS", 4)
    response = client.get("/api/export/xlsx")
    assert response.status_code == 400
    assert "events: found 5 rows" in response.json()["detail"]


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """A server of its own, whose answers travel as they do in earnest."""
    opened = CurrentRecord(StoryFiles(folder)).open
    config = uvicorn.Config(Starlette(routes=routes(opened)), port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        sleep(0.01)
    yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_file_that_breaks_off_is_no_whole_answer(
    address: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(path: str) -> bytes:
        with closing(HTTPConnection(address)) as connection:
            connection.request("GET", path)
            with connection.getresponse() as response:
                return response.read()

    def fail(_: Progress, number: int) -> None:
        raise RuntimeError(number)

    assert get(f"/api/export/{kind}?ticket=whole-{kind}")
    monkeypatch.setattr(Progress, "advance", fail)
    with pytest.raises(IncompleteRead):
        get(f"/api/export/{kind}?ticket=part-{kind}")
    for ticket, state in ((f"whole-{kind}", "sent"), (f"part-{kind}", "broken off")):
        assert json.loads(get(f"/api/export/progress/{ticket}"))["state"] == state


def test_a_file_leads_back_to_the_app(client: TestClient) -> None:
    link = client.get("/api/export/geojson?group=south&view=1,2,3").json()["link"]
    assert link == "http://testserver/?group=south"


def test_what_leaves_the_house_names_the_address_that_readers_know(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stated in ("https://maps.news.example/events", "https://maps.news.example/events/"):
        monkeypatch.setenv("PUBLIC_ADDRESS", stated)
        settings.cache_clear()
        link = client.get("/api/export/geojson?group=south").json()["link"]
        assert link == "https://maps.news.example/events/?group=south"
        [here] = [one for one in client.get("/api/").json()["links"] if one["rel"] == "self"]
        assert here["href"] == "https://maps.news.example/events/api/"


def test_any_page_may_read_that_there_is_no_such_resource(client: TestClient) -> None:
    answer = client.get("/api/nothing", headers={"origin": "https://x.example"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (404, "*")
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_command_line_gives_the_same_file(
    client: TestClient, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fetched = client.get("/api/export/csv?group=south&from=2023-05-03&to=2023-05-03").content
    words = ["events", "--story", str(folder), "--group", "south", "--from", "2023-05-03"]
    words += ["--to", "2023-05-03", "--format", "csv", "--address", "http://testserver/"]
    assert main(words) == 0
    out, err = capfdbinary.readouterr()
    assert out == fetched
    assert err == b"2 of 5 events\n"


def test_the_command_line_knows_a_kind_by_its_file(folder: Path, tmp_path: Path) -> None:
    for kind, name in (("csv", "a.csv"), ("claims", "a-claims.csv"), ("kmz", "a.KMZ")):
        assert main(["events", "--story", str(folder), "--out", str(tmp_path / name)]) == 0
        start = {"csv": '\ufeff"id"', "claims": '\ufeff"event"', "kmz": "PK"}[kind]
        assert (tmp_path / name).read_bytes().startswith(start.encode())


def test_a_command_that_breaks_off_leaves_the_file_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "events.csv"
    out.write_bytes(b"as it was")
    monkeypatch.setattr("geo.publishing.export.csv.escape_formula", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["events", "--story", str(folder), "--out", str(out)])
    assert out.read_bytes() == b"as it was"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["events.csv"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--group", "mars"], "group: 'mars'"),
        (["--out", "events.pdf"], "events.pdf: found no kind of file"),
        (["--out", "no/such/folder/x.csv"], "x.csv: found no such folder"),
        (["--events", "missing.geojson"], "missing.geojson"),
    ],
)
def test_the_command_line_says_what_it_cannot_use(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(["events", "--story", str(folder), *words]) == 1
    assert told in capsys.readouterr().err


def test_a_server_without_data_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        response = client.get(ITEMS)
    assert response.status_code == 503
    assert "story.json" in response.json()["detail"]
    assert str(tmp_path.parent) not in response.text


def test_a_record_without_events_is_an_empty_collection(tmp_path: Path) -> None:
    with serving(write_story(tmp_path)) as client:
        assert client.get("/api/collections/events").json()["extent"] == {}
        assert client.get(ITEMS).json()["numberMatched"] == 0
        for kind in FORMATS:
            assert client.get(f"/api/export/{kind}").status_code == 200


def test_the_shipped_record_counts_alike_in_api_and_file() -> None:
    data = Path(__file__).parent.parent / "data"
    features = json.loads((data / "events.geojson").read_text("utf-8"))["features"]
    with serving(data) as client:
        for group in {feature["properties"]["group"] for feature in features}:
            wanted = [f["id"] for f in features if f["properties"]["group"] == group]
            assert ids(client, f"group={group}&limit=10000") == wanted
