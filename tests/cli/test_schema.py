"""The printed JSON Schema accepts good files and rejects bad records."""

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

from geo.cli.main import main
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
