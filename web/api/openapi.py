"""The API described as OpenAPI 3.0: what may be asked and what comes back."""

from collections.abc import Iterable
from itertools import permutations

import pandas as pd

from geo.events.vocabulary import VOCABULARY
from geo.link.filters import VOICES, WORD_FIELDS
from geo.link.link import WORD_PARAMETERS
from geo.publishing.export import FORMATS
from geo.story.story_file import Story
from web.api.answers import API_VERSION
from web.api.downloads import TICKET
from web.api.items_query import DEFAULT_LIMIT, MOST_LIMIT, PROPERTY_NAMES

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
# An empty value of the link's own parameters is none at all: forms send them so.
_DAY = r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_MOMENT: Schema = {**_TEXT, "pattern": rf"^({_DAY}(T([01]\d|2[0-3]):[0-5]\d)?)?$"}
_KM = r"-?\d{1,5}(\.\d{1,3})?"
_REACH: Schema = {
    **_TEXT,
    "pattern": rf"^({_KM}\.\.|\.\.{_KM}|{_KM}\.\.{_KM})?$",
    "example": "..450",
}
_INSTANT = rf"{_DAY}(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{{1,6}})?(Z|[+-](0\d|1[0-3]):[0-5]\d))?"
_TIME: Schema = {
    **_TEXT,
    "pattern": rf"^({_INSTANT}|({_INSTANT}|\.\.)?/({_INSTANT}|\.\.)?)$",
    "example": "2023-05-01/2023-05-09",
}
_TERMS: Schema = {**_TEXT, "maxLength": 200}
_TICKET: Schema = {**_TEXT, "pattern": f"^{TICKET}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_LINKS: Schema = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}
_FILE_TYPES = sorted({one.media_type for one in FORMATS.values()})
_CROSSED = [parameter for parameter, name in WORD_PARAMETERS.items() if name in WORD_FIELDS]
# What a link holds beside its filters; it may stay in an address that is copied from the app.
_OF_THE_LOOK: dict[str, tuple[str, Schema]] = {
    "colour": (
        "What the app, and KMZ, colour by.",
        {**_TEXT, "enum": ["group", "type"], "default": "group"},
    ),
    "event": ("The event that the app has selected: an id of this record; hides nothing.", _TEXT),
    "view": (
        "longitude,latitude,zoom of the app's map; hides nothing.",
        {**_TEXT, "example": "37.62,55.75,9"},
    ),
    "known": ("The app shows claims as known at this moment; hides no event.", _MOMENT),
    "briefing": ("The briefing that the app has open; hides nothing.", _TERMS),
    "step": ("Its step; hides nothing.", {**_TEXT, "pattern": r"^([1-9]\d{0,2})?$"}),
    "data": (
        "The version of the data that the link was made with; hides nothing.",
        {**_TEXT, "pattern": "^([0-9a-f]{12})?$"},
    ),
    "stack": (
        "What the app's bars are split by; hides nothing.",
        {**_TEXT, "enum": ["group", "type", "verification"]},
    ),
    "cross": (
        "Two different fields of the app's table, with a comma; hides nothing.",
        {**_TEXT, "enum": [f"{one},{other}" for one, other in permutations(_CROSSED, 2)]},
    ),
    "compare": ("What the app sets beside the view; hides nothing.", _TEXT),
    "span": (
        "Days before and after the app's event; hides nothing.",
        {**_TEXT, "pattern": r"^([1-9]\d{0,3})?$"},
    ),
}


def describe_api(story: Story, events: pd.DataFrame, address: str) -> dict[str, object]:
    """Return the OpenAPI document of the API of a story's events, served at an address."""
    by_link = {str(parameter["name"]): parameter for parameter in _link_parameters(events)}
    own = {str(parameter["name"]): parameter for parameter in _own_parameters()}
    of_link = [_reference("parameters", name) for name in by_link]
    of_items = [_reference("parameters", name) for name in own] + of_link
    collection = _path_parameter("collectionId", ["events"])
    feature, kind = _path_parameter("featureId"), _path_parameter("kind", list(FORMATS))
    ticket = _path_parameter("ticket") | {"schema": _TICKET}
    paths = {
        "/": _get("What is here", "landingPage"),
        "/conformance": _get("Which standards are kept", "conformance"),
        "/collections": _get("The collections", "collections"),
        "/collections/{collectionId}": _get("One collection", "collection", [collection]),
        "/collections/{collectionId}/schema": _get(
            "The properties of an event", "schema", [collection], "application/schema+json"
        ),
        "/collections/{collectionId}/items": _get(
            "Events, a page at a time", "items", [collection, *of_items], "application/geo+json"
        ),
        "/collections/{collectionId}/items/{featureId}": _get(
            "One event", "feature", [collection, feature], "application/geo+json"
        ),
        "/export/{kind}": _get(
            "Events as a file",
            "file",
            [kind, _reference("parameters", "ticket"), *of_link],
            *_FILE_TYPES,
        ),
        "/export/progress/{ticket}": _get("How far a file is", "progress", [ticket]),
    }
    return {
        "openapi": "3.0.3",
        "info": {
            "title": story.title,
            "description": f"{story.subtitle} Read-only. Every account is its speaker's.".strip(),
            "version": API_VERSION,
        },
        "servers": [{"url": address}],
        "paths": paths,
        "components": {
            "parameters": by_link | own | {"ticket": _FOLLOWED},
            "schemas": _SCHEMAS,
            "responses": {"problem": _PROBLEM},
        },
    }


def _reference(kind: str, name: str) -> Schema:
    return {"$ref": f"#/components/{kind}/{name}"}


def _link_parameters(events: pd.DataFrame) -> Iterable[Schema]:
    moment = "a day such as 2023-05-03, or a minute such as 2023-05-03T02:27"
    yield _parameter("from", f"First moment: {moment}, on the clock that zone names.", _MOMENT)
    yield _parameter("to", f"Last moment: {moment}. A day is included whole.", _MOMENT)
    yield _parameter(
        "zone", "Whose clock from and to are on.", {"type": "string", "enum": ["place", "utc"]}
    )
    words: dict[str, Iterable[str]] = {**VOCABULARY, "voices": VOICES}
    # Of these the record knows its own words, and no others.
    words |= {name: sorted(events[name].dropna().unique()) for name in ("group", "region")}
    for parameter, name in WORD_PARAMETERS.items():
        one = {"type": "string", "enum": list(words[name])} if words.get(name) else _TEXT
        yield _parameter(
            parameter,
            f"Keep events with one of these words as {name}; repeat it for several.",
            {"type": "array", "items": one},
            allowEmptyValue=True,
        )
    reach = "Kilometres from the border, such as 100..450; ..450 and 100.. leave an end open."
    yield _parameter("reach", reach, _REACH)
    yield _parameter("q", "Words that must be found, in any case and accents.", _TERMS)
    for name, (description, schema) in _OF_THE_LOOK.items():
        yield _parameter(name, description, schema)


def _own_parameters() -> Iterable[Schema]:
    box = (
        "west,south,east,north in degrees, WGS 84; west > east across 180 degrees. With six "
        "numbers, heights are passed over. Places count as given, whatever their radius_m."
    )
    number: Schema = {"type": "number"}
    yield _parameter(
        "bbox",
        box,
        {"type": "array", "minItems": 4, "maxItems": 6, "items": number},
        explode=False,
    )
    time = (
        "An instant, a day in UTC, or two of them with / between; .. leaves an end open. Events "
        "whose interval overlaps it are sent; those only in part within it are possible."
    )
    yield _parameter("datetime", time, _TIME, explode=False)
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_LIMIT, "default": DEFAULT_LIMIT}
    yield _parameter("limit", "Events on a page.", limit, explode=False)
    yield _parameter("offset", "Events to pass over.", {**_COUNT, "default": 0})
    for name, parameter in PROPERTY_NAMES.items():
        one = {"type": "string", "enum": list(VOCABULARY[name])}
        yield _parameter(
            name,
            f"The same as {parameter}, by its property.",
            {"type": "array", "items": one},
            allowEmptyValue=True,
        )


