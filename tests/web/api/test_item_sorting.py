"""Events in the order that a request asks for."""

import pytest
from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS, ids


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sortby=-start&limit=1", ["day"]),
        ("sortby=group,-id", ["meridian", "day", "area", "fiji-west", "fiji-east"]),
        # A property named again sorts nothing again, however often.
        (
            f"sortby=group,-id{',group,id' * 300}",
            ["meridian", "day", "area", "fiji-west", "fiji-east"],
        ),
        ("sortby=%2Bid", ["area", "day", "fiji-east", "fiji-west", "meridian"]),
    ],
)
def test_events_come_in_the_order_that_is_asked_for(
    client: TestClient, query: str, expected: list[str]
) -> None:
    assert ids(client, query) == expected


def test_an_order_by_what_events_do_not_have_is_refused(client: TestClient) -> None:
    response = client.get(f"{ITEMS}?sortby=colour")
    assert response.status_code == 400
    detail = response.json()["detail"]
    assert detail.startswith("sortby: found 'colour', wanted properties of ")
    assert "distance_m" in detail
