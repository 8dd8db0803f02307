"""The record as OGC API - Features, Part 1 (OGC 17-069r4): its core, GeoJSON and OpenAPI 3.0."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict
from datetime import UTC, datetime

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from geo.events.schema import describe_event
from geo.link.filters import is_kept
from geo.publishing.export import add_computed, build_features, find_reported_under
from geo.story.current import Current
from geo.story.view import build_view_from_query
from geo.summaries import count_presence
from web.api.as_given import CRS84
from web.api.item_choices import pick_properties, sort_rows
from web.api.items_query import narrow, read_items_query
from web.api.openapi import describe_api
from web.api.queryables import CONFORMS, QUERYABLES, describe_queryables
from web.api.responses import (
    ApiLink,
    NotFoundError,
    find_base_address,
    make_link,
    read_query,
    refuse_query,
    respond,
    respond_in_pieces,
)

COLLECTION = "events"
# So many events are written in some 50 ms, in which no other request is answered.
_AT_ONCE = 250
GEOJSON = "application/geo+json"
_OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_SCHEMA = "application/schema+json"
_CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}"
    for part in ("core", "oas30", "geojson")
)
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


def send_landing(request: Request, current: Current) -> Response:
    """Send the landing page: what is here and where to continue."""
    refuse_query(request)
    base = find_base_address(request)
    links = [
        make_link(f"{base}api/", "self", "This page"),
        make_link(
            f"{base}api/openapi.json", "service-desc", "All parameters, as OpenAPI", _OPENAPI
        ),
        make_link(f"{base}api/conformance", "conformance", "Conformance classes"),
        make_link(f"{base}api/collections", "data", "The collections"),
        make_link(base, "alternate", "The app", "text/html"),
    ]
    story = current.story
    content = {"title": story.title, "description": story.subtitle, "links": links}
    return respond(request, current, content)


def send_conformance(request: Request, current: Current) -> Response:
    """Send which parts of the standard the API conforms to."""
    refuse_query(request)
    return respond(request, current, {"conformsTo": (*_CONFORMS, *CONFORMS)})


def send_openapi(request: Request, current: Current) -> Response:
    """Send a description of every resource and parameter as OpenAPI 3.0."""
    refuse_query(request)
    document = describe_api(current, f"{find_base_address(request)}api")
    return respond(request, current, document, _OPENAPI)


def send_collections(request: Request, current: Current) -> Response:
    """Send the list of collections, of which there is one."""
    refuse_query(request)
    links = [make_link(f"{find_base_address(request)}api/collections", "self", "This page")]
    content = {"links": links, "collections": [_collection(request, current)]}
    return respond(request, current, content)


def send_collection(request: Request, current: Current) -> Response:
    """Send the description of a collection."""
    _check_collection(request)
    refuse_query(request)
    return respond(request, current, _collection(request, current))


def send_schema(request: Request, current: Current) -> Response:
    """Send the properties of an event as JSON Schema."""
    _check_collection(request)
    refuse_query(request)
    return respond(request, current, describe_event(current.story.vocabulary), _SCHEMA)


def send_queryables(request: Request, current: Current) -> Response:
    """Send the properties by which events can be chosen as JSON Schema."""
    _check_collection(request)
    refuse_query(request)
    document = describe_queryables(current, _queryables_address(request))
    return respond(request, current, document, _SCHEMA)


def _queryables_address(request: Request) -> str:
    return f"{find_base_address(request)}api/collections/{COLLECTION}/queryables"


def send_items(request: Request, current: Current) -> Response:
    """Send the events that a query asks for, a page at a time, as the record has them or sorted."""
    _check_collection(request)
    query = read_items_query(read_query(request), current.record)
    view = build_view_from_query(current, query.rest)
    presence = narrow(view, query)
    rows = sort_rows(current.record.events, np.flatnonzero(is_kept(presence)), query.order)
    page = rows[query.offset : query.offset + query.limit]
    content = {
        "type": "FeatureCollection",
        "timeStamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "numberMatched": len(rows),
        "numberReturned": len(page),
        "counts": asdict(count_presence(presence)),
        **_note(current),
        **({"search": words} if (words := view.search_note.words) else {}),
        "links": _page_links(request, query.offset, query.limit, len(rows)),
    }
    headers = {"link": f'<{_queryables_address(request)}>; rel="{QUERYABLES}"'}
    pieces = _write_page(content, current.record.events, page, presence, query.properties)
    if len(page) <= _AT_ONCE:
        return respond(request, current, b"".join(pieces), GEOJSON, headers)
    return respond_in_pieces(request, current, pieces, GEOJSON, headers)


def _write_page(
    content: Mapping[str, object],
    events: GeoDataFrame,
    page: NDArray[np.intp],
    presence: pd.Series,
    wanted: Set[str] | None,
) -> Iterator[bytes]:
    """Yield a page of events as JSON, a few events at a time."""
    reported_under = find_reported_under(events) if len(page) else {}
    yield to_json(content).removesuffix(b"}") + b',"features":['
    for first in range(0, len(page), _AT_ONCE):
        part = events.iloc[page[first : first + _AT_ONCE]]
        computed = add_computed(events, part, presence, reported_under)
        features = pick_properties(build_features(computed), wanted)
        yield (b"," if first else b"") + to_json(features)[1:-1]
    yield b"]}"


def send_item(request: Request, current: Current) -> Response:
    """Send one event, of the version of the data that the query names."""
    _check_collection(request)
    refuse_query(request, but="data")
    identity, events = request.path_params["feature"], current.record.events
    if identity not in events.index:
        raise NotFoundError(f"events: found no event {identity[:100]!r}")
    view = build_view_from_query(current, {})
    [feature] = build_features(add_computed(events, events.loc[[identity]], view.presence))
    here = f"{find_base_address(request)}api/collections/{COLLECTION}"
    query = f"?{request.url.query}" if request.url.query else ""
    links = [
        make_link(f"{here}/items/{identity}{query}", "self", "This event", GEOJSON),
        make_link(here, "collection", "All events"),
    ]
    return respond(request, current, {**feature, **_note(current), "links": links}, GEOJSON)


def _note(current: Current) -> dict[str, str]:
    """Return the member that says which data these are, where they are not the newest."""
    return {"note": current.note} if current.note else {}


def _check_collection(request: Request) -> None:
    name = request.path_params["collection"]
    if name != COLLECTION:
        raise NotFoundError(f"collections: found no {name[:100]!r}, wanted {COLLECTION!r}")


def _collection(request: Request, current: Current) -> dict[str, object]:
    here = f"{find_base_address(request)}api/collections/{COLLECTION}"
    about = current.record.about
    links = [
        make_link(here, "self", "This collection"),
        make_link(f"{here}/items", "items", "The events", GEOJSON),
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
        "extent": _extent(current),
        "links": links,
    }


def _extent(current: Current) -> dict[str, object]:
    """Return where and when the events lie; empty without events."""
    events = current.record.events
    extent: dict[str, object] = {}
    bounds = [float(bound) for bound in events.total_bounds]
    if np.isfinite(bounds).all():
        extent["spatial"] = {"bbox": [bounds], "crs": CRS84}
    if len(events):
        ends = [f"{end:%Y-%m-%dT%H:%M:%SZ}" for end in (events["start"].min(), events["end"].max())]
        extent["temporal"] = {"interval": [ends], "trs": _GREGORIAN}
    return extent


def _page_links(request: Request, offset: int, limit: int, matched: int) -> list[ApiLink]:
    here = f"{find_base_address(request)}api/collections/{COLLECTION}"
    this_page = request.url.replace(scheme="", netloc="", path="", fragment="")

    def page(first: int) -> str:
        return f"{here}/items{this_page.include_query_params(offset=first, limit=limit)}"

    links = [
        make_link(f"{here}/items{this_page}", "self", "This page", GEOJSON),
        make_link(here, "collection", "The collection"),
    ]
    if offset + limit < matched:
        links.append(make_link(page(offset + limit), "next", "The next page", GEOJSON))
    if offset:
        links.append(make_link(page(max(0, offset - limit)), "prev", "The previous page", GEOJSON))
    return links
