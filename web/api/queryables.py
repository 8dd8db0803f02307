"""The properties by which events can be chosen, as OGC API - Features, Part 3 lists them."""

from geo.events.guide import EVENT
from geo.events.vocabulary import VOCABULARY
from geo.link.cql2 import ValueKind
from geo.link.fields import FIELDS
from geo.link.parameters import list_parameters
from geo.publishing.export.codebook import describe_column
from geo.story.current import Current
from geo.story.view import list_known_words
from web.api.event_columns import describe_kind, list_by_words, list_kinds

QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
CONFORMS = (
    *(
        f"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{part}"
        for part in ("queryables", "queryables-query-parameters", "filter", "features-filter")
    ),
    *(
        f"http://www.opengis.net/spec/cql2/1.0/conf/{part}"
        for part in (
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "accent-insensitive-comparison",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
            "spatial-functions",
        )
    ),
)


def describe_queryables(current: Current, address: str) -> dict[str, object]:
    """Return the JSON Schema of the properties that a filter may name.

    Parameters
    ----------
    current : Current
        Its record has words of its own.
    address : str
        Of this resource.
    """
    known = list_known_words(current.record)
    rows = {row.name: row for row in list_parameters()}
    words = {
        column: sorted(rows[field.parameter].words(known) or ()) for column, field in FIELDS.items()
    }
    events = current.record.events
    words |= {
        name: sorted(VOCABULARY.get(name) or set(events[name].dropna().astype(str)))
        for name in list_by_words()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": current.record.about.get("title", current.story.title),
        "description": "What a filter may name. Each but geometry is a parameter of the items too; "
        "where words are listed, several are given with commas.",
        "properties": {
            name: _describe(name, kind, words.get(name, [])) for name, kind in list_kinds().items()
        },
        "additionalProperties": False,
    }


def _describe(name: str, kind: ValueKind, words: list[str]) -> dict[str, object]:
    title = FIELDS[name].title if name in FIELDS else name.replace("_", " ").capitalize()
    meaning = describe_column("events", name) or EVENT[name].meaning
    schema: dict[str, object] = {"title": title, "description": meaning, **describe_kind(kind)}
    # A schema may list no words, but not an empty list of them.
    return schema | ({"enum": words} if words else {})
