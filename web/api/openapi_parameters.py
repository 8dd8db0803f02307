"""The parameters of the API as OpenAPI 3.0: those of the link, made from its rows, and its own."""

from geo.events.vocabulary import VOCABULARY
from geo.link.link import Link, write_texts
from geo.link.parameter import LONGEST, KnownWords, Parameter
from geo.link.parameters import list_parameters
from geo.publishing.export.codebook import describe_column
from web.api.crs_parameters import CRS84, CRS84_NAMES
from web.api.downloads import TICKET
from web.api.event_columns import (
    describe_kind,
    list_by_words,
    list_kinds,
    list_single,
    list_sortable,
)
from web.api.formats import FORMAT_NAMES
from web.api.item_filters import FILTER_LANGUAGES
from web.api.item_properties import PROPERTIES
from web.api.item_time import TIME_PATTERN
from web.api.items_query import DEFAULT_LIMIT, MOST_LIMIT, list_property_names
from web.api.link_parameters import list_link_parameters

Schema = dict[str, object]

_TIME: Schema = {
    "type": "string",
    "pattern": f"^({TIME_PATTERN})$",
    "example": "2023-11-01/2023-11-19",
}
_CRS: Schema = {"type": "string", "enum": list(CRS84_NAMES), "default": CRS84}
_ONLY_CRS84 = "only OGC:CRS84 is supported."
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FILTER = (
    "A condition in CQL2 on the queryables, such as region = 'Lau' AND radius_m < 500. It joins "
    "all other parameters with AND. With T_ functions on INTERVAL(start, end), events that may "
    "match are kept as possible."
)


def link_parameters(known_words: KnownWords) -> dict[str, Schema]:
    """Return the parameters of the link, by name; `known_words` are the record's own words."""
    names = list_link_parameters()
    return {row.name: _of_link(row, known_words) for row in list_parameters() if row.name in names}


def _of_link(row: Parameter, known_words: KnownWords) -> Schema:
    description = row.help if row.chooses_events else f"{row.help} Hides nothing."
    if row.repeated:
        description += " Several may be given at once, with commas."
    return _parameter(row.name, description, _schema(row, known_words), allowEmptyValue=True)


def _schema(row: Parameter, known_words: KnownWords) -> Schema:
    # The ids of all events are too many to list.
    words = row.words(known_words) if row.known_as != "event" else None
    one: Schema = {"type": "string"}
    if words:
        one["enum"] = sorted(words) if row.known_as in known_words else list(words)
    elif row.pattern:
        # An empty value counts as missing: forms send them.
        one |= {"pattern": f"^({row.pattern})?$", "example": row.example}
    elif not row.repeated:
        one |= {"maxLength": LONGEST, "example": row.example}
    if row.repeated:
        return {"type": "array", "items": one}
    default = write_texts(Link(), row)
    return {**one, "default": default[0]} if words and default else one


def own_parameters(known_words: KnownWords) -> dict[str, Schema]:
    """Return the parameters that the API has beside those of the link, by name."""
    box = (
        "west,south,east,north in degrees, WGS 84; west > east across 180 degrees. With six "
        "numbers, heights are ignored. Places count as given, whatever their radius_m."
    )
    time = (
        "An instant, a day in UTC, or two of them with / between; .. leaves an end open. Events "
        "whose interval overlaps it are sent; those only in part within it are possible."
    )
    corners: Schema = {
        "type": "array",
        "oneOf": [{"minItems": number, "maxItems": number} for number in (4, 6)],
        "items": {"type": "number"},
    }
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_LIMIT, "default": DEFAULT_LIMIT}
    rows = {row.name: row for row in list_parameters()}
    return {
        "bbox": _parameter("bbox", box, corners, explode=False),
        "datetime": _parameter("datetime", time, _TIME, explode=False),
        "limit": _parameter("limit", "Events on a page.", limit, explode=False),
        "offset": _parameter("offset", "Number of events to skip.", {**_COUNT, "default": 0}),
        "sortby": _parameter(
            "sortby",
            "Properties to sort by, with commas; - before one for descending order. "
            "What is missing comes last.",
            _list_of(f"[+-]?({'|'.join(list_sortable())})"),
            explode=False,
        ),
        "properties": _parameter(
            "properties",
            "The properties that the answer holds, with commas; all of them by default.",
            {"type": "array", "items": {"type": "string", "enum": sorted(PROPERTIES)}},
            explode=False,
        ),
        **{
            name: _parameter(
                name,
                "Words of this property to keep, with commas between.",
                {"type": "array", "items": _words_of(name)},
                explode=False,
            )
            for name in list_by_words()
        },
        **{
            name: _parameter(name, f"A value to keep. {meaning}", schema)
            for name, meaning, schema in _values()
        },
        "filter": _parameter("filter", _FILTER, {"type": "string", "example": "radius_m < 500"}),
        "filter-lang": _parameter("filter-lang", "The language of the filter.", _language()),
        "filter-crs": _parameter("filter-crs", f"CRS of shapes in the filter; {_ONLY_CRS84}", _CRS),
        "crs": _parameter("crs", f"CRS of the response; {_ONLY_CRS84}", _CRS),
        "bbox-crs": _parameter("bbox-crs", f"CRS of bbox; {_ONLY_CRS84}", _CRS),
        **{
            field.column: _parameter(
                field.column,
                f"The same as {field.parameter}, by its property: use one of the two.",
                _schema(rows[field.parameter], known_words),
                allowEmptyValue=True,
            )
            for field in list_property_names()
        },
    }


def _values() -> list[tuple[str, str, Schema]]:
    """Return name, meaning and schema of each property that is a parameter of one value."""
    kinds = list_kinds()
    return [
        (name, describe_column("events", name), describe_kind(kinds[name]))
        for name in list_single()
    ]


def _language() -> Schema:
    return {"type": "string", "enum": list(FILTER_LANGUAGES), "default": FILTER_LANGUAGES[0]}


def _words_of(name: str) -> Schema:
    words = VOCABULARY.get(name)
    return {"type": "string", **({"enum": list(words)} if words else {})}


def _list_of(pattern: str) -> Schema:
    return {"type": "array", "items": {"type": "string", "pattern": f"^{pattern}$"}}


def format_parameter() -> Schema:
    """Return the parameter that names the format of a response."""
    schema: Schema = {"type": "string", "enum": list(FORMAT_NAMES)}
    return _parameter(
        "f",
        "The format: json (GeoJSON for events; geojson means the same), html, or csv (items only). "
        "Without it, the header Accept decides.",
        schema,
    )


def ticket_parameter() -> Schema:
    """Return the parameter by which a client can follow the progress of a download."""
    description = "A unique name for this download; /export/progress/{ticket} reports its progress."
    return _parameter("ticket", description, {"type": "string", "pattern": f"^{TICKET}$"})


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
