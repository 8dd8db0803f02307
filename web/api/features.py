"""The record as OGC API - Features, Part 1 (OGC 17-069r4): what there is beside its events."""

import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from geo.errors import quote
from geo.events.schema import build_event_schema
from geo.story.current import Current
from geo.times import format_instant
from web.api.addresses import (
    COLLECTION,
    find_base_address,
    find_collection_address,
    link_to_page,
    make_link,
)
from web.api.crs_parameters import CRS84
from web.api.formats import CSV, HTML, MEDIA_TYPES
from web.api.openapi import describe_api
from web.api.queryables import CONFORMS, QUERYABLES, describe_queryables
from web.api.responses import NotFoundError, read_request_query, refuse_others, respond_document

GEOJSON = "application/geo+json"
_OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_SCHEMA = "application/schema+json"
_CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}"
    for part in ("core", "oas30", "geojson", "html")
)
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


def send_landing(request: Request, current: Current) -> Response:
    """Send the landing page: what is here and where to continue."""
    refuse_others(read_request_query(request))
    base = find_base_address(request)
    definition = f"{base}api/openapi.json"
    links = [
        make_link(f"{base}api/", "self", "This page"),
        make_link(f"{base}api/collections", "data", "The collections"),
        make_link(definition, "service-desc", "All parameters, as OpenAPI", _OPENAPI),
        link_to_page(definition, "service-doc", "All parameters, to read"),
        make_link(f"{base}api/conformance", "conformance", "Conformance classes"),
        make_link(base, "related", "The app", MEDIA_TYPES[HTML][0]),
    ]
    story = current.story
    content = {"title": story.title, "description": story.subtitle, "links": links}
    return respond_document(request, current, content)


def send_conformance(request: Request, current: Current) -> Response:
    """Send which parts of the standard the API conforms to."""
    refuse_others(read_request_query(request))
    return respond_document(request, current, {"conformsTo": (*_CONFORMS, *CONFORMS)})


def send_openapi(request: Request, current: Current) -> Response:
    """Send a description of every resource and parameter as OpenAPI 3.0."""
    refuse_others(read_request_query(request))
    document = describe_api(current, f"{find_base_address(request)}api")
    return respond_document(request, current, document, _OPENAPI)


def send_collections(request: Request, current: Current) -> Response:
    """Send the list of collections: there is one."""
    refuse_others(read_request_query(request))
    links = [
        make_link(f"{find_base_address(request)}api/collections", "self", "This page"),
        make_link(find_collection_address(request), "item", "The events"),
    ]
    content = {"links": links, "collections": [_describe_collection(request, current)]}
    return respond_document(request, current, content)


def send_collection(request: Request, current: Current) -> Response:
    """Send the description of a collection."""
    check_collection(request)
    refuse_others(read_request_query(request))
    return respond_document(request, current, _describe_collection(request, current))


def send_schema(request: Request, current: Current) -> Response:
    """Send the properties of an event as JSON Schema."""
    check_collection(request)
    refuse_others(read_request_query(request))
    return respond_document(request, current, build_event_schema(current.story.vocabulary), _SCHEMA)


def send_queryables(request: Request, current: Current) -> Response:
    """Send the properties by which events can be chosen as JSON Schema."""
    check_collection(request)
    refuse_others(read_request_query(request))
    address = f"{find_collection_address(request)}/queryables"
    return respond_document(request, current, describe_queryables(current, address), _SCHEMA)


def check_collection(request: Request) -> None:
    """Raise NotFoundError if a path names a collection that does not exist."""
    name = request.path_params["collection"]
    if name != COLLECTION:
        raise NotFoundError(f"collections: found no {quote(name)}, wanted {COLLECTION!r}")


def _describe_collection(request: Request, current: Current) -> dict[str, object]:
    here = find_collection_address(request)
    about = current.record.about
    links = [
        make_link(here, "self", "This collection"),
        make_link(f"{here}/items", "items", "The events", GEOJSON),
        link_to_page(f"{here}/items", "items", "The events, to read"),
        make_link(f"{here}/items?f={CSV}", "items", "The events as CSV", MEDIA_TYPES[CSV][0]),
        make_link(f"{here}/schema", "describedby", "What their properties mean", _SCHEMA),
        make_link(f"{here}/queryables", QUERYABLES, "By which they can be chosen", _SCHEMA),
    ]
    return {
        "id": COLLECTION,
        "title": about.get("title", current.story.title),
        "description": current.story.subtitle,
        "attribution": about.get("attribution", ""),
        "itemType": "feature",
        "crs": [CRS84],
        "extent": _describe_extent(current),
        "links": links,
    }


def _describe_extent(current: Current) -> dict[str, object]:
    """Return where and when the events lie; empty without events."""
    events = current.record.events
    extent: dict[str, object] = {}
    bounds = [float(bound) for bound in events.total_bounds]
    if np.isfinite(bounds).all():
        extent["spatial"] = {"bbox": [bounds], "crs": CRS84}
    if len(events):
        ends = [*map(format_instant, (events["start"].min(), events["end"].max()))]
        extent["temporal"] = {"interval": [ends], "trs": _GREGORIAN}
    return extent
