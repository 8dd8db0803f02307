"""The properties by which events can be chosen (OGC 19-079r2, queryables)."""

from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from tests.web.api.serving import ITEMS

ADDRESS = "/api/collections/events/queryables"


def test_queryables_are_a_schema_that_the_collection_links_to(client: TestClient) -> None:
    """Abstract test of OGC 19-079r2: media type, $schema, $id, type object, properties."""
    links = client.get("/api/collections/events").json()["links"]
    [link] = [one for one in links if one["rel"].endswith("/rel/ogc/1.0/queryables")]
    response = client.get(link["href"])
    assert response.headers["content-type"] == "application/schema+json"
    schema = response.json()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == link["href"]
    assert schema["type"] == "object"
    assert all(one["title"] and one["description"] for one in schema["properties"].values())


def test_each_queryable_is_a_parameter_that_keeps_what_has_its_word(client: TestClient) -> None:
    everything = client.get(ITEMS).json()["features"]
    properties = client.get(ADDRESS).json()["properties"]
    assert {"group", "event_type", "kind", "location_precision", "incident"} <= set(properties)
    for name, schema in properties.items():
        for word in schema.get("enum", [])[:4]:
            answer = client.get(ITEMS, params={name: word})
            assert answer.status_code == 200, (name, word)
            # Whose the place is has a part of its own.
            wanted = [
                one["id"]
                for one in everything
                if word in (one["properties"].get(name), one["properties"]["territory"].get(name))
            ]
            assert [one["id"] for one in answer.json()["features"]] == wanted
        if "enum" in schema:
            assert client.get(ITEMS, params={name: "no such word"}).status_code == 400
