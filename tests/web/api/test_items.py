"""Events as GeoJSON, with their numbers and links; pages hold each once and in order."""

import csv
import io
from pathlib import Path

import geopandas as gpd
import jsonschema
import pytest
from shapely.geometry import shape
from starlette.testclient import TestClient

from geo.cli.main import main
from geo.story.view import open_view
from tests.event_texts import collection, record
from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, RECORDS, serving


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
        # A member that came later is left out where nothing is known.
        given = feature["properties"]
        known = {name: given[name] for name in schema["properties"] if name in given}
        jsonschema.validate(known, schema)


def test_one_event_is_a_feature_with_its_links(client: TestClient) -> None:
    response = client.get(f"{ITEMS}/day")
    assert response.headers["content-type"] == "application/geo+json"
    feature = response.json()
    assert (feature["type"], feature["id"]) == ("Feature", "day")
    assert {link["rel"] for link in feature["links"]} == {"self", "collection", "alternate"}
    [same] = client.get(f"{ITEMS}?q=дамба").json()["features"]
    assert {**same, "links": feature["links"]} == feature


def test_a_misspelled_word_is_found_and_explained(client: TestClient) -> None:
    page = client.get(f"{ITEMS}?q=бридж+Brigde").json()
    assert page["numberMatched"] == 0
    page = client.get(f"{ITEMS}?q=Brigde").json()
    exact = client.get(f"{ITEMS}?q=Bridge").json()
    assert page["numberMatched"] == exact["numberMatched"] > 0
    assert page["search"].startswith("No event has “Brigde”; showing “")
    assert "search" not in exact


def test_an_answer_says_how_many_events_could_not_be_read(
    client: TestClient, tmp_path: Path
) -> None:
    said = "1 of 3 events could not be read and are not shown"
    story = write_story(tmp_path / "story", record("a"), record("b", title=None), record("c"))
    with serving(story) as other:
        page = other.get(ITEMS).json()
        assert (page["numberMatched"], page["rejected"]) == (2, said)
        assert f"<strong>{said}.</strong>" in other.get(f"{ITEMS}?f=html").text
    assert "rejected" not in client.get(ITEMS).json()


def test_an_answer_counts_statements_as_a_file_does(tmp_path: Path) -> None:
    first = record("first")
    first["properties"]["claims"][0]["also_about"] = ["second"]
    with serving(write_story(tmp_path / "story", first, record("second", place="Dam"))) as client:
        [found] = client.get(f"{ITEMS}?q=dam").json()["features"]
        one = client.get(f"{ITEMS}/second").json()
        [row] = csv.DictReader(io.StringIO(client.get(f"{ITEMS}?q=dam&f=csv").text, newline=""))
    for counts in (found["properties"], one["properties"]):
        assert (counts["statement_count"], counts["claim_count"]) == (2, 1)
    assert (row["statement_count"], row["claim_count"], row["source_count"]) == ("2", "1", "1")


def test_a_page_after_the_last_is_empty(client: TestClient) -> None:
    page = client.get(f"{ITEMS}?offset=99").json()
    assert (page["features"], page["numberMatched"]) == ([], 5)


def test_a_sorted_page_continues_on_the_next(client: TestClient) -> None:
    first = client.get(f"{ITEMS}?sortby=-low_m&limit=2").json()
    [following] = [link["href"] for link in first["links"] if link["rel"] == "next"]
    rest = client.get(following).json()["features"]
    lows = [each["properties"]["low_m"] for each in first["features"] + rest]
    assert lows == sorted(lows, reverse=True)


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 7])
def test_pages_hold_every_event_once_in_order_both_ways(client: TestClient, limit: int) -> None:
    found: list[str] = []
    backwards: list[str] = []
    address = f"{ITEMS}?limit={limit}&zone=utc"
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


def test_an_event_of_old_data_says_that_it_has_been_withdrawn_since(tmp_path: Path) -> None:
    story = write_story(tmp_path / "story", *map(record, ("a", "b", "c")))
    assert main(["version", "--story", str(story)]) == 0
    old = open_view(story).record.version
    after = collection(record("a"), record("b", workflow="withdrawn"))
    (story / "events.geojson").write_bytes(after)
    with serving(story) as client:

        def ask(event: str, query: str = "") -> tuple[str, str]:
            """Return what the answer says of an event: its state, and the end of the note."""
            answer = client.get(f"{ITEMS}/{event}?data={old}{query}")
            assert answer.status_code == 200
            content = answer.json()
            return content["properties"]["workflow"], content["note"].partition(": c. ")[2]

        assert ask("b") == ("withdrawn", "This event has been withdrawn since.")
        assert ask("a") == ("published", "")
        assert ask("c")[0] == "published"
        assert ask("c")[1].startswith("The newest data do not have this event: it may")
        page = client.get(f"{ITEMS}/b?data={old}&f=html").text
        assert "This event has been withdrawn since." in page
        items = client.get(f"{ITEMS}?data={old}").json()
        assert "Withdrawn since: b. No longer in the newest: c." in items["note"]
        assert [one["properties"]["workflow"] for one in items["features"]] == [
            *("published", "withdrawn", "published")
        ]
        table = client.get(f"{ITEMS}?data={old}&f=csv").text
        notes = {row["record_data_note"] for row in csv.DictReader(io.StringIO(table))}
        assert notes == {items["note"]}
        assert client.get(f"{ITEMS}/b").status_code == 404