def _parameter(
    name: str, description: str, schema: Schema, explode: bool = True, **more: bool
) -> Schema:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": False,
        "schema": schema,
        "style": "form",
        "explode": explode,
        **more,
    }


_FOLLOWED = _parameter(
    "ticket",
    "A word of your choice, new for each file: /export/progress/ticket then says how far it is.",
    _TICKET,
)


def _path_parameter(name: str, words: list[str] | None = None) -> Schema:
    schema = {**_TEXT, "enum": words} if words else _TEXT
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _get(
    summary: str,
    answer: str,
    parameters: list[Schema] | None = None,
    *media_types: str,
) -> Schema:
    """Return the one operation of a path; `answer` names it, and its schema where it has one."""
    schema: Schema = {"type": "object"}
    if answer in _SCHEMAS:
        schema = _reference("schemas", answer)
    elif answer == "file":
        schema = {}
    content = {one: {"schema": schema} for one in media_types or ("application/json",)}
    responses: Schema = {
        "200": {"description": summary, "content": content},
        "304": {"description": "The client has it already (If-None-Match)."},
        "400": _reference("responses", "problem"),
        "404": _reference("responses", "problem"),
        "503": _reference("responses", "problem"),
    }
    operation = {"operationId": answer, "summary": summary, "responses": responses}
    return {"get": operation | ({"parameters": parameters} if parameters else {})}


def _object(required: list[str], **properties: Schema) -> Schema:
    return {"type": "object", "required": required, "properties": properties}


_SCHEMAS: dict[str, Schema] = {
    "link": _object(["href", "rel"], href=_TEXT, rel=_TEXT, type=_TEXT, title=_TEXT),
    "landingPage": _object(["links"], title=_TEXT, description=_TEXT, links=_LINKS),
    "conformance": _object(["conformsTo"], conformsTo={"type": "array", "items": _TEXT}),
    "collection": _object(["id", "links"], id=_TEXT, title=_TEXT, links=_LINKS),
    "collections": _object(
        ["links", "collections"],
        links=_LINKS,
        collections={"type": "array", "items": {"$ref": "#/components/schemas/collection"}},
    ),
    "feature": _object(
        ["type", "id", "geometry", "properties"],
        type={"type": "string", "enum": ["Feature"]},
        id=_TEXT,
        geometry={"type": "object", "nullable": True},
        properties={"type": "object", "description": "See /collections/events/schema."},
        links=_LINKS,
    ),
    "items": _object(
        ["type", "features"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        features={"type": "array", "items": {"$ref": "#/components/schemas/feature"}},
        links=_LINKS,
        timeStamp={"type": "string", "format": "date-time"},
        numberMatched=_COUNT,
        numberReturned=_COUNT,
    ),
    "progress": _object(
        ["total", "written", "state"],
        total=_COUNT,
        written=_COUNT,
        state={**_TEXT, "enum": ["writing", "sent", "broken off"]},
    ),
    "problem": _object(["title", "status"], type=_TEXT, title=_TEXT, status=_COUNT, detail=_TEXT),
}
_PROBLEM: Schema = {
    "description": "What was found, and what was wanted (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}},
}
