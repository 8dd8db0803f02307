"""The printed JSON Schema accepts good files and rejects bad events."""

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

from geo.cli.main import main
from geo.events import parse_events
from tests.event_texts import collection, record

SHIPPED = Path(__file__).parents[2] / "data" / "events.geojson"


@pytest.fixture
def schema(capsys: pytest.CaptureFixture[str]) -> jsonschema.Draft202012Validator:
    """What `python -m geo schema` prints, as another library reads it."""
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(printed)
    return jsonschema.Draft202012Validator(printed)


def test_the_schema_accepts_the_shipped_file(schema: jsonschema.Draft202012Validator) -> None:
    assert list(schema.iter_errors(json.loads(SHIPPED.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "bad",
    [
        record("a b"),
        record(kind="rumour"),
        record(title=" "),
        record(start="2023-05-03"),
        record(sources__0__url="javascript:alert(1)"),
        record(geometry__coordinates=[37.6, 95.0]),
        record(killed={"low": -1, "best": 0, "high": 0, "claim": None}),
        {"type": "Feature"},
    ],
)
def test_the_schema_rejects_a_bad_record(
    bad: dict[str, object], schema: jsonschema.Draft202012Validator
) -> None:
    assert not schema.is_valid(json.loads(collection(bad)))


def test_the_schema_explains_every_word(schema: jsonschema.Draft202012Validator) -> None:
    assert isinstance(schema.schema, Mapping)
    kinds = schema.schema["$defs"]["Event"]["properties"]["kind"]["oneOf"]
    assert [kind["const"] for kind in kinds] == ["incident", "context"]
    assert all(kind["title"] and kind["description"] for kind in kinds)


SPARSE: list[dict[str, object]] = [
    {"title": "A ship was reported boarded", "when": "2023-11-19"},
    {"title": "x", "when": "2023-11", "sources": ["https://news.example/a"], "radius_m": 60_000},
    {"title": "x", "when": "2023", "claims": [{"stance": "denies", "actor": "y", "summary": "z"}]},
]


@pytest.mark.parametrize("properties", SPARSE)
def test_the_schema_accepts_what_the_reader_does(
    properties: dict[str, object], schema: jsonschema.Draft202012Validator
) -> None:
    feature = {"type": "Feature", "id": "ship", "geometry": None, "properties": properties}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    assert list(schema.iter_errors(json.loads(text))) == []
    assert parse_events(text.encode()).rejected == ()


@pytest.mark.parametrize(
    ("kind", "path"), [("story", "story.json"), ("briefing", "briefings/kremlin.json")]
)
def test_story_and_briefing_have_a_schema_too(
    kind: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", kind]) == 0
    printed = json.loads(capsys.readouterr().out)
    shipped = json.loads((SHIPPED.parent / path).read_text("utf-8"))
    jsonschema.Draft202012Validator(printed).validate(shipped)
