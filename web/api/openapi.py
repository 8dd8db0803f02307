"""The API described as OpenAPI 3.0: what may be asked and what comes back."""

from geo.publishing.export import FORMATS
from geo.story.current import Current
from geo.story.view import list_known_words
from web.api.openapi_parameters import (
    Schema,
    format_parameter,
    link_parameters,
    own_parameters,
    ticket_parameter,
)
from web.api.responses import API_VERSION

_TEXT: Schema = {"type": "string"}
# How surely events are in a view, and why they are not: it adds up to the record.
_PRESENCES = ("definite", "possible", "outside", "hidden")
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SEARCH: Schema = {
    **_TEXT,
    "description": "Which words of q no event has, and what was looked for instead.",
}
_REJECTED: Schema = {
    **_TEXT,
    "description": "How many events of the file could not be read, where any could not: no count "
    "of this answer has them.",
}
_NOTE: Schema = {**_TEXT, "description": "Which data these are, where they are not the newest."}
_LINKS: Schema = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}


def describe_api(current: Current, address: str) -> dict[str, object]:
    """Return the OpenAPI document of the API of a story's events, served at an address."""
    story = current.story
    known = list_known_words(current.record)
    by_link, own = link_parameters(known), own_parameters(known)
    ticket = ticket_parameter()
    of_link = [_reference("parameters", name) for name in by_link]
    of_items = [_reference("parameters", name) for name in own] + of_link
    collection = _path_parameter("collectionId", ["events"])
    feature, kind = _path_parameter("featureId"), _path_parameter("kind", list(FORMATS))
    followed = _path_parameter("ticket") | {"schema": ticket["schema"]}
    paths = {
        "/": _get("What is here", "landingPage"),
        "/conformance": _get("Which standards are kept", "conformance"),
        "/collections": _get("The collections", "collections"),
        "/collections/{collectionId}": _get("One collection", "collection", [collection]),
        "/collections/{collectionId}/schema": _get(
            "The properties of an event", "schema", [collection], "application/schema+json"
        ),
        "/collections/{collectionId}/queryables": _get(
            "By which events can be chosen", "queryables", [collection], "application/schema+json"
        ),
        "/collections/{collectionId}/items": _get(
            "Events, a page at a time", "items", [collection, *of_items], "application/geo+json"
        ),
        "/collections/{collectionId}/items/{featureId}": _get(
            "One event",
            "feature",
            [collection, feature, _reference("parameters", "data")],
            "application/geo+json",
        ),
        "/export/{kind}": _get(
            "Events as a file",
            "file",
            [kind, _reference("parameters", "ticket"), *of_link],
            *sorted({one.media_type for one in FORMATS.values()}),
        ),
        "/export/progress/{ticket}": _get("How far a file is", "progress", [followed]),
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
            "parameters": by_link | own | {"ticket": ticket, "f": format_parameter()},
            "schemas": _SCHEMAS,
            "responses": {"problem": _PROBLEM},
        },
    }


def _reference(kind: str, name: str) -> Schema:
    return {"$ref": f"#/components/{kind}/{name}"}


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
    if has_pages := answer not in ("file", "progress"):
        others = ("text/html", "text/csv") if answer == "items" else ("text/html",)
        content |= {one: {"schema": _TEXT} for one in others}
    responses: Schema = {
        "200": {"description": summary, "content": content},
        "304": {"description": "The client has it already (If-None-Match)."},
        "400": _reference("responses", "problem"),
        "404": _reference("responses", "problem"),
        "503": _reference("responses", "problem"),
    }
    if has_pages:
        parameters = [*(parameters or []), _reference("parameters", "f")]
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
        note=_NOTE,
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
        counts=_object([*_PRESENCES], **dict.fromkeys(_PRESENCES, _COUNT)),
        note=_NOTE,
        rejected=_REJECTED,
        search=_SEARCH,
    ),
    "progress": _object(
        ["total", "written", "state"],
        total=_COUNT,
        written=_COUNT,
        state={**_TEXT, "enum": ["unknown", "writing", "sent", "broken off"]},
    ),
    "problem": _object(["title", "status"], type=_TEXT, title=_TEXT, status=_COUNT, detail=_TEXT),
}
_PROBLEM: Schema = {
    "description": "What was found, and what was wanted (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}},
}
