"""The JSON Schema of a file of events: the model, with what may be missing and what each means."""

from typing import Any

from pydantic import TypeAdapter

from geo.events.event import FeatureCollection
from geo.events.guide import EVENT, PARTS

Schema = dict[str, Any]


def build_schema() -> Schema:
    """Return the JSON Schema of what `read_events` reads: full records and sparse ones."""
    schema = TypeAdapter(FeatureCollection).json_schema()
    for name, (entries, defaults, required) in PARTS.items():
        part = schema["$defs"][name]
        part["required"] = list(required)
        for member, words in part["properties"].items():
            if member in entries:
                words["description"] = entries[member].meaning
            if member in defaults:
                words["default"] = defaults[member]
    event = schema["$defs"]["Event"]
    event["properties"]["when"] = {"type": "string", "description": EVENT["when"].meaning}
    event["oneOf"] = [{"required": ["when"]}, {"required": ["start", "end"]}]
    sources = event["properties"]["sources"]
    sources["items"] = {"anyOf": [{"type": "string", "format": "uri"}, sources["items"]]}
    schema["$defs"]["Feature"]["required"] = ["type", "id", "properties"]
    return schema
