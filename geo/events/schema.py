"""The JSON Schema of a file of events: the model, with what may be missing and what each means."""

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaValue

from geo.events.event import Event, FeatureCollection
from geo.events.fields import list_choices
from geo.events.guide import EVENT, PART_GUIDES
from geo.events.vocabulary import VOCABULARY, Vocabulary


def build_event_schema(vocabulary: Vocabulary = VOCABULARY) -> JsonSchemaValue:
    """Return the JSON Schema of the properties of a full event, with the words of a story."""
    schema = TypeAdapter(Event).json_schema()
    _put_words(schema, vocabulary)
    return schema


def _put_words(event: JsonSchemaValue, vocabulary: Vocabulary) -> None:
    """Put the words of a story in place of those that every story has."""
    for field in vocabulary.declared_in:
        event["properties"][field]["oneOf"] = list_choices(vocabulary[field])


def build_schema(vocabulary: Vocabulary = VOCABULARY) -> JsonSchemaValue:
    """Return the JSON Schema of what `read_events` reads: full events and sparse ones.

    Parameters
    ----------
    vocabulary : Vocabulary
        `Story.vocabulary` for the events of one story.
    """
    schema = TypeAdapter(FeatureCollection).json_schema()
    _put_words(schema["$defs"]["Event"], vocabulary)
    for name, (entries, defaults, required) in PART_GUIDES.items():
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
