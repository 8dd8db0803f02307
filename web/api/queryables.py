"""The properties by which events can be chosen, as OGC API - Features, Part 3 lists them."""

from geo.events.guide import EVENT
from geo.events.vocabulary import VOCABULARY
from geo.link.fields import FIELDS
from geo.link.parameters import list_parameters
from geo.publishing.export.codebook import describe_column
from geo.story.current import Current
from geo.story.view import known_words
from web.api.item_choices import FILTERS

QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{part}"
    for part in ("queryables", "queryables-query-parameters")
)


def describe_queryables(current: Current, address: str) -> dict[str, object]:
    """Return the JSON Schema of the properties that are parameters of the items, by name.

    Parameters
    ----------
    current : Current
        Its record has words of its own.
    address : str
        Of this resource.
    """
    known = known_words(current.record)
    rows = {row.name: row for row in list_parameters()}
    words = {
        column: sorted(rows[field.parameter].words(known) or ()) for column, field in FIELDS.items()
    }
    events = current.record.events
    words |= {
        name: sorted(VOCABULARY.get(name) or set(events[name].dropna().astype(str)))
        for name in FILTERS
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": current.record.about.get("title", current.story.title),
        "description": "Each is a parameter of the items; several words stand with commas.",
        "properties": {name: _describe(name, found) for name, found in words.items()},
        "additionalProperties": False,
    }


def _describe(name: str, words: list[str]) -> dict[str, object]:
    title = FIELDS[name].title if name in FIELDS else name.replace("_", " ").capitalize()
    meaning = EVENT[name].meaning if name in EVENT else describe_column("events", name)
    schema: dict[str, object] = {"title": title, "description": meaning, "type": "string"}
    # A schema may list no words, but not an empty list of them.
    return schema | ({"enum": words} if words else {})
