"""Which events a query of the API keeps, and what it refuses by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import point, write_story
from tests.web.api.serving import ITEMS, ids, serving


def test_a_query_with_what_networks_and_pages_add_is_read(client: TestClient) -> None:
    south = ids(client, "group=south")
    assert ids(client, "group=south&fbclid=IwAR0&utm_source=letter") == south
    assert ids(client, "limit=1&amp;group=south.") == south[:1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("group=south", ["fiji-west", "fiji-east"]),
        ("group=south&group=north&q=дамба", ["day"]),
        ("event_type=crash", []),
        ("event_type=crash&event_type=sabotage_or_ied&limit=1", ["fiji-west"]),
        ("event_type=&type=sabotage_or_ied&limit=1", ["fiji-west"]),
        ("event_type=sabotage_or_ied&type=&limit=1", ["fiji-west"]),
        ("type=sabotage_or_ied&limit=1", ["fiji-west"]),
        ("target_type=rail_or_bridge&reach=..230", ["day", "area"]),
        ("from=2023-05-03&to=2023-05-03&zone=utc", ["day"]),
        ("from=2023-05-03&to=2023-05-03", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
        ("colour=type&view=37.62,55.75,9&event=day&q=дамба", ["day"]),
        ("group=south,north&limit=2", ["fiji-west", "fiji-east"]),
        ("kind=incident,context&time_precision=day", ["day"]),
        ("location_precision=exact&kind=context", []),
        ("known=", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
        ("group=&q=", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
    ],
)
def test_the_grammar_of_the_link_chooses(
    client: TestClient, query: str, expected: list[str]
) -> None:
    assert ids(client, query) == expected


def test_a_limit_above_the_most_is_not_an_error(client: TestClient) -> None:
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


def test_a_place_that_is_not_known_may_lie_in_any_box(tmp_path: Path) -> None:
    """OGC 17-069r4, /req/core/fc-bbox-response C: what has no geometry is matched too."""
    here = record("here", geometry=point(2, 0.5))
    nowhere = record("nowhere", radius_m=None, location_precision=None) | {"geometry": None}
    with serving(write_story(tmp_path / "story", here, nowhere)) as client:
        page = client.get(f"{ITEMS}?bbox=1,0,3,1").json()
        presence = {one["id"]: one["properties"]["presence"] for one in page["features"]}
        assert presence == {"here": "definite", "nowhere": "possible"}
        assert page["counts"] == {"definite": 1, "possible": 1, "outside": 0, "hidden": 0}
        assert ids(client, "bbox=10,10,11,11") == ["nowhere"]
        assert ids(client, "filter=S_INTERSECTS(geometry,BBOX(1,0,3,1))") == ["here"]
        assert ids(client, "filter=geometry IS NULL") == ["nowhere"]


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


def test_a_file_refuses_a_moment_at_which_claims_are_known(client: TestClient) -> None:
    """It would hold them all the same."""
    refused = client.get("/api/export/csv?known=2023-05-03")
    assert refused.status_code == 400
    assert "all claims" in refused.json()["detail"]


@pytest.mark.parametrize(
    "query", ["", "group=south", "bbox=1,0,5,3", "kind=context", "from=2023-05-03&to=2023-05-03"]
)
def test_the_counts_of_an_answer_add_up_to_the_record(client: TestClient, query: str) -> None:
    answer = client.get(f"{ITEMS}?{query}").json()
    counts = answer["counts"]
    assert set(counts) == {"definite", "possible", "outside", "hidden"}
    assert sum(counts.values()) == 5
    assert counts["definite"] + counts["possible"] == answer["numberMatched"]
    shown = [feature["properties"]["presence"] for feature in answer["features"]]
    assert shown.count("possible") == counts["possible"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("foo=1", ["foo: found an unknown parameter, wanted one of", "bbox,", "limit,", "region,"]),
        ("limits=1&x=2", ["limits, x: found unknown parameters", "(did you mean 'limit'?)"]),
        ("group=mars", ["group: found 'mars'", "north, south"]),
        ("limit=0", ["limit", "'0'", "from 1"]),
        ("limit=ten", ["limit", "'ten'"]),
        ("limit=1&limit=2", ["limit", "2 times"]),
        ("type=crash&event_type=shelling", ["event_type, type: found 2 times, wanted once: "]),
        ("target_type=x&target=x", ["target, target_type: found 2 times, wanted once"]),
        (
            "target_type=x&type=x&target=y&event_type=y",
            ["event_type, type: found 2 times", "; target, target_type: found 2 times"],
        ),
        ("offset=-1", ["offset", "'-1'"]),
        ("bbox=1,2,3", ["bbox", "3 numbers", "west,south,east,north"]),
        ("bbox=1,2,3,x", ["bbox", "'1,2,3,x'"]),
        ("bbox=1,5,3,4", ["bbox"]),
        ("bbox=1,2,300,4", ["bbox"]),
        ("bbox=nan,nan,nan,nan", ["bbox"]),
        ("datetime=yesterday", ["datetime", "'yesterday'", "2023-11-19T14:05:00Z"]),
        ("datetime=2023-05-03T00:00:00", ["datetime"]),
        ("datetime=2023-02-30", ["datetime"]),
        ("datetime=2023-05-04/2023-05-01", ["datetime"]),
        ("datetime=0001-01-01T00:00:00%2B14:00", ["datetime"]),
        ("from=2023-05-04&to=2023-05-01", ["from"]),
        ("reach=far", ["reach", "'far'"]),
        ("group=south,mars", ["group", "'mars'", "north, south"]),
        ("kind=event", ["kind", "'event'", "context, incident"]),
        ("incident=x", ["incident", "'x'"]),
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


STRIP = [[179, -18], [-179, -18], [-179, -16], [179, -16], [179, -18]]
WEST = [[179, -18], [180, -18], [180, -16], [179, -16], [179, -18]]
EAST = [[-180, -18], [-179, -18], [-179, -16], [-180, -16], [-180, -18]]


@pytest.fixture(scope="module")
def across(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A story with one area across 180 degrees, written uncut and cut, a line and a polar cap."""
    shapes: dict[str, dict[str, object]] = {
        "uncut": {"type": "Polygon", "coordinates": [STRIP]},
        "cut": {"type": "MultiPolygon", "coordinates": [[WEST], [EAST]]},
        "line": {"type": "LineString", "coordinates": [[179, 5], [-179, 5]]},
        "cap": {"type": "Polygon", "coordinates": [[[-120, 80], [0, 81], [120, 80], [-120, 80]]]},
        "greenwich": point(0, -17),
    }
    records = [record(id_, geometry=geometry) for id_, geometry in shapes.items()]
    folder = write_story(tmp_path_factory.mktemp("across") / "story", *records)
    with serving(folder) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bbox=-1,-18,1,-16", ["greenwich"]),
        ("bbox=-1,4,1,6", []),
        ("bbox=179.5,-17,179.6,-16.5", ["uncut", "cut"]),
        ("bbox=-179.6,-17,-179.5,-16.5", ["uncut", "cut"]),
        ("bbox=179.5,-20,-179.5,10", ["uncut", "cut", "line"]),
        ("bbox=-179.5,-20,179.5,10", ["uncut", "cut", "line", "greenwich"]),
        ("bbox=-178.5,-20,178.5,10", ["greenwich"]),
        ("bbox=170,89,171,90", ["cap"]),
        ("bbox=-180,-90,180,90", ["uncut", "cut", "line", "cap", "greenwich"]),
        ("filter=S_INTERSECTS(geometry, POINT(0 -17))", ["greenwich"]),
        ("filter=S_INTERSECTS(geometry, POINT(-179.5 -17))", ["uncut", "cut"]),
        ("filter=S_INTERSECTS(geometry, POINT(180 5))", ["line"]),
        ("filter=S_INTERSECTS(geometry, POINT(-30 90))", ["cap"]),
        ("filter=S_WITHIN(geometry, BBOX(178, -19, -178, 6))", ["uncut", "cut", "line"]),
        ("filter=S_DISJOINT(geometry, BBOX(178, -19, -178, 6))", ["cap", "greenwich"]),
        ("filter=S_INTERSECTS(geometry, LINESTRING(-1 -17, 1 -17))", ["greenwich"]),
    ],
)
def test_an_event_across_180_degrees_lies_where_it_lies_on_the_map(
    across: TestClient, query: str, expected: list[str]
) -> None:
    assert ids(across, query) == expected
