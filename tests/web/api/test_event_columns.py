"""What an answer states of an event can be asked for."""

from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS


def test_what_an_answer_states_can_be_queried(client: TestClient) -> None:
    for one in client.get(ITEMS).json()["features"]:
        for name in ("distance_m", "radius_m", "title", "start"):
            value = one["properties"][name]
            if value is not None:
                assert one["id"] in [
                    each["id"]
                    for each in client.get(ITEMS, params={name: value}).json()["features"]
                ]
