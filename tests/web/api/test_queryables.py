"""The properties by which events can be chosen (OGC 19-079r2, queryables)."""

from pathlib import Path

from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story.own_words import BLOCKADE, change_story, write_own_words
from tests.web.api.serving import ITEMS, ids, serving

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


def test_own_words_are_filtered_by_and_described(tmp_path: Path) -> None:
    folder = write_own_words(tmp_path / "story")
    with serving(folder) as client:
        assert ids(client, "type=blockade") == ids(client, "event_type=blockade") == ["closed"]
        assert ids(client, "target=lighthouse") == []
        wrong = client.get("/api/collections/events/items?type=blokade")
        assert wrong.status_code == 400
        parameters = client.get("/api/openapi.json").json()["components"]["parameters"]
        for name in ("type", "event_type"):
            assert "blockade" in parameters[name]["schema"]["items"]["enum"]
        schema = client.get("/api/collections/events/schema").json()
        [first, *_] = schema["properties"]["event_type"]["oneOf"]
        assert first == {
            "const": "blockade",
            "title": BLOCKADE["label"],
            "description": BLOCKADE["meaning"],
        }


def test_a_word_declared_while_the_server_runs_is_offered_at_once(tmp_path: Path) -> None:
    folder = write_own_words(tmp_path / "story", record("bridge"), record("fog", event_type="fog"))
    with serving(folder) as client:
        first = client.get("/api/collections/events/schema")
        assert ids(client) == ["bridge"]
        fog = {"id": "fog", "label": "Fog", "meaning": "Nothing could be seen."}
        change_story(folder, event_types=[fog])
        assert ids(client) == ["bridge", "fog"]
        asked = {"if-none-match": first.headers["etag"]}
        assert client.get("/api/collections/events/schema", headers=asked).status_code == 200
