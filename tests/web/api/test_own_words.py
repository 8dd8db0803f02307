"""The API offers and describes the words that a story adds to those of every story."""

from pathlib import Path

from tests.event_texts import record
from tests.story.own_words import BLOCKADE, change_story, write_own_words
from tests.web.api.serving import ids, serving


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
