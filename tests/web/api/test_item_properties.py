"""An answer holds the properties that a request names, and no others."""

from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS


def test_an_answer_has_the_properties_that_were_requested(client: TestClient) -> None:
    [feature] = client.get(f"{ITEMS}?properties=title,presence&limit=1").json()["features"]
    assert list(feature["properties"]) == ["title", "presence"]
    assert feature["geometry"]
    everything = client.get(f"{ITEMS}?limit=1").json()["features"][0]["properties"]
    assert set(everything) > {"title", "presence", "low_m", "claims"}
    listed = client.get("/api/openapi.json").json()["components"]["parameters"]["properties"]
    assert set(everything) <= set(listed["schema"]["items"]["enum"])


def test_a_property_that_events_do_not_have_is_refused(client: TestClient) -> None:
    response = client.get(f"{ITEMS}?properties=title,secret")
    assert response.status_code == 400
    detail = response.json()["detail"]
    assert detail.startswith("properties: found 'secret', wanted some of ")
    assert "verification" in detail
