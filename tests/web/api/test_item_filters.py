"""A filter in CQL2 beside the other parameters: how sure it is, what it counts, what it refuses."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS, ids


def test_an_uncertain_time_is_possible_and_counted_so(client: TestClient) -> None:
    morning = "INTERVAL('2023-05-03T00:00:00Z', '2023-05-03T06:00:00Z')"
    filter_ = f"T_INTERSECTS(INTERVAL(start, end), {morning})"
    page = client.get(ITEMS, params={"filter": filter_}).json()
    assert [one["id"] for one in page["features"]] == ["day"]
    assert page["features"][0]["properties"]["presence"] == "possible"
    assert page["counts"] == {"definite": 0, "possible": 1, "outside": 0, "hidden": 4}
    # The same by the parameter of Part 1.
    same = client.get(f"{ITEMS}?datetime=2023-05-03T00:00:00Z/2023-05-03T06:00:00Z").json()
    assert [one["id"] for one in same["features"]] == ["day"]


def test_a_filter_stays_with_the_next_page(client: TestClient) -> None:
    found, address = [], f"{ITEMS}?limit=1&filter=group = 'south' OR id LIKE 'm%'"
    while address:
        page = client.get(address).json()
        assert page["numberMatched"] == 3
        found += [one["id"] for one in page["features"]]
        address = {link["rel"]: link["href"] for link in page["links"]}.get("next", "")
    assert found == ["fiji-west", "fiji-east", "meridian"]


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        (
            "filter=title",
            "filter: found 'title', wanted a condition such as title = 'x': a property or a value "
            "alone is none",
        ),
        ("filter=radius_m>5 AND title", "filter: found 'radius_m>5 AND title', wanted a condition"),
        ("filter=(title", "filter: found the end, wanted CQL2 Text such as title = 'x'"),
        ("filter=title =", "filter: found the end, wanted CQL2 Text such as title = 'x'"),
        ("filter=", "filter: found the end, wanted CQL2 Text such as title = 'x'"),
        ("filter=true&filter=true", "filter: found 2 times, wanted once"),
        ("filter=true&filter-lang=sql", "filter-lang: found 'sql', wanted cql2-text or cql2-json"),
        ("filter-lang=cql2-json&filter=true and", "filter: found no JSON ("),
        ("radius_m=wide", "radius_m: found 'wide', wanted a number such as 500"),
        ("inside=maybe", "inside: found 'maybe', wanted true or false"),
        ("start=soon", "start: found 'soon', wanted an instant such as"),
        ("start=2023-13-01", "start: found '2023-13-01', wanted an instant such as"),
        ("filter=note = 'x'", "filter: found 'note', wanted a property of "),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    client: TestClient, query: str, detail: str
) -> None:
    response = client.get(f"{ITEMS}?{query}")
    assert response.status_code == 400
    assert response.json()["detail"].startswith(detail)


def test_a_filter_is_for_items_alone(client: TestClient) -> None:
    """A file says in words how it was chosen, which nobody has for every filter."""
    assert client.get("/api/export/csv?filter=true").status_code == 400
    assert ids(client, "filter=true&filter-lang=cql2-json") == ids(client)
