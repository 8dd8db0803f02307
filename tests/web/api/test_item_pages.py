"""Pages of events, each once and in order."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS, RECORDS


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
