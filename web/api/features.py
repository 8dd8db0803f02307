"""The record as OGC API - Features, Part 1 (OGC 17-069r4): its core, GeoJSON and OpenAPI 3.0."""

from datetime import UTC, datetime

import numpy as np
from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

from geo.events.event import Event
from geo.link.filters import kept
from geo.publishing.export import add_computed, build_features
from geo.story.current import Current
from geo.story.view import build_view_from_query
from web.api.answers import (
    Link,
    NotFoundError,
    answer,
    base_address,
    link,
    query_of,
    refuse_query,
)
from web.api.items_query import narrow, read_items_query
from web.api.openapi import describe_api

COLLECTION = "events"
GEOJSON = "application/geo+json"
_OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_SCHEMA = "application/schema+json"
_CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}"
    for part in ("core", "oas30", "geojson")
)
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


def landing(request: Request, current: Current) -> Response:
    """Say what is here and where to go on."""
    refuse_query(request)
    base = base_address(request)
    links = [
        link(f"{base}api/", "self", "This page"),
        link(f"{base}api/openapi.json", "service-desc", "All parameters, as OpenAPI", _OPENAPI),
        link(f"{base}api/conformance", "conformance", "Which standards are kept"),
        link(f"{base}api/collections", "data", "The collections"),
        link(base, "alternate", "The same for people", "text/html"),
    ]
    story = current.story
    content = {"title": story.title, "description": story.subtitle, "links": links}
    return answer(request, current, content)


def conformance(request: Request, current: Current) -> Response:
    """Say which parts of the standard are kept."""
    refuse_query(request)
    return answer(request, current, {"conformsTo": _CONFORMS})


def openapi(request: Request, current: Current) -> Response:
    """Describe every resource and parameter as OpenAPI 3.0."""
    refuse_query(request)
    document = describe_api(current, f"{base_address(request)}api")
    return answer(request, current, document, _OPENAPI)


def collections(request: Request, current: Current) -> Response:
    """List the collections: there is one."""
    refuse_query(request)
    links = [link(f"{base_address(request)}api/collections", "self", "This page")]
    content = {"links": links, "collections": [_collection(request, current)]}
    return answer(request, current, content)


def collection(request: Request, current: Current) -> Response:
    """Describe a collection."""
    _check_collection(request)
    refuse_query(request)
    return answer(request, current, _collection(request, current))


def schema(request: Request, current: Current) -> Response:
    """Describe the properties of an event as JSON Schema."""
    _check_collection(request)
    refuse_query(request)
    return answer(request, current, TypeAdapter(Event).json_schema(), _SCHEMA)


def items(request: Request, current: Current) -> Response:
    """Send the events that a query asks for, a page at a time, in the order of the record."""
    _check_collection(request)
    query = read_items_query(query_of(request))
    view = build_view_from_query(current, query.rest)
    presence = narrow(view, query)
    rows = np.flatnonzero(kept(presence))
    page = rows[query.offset : query.offset + query.limit]
    events = add_computed(current.record.events, current.record.events.iloc[page], presence)
    content = {
        "type": "FeatureCollection",
        "timeStamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "numberMatched": len(rows),
        "numberReturned": len(page),
        "links": _page_links(request, query.offset, query.limit, len(rows)),
        "features": build_features(events),
    }
    return answer(request, current, content, GEOJSON)


def item(request: Request, current: Current) -> Response:
    """Send one event."""
    _check_collection(request)
    refuse_query(request)
    identity, events = request.path_params["feature"], current.record.events
    if identity not in events.index:
        raise NotFoundError(f"events: found no event {identity[:100]!r}")
    view = build_view_from_query(current, {})
    [feature] = build_features(add_computed(events, events.loc[[identity]], view.presence))
    here = f"{base_address(request)}api/collections/{COLLECTION}"
    links = [
        link(f"{here}/items/{identity}", "self", "This event", GEOJSON),
        link(here, "collection", "All events"),
    ]
    return answer(request, current, {**feature, "links": links}, GEOJSON)


def _check_collection(request: Request) -> None:
    name = request.path_params["collection"]
    if name != COLLECTION:
        raise NotFoundError(f"collections: found no {name[:100]!r}, wanted {COLLECTION!r}")


def _collection(request: Request, current: Current) -> dict[str, object]:
    here = f"{base_address(request)}api/collections/{COLLECTION}"
    about = current.record.about
    links = [
        link(here, "self", "This collection"),
        link(f"{here}/items", "items", "The events", GEOJSON),
        link(f"{here}/schema", "describedby", "What their properties mean", _SCHEMA),
    ]
    return {
        "id": COLLECTION,
        "title": about.get("title", current.story.title),
        "description": current.story.subtitle,
        "attribution": about.get("attribution", ""),
        "itemType": "feature",
        "crs": [_CRS84],
        "extent": _extent(current),
        "links": links,
    }


def _extent(current: Current) -> dict[str, object]:
    """Return where and when the events lie; nothing where there is none."""
    events = current.record.events
    extent: dict[str, object] = {}
    bounds = [float(bound) for bound in events.total_bounds]
    if np.isfinite(bounds).all():
        extent["spatial"] = {"bbox": [bounds], "crs": _CRS84}
    if len(events):
        ends = [f"{end:%Y-%m-%dT%H:%M:%SZ}" for end in (events["start"].min(), events["end"].max())]
        extent["temporal"] = {"interval": [ends], "trs": _GREGORIAN}
    return extent


def _page_links(request: Request, offset: int, limit: int, matched: int) -> list[Link]:
    def page(first: int) -> str:
        return str(request.url.include_query_params(offset=first, limit=limit))

    here = f"{base_address(request)}api/collections/{COLLECTION}"
    links = [
        link(str(request.url), "self", "This page", GEOJSON),
        link(here, "collection", "The collection"),
    ]
    if offset + limit < matched:
        links.append(link(page(offset + limit), "next", "The next page", GEOJSON))
    if offset:
        links.append(link(page(max(0, offset - limit)), "prev", "The page before", GEOJSON))
    return links
