"""What may be chosen of events, and what is refused by name."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.reading_pages import read_csv
from tests.web.api.serving import ITEMS, RECORDS, ids


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("group=south", ["fiji-west", "fiji-east"]),
        ("group=south&group=north&q=дамба", ["day"]),
        ("event_type=crash", []),
        ("type=sabotage_or_ied&limit=1", ["fiji-west"]),
        ("target_type=rail_or_bridge&reach=..230", ["day", "area"]),
        ("from=2023-05-03&to=2023-05-03&zone=utc", ["day"]),
        ("from=2023-05-03&to=2023-05-03", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
        ("colour=type&view=37.62,55.75,9&event=day&q=дамба", ["day"]),
        ("group=south,north&limit=2", ["fiji-west", "fiji-east"]),
        ("kind=incident,context&time_precision=day", ["day"]),
        ("location_precision=exact&kind=context", []),
        ("sortby=-start&limit=1", ["day"]),
        ("sortby=group,-id", ["meridian", "day", "area", "fiji-west", "fiji-east"]),
        # A property named again sorts nothing again, however often.
        (
            f"sortby=group,-id{',group,id' * 300}",
            ["meridian", "day", "area", "fiji-west", "fiji-east"],
        ),
        ("sortby=%2Bid", ["area", "day", "fiji-east", "fiji-west", "meridian"]),
        ("known=", ["fiji-west", "fiji-east", "meridian", "day", "area"]),
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
        ("foo=1", ["foo: found here, wanted one of", "bbox,", "limit,", "region,"]),
        ("limits=1&x=2", ["limits, x: found here", "(did you mean 'limit'?)"]),
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
        ("sortby=colour", ["sortby", "'colour'", "distance_m"]),
        ("properties=title,secret", ["properties", "'secret'", "verification"]),
        ("known=2023-05-03T12:00", ["known", "'2023-05-03T12:00'", "all claims", "said_at"]),
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


def test_an_answer_has_the_properties_that_were_requested(client: TestClient) -> None:
    [feature] = client.get(f"{ITEMS}?properties=title,presence&limit=1").json()["features"]
    assert list(feature["properties"]) == ["title", "presence"]
    assert feature["geometry"]
    everything = client.get(f"{ITEMS}?limit=1").json()["features"][0]["properties"]
    assert set(everything) > {"title", "presence", "low_m", "claims"}
    listed = client.get("/api/openapi.json").json()["components"]["parameters"]["properties"]
    assert set(everything) <= set(listed["schema"]["items"]["enum"])


def test_a_list_with_commas_is_several_words_in_every_form(client: TestClient) -> None:
    assert len(ids(client, "group=south,north&time_precision=day,minute")) == len(RECORDS)
    rows = read_csv(client.get(f"{ITEMS}?f=csv&group=south,north").text)
    assert len(rows) == len(RECORDS)
