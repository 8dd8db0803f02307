"""The events that a query asks for, a page at a time, and one event: as JSON, to read, as CSV."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict, replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from geo.errors import quote
from geo.link.filters import is_kept
from geo.publishing.export import add_computed, build_features
from geo.story.current import Current
from geo.story.old_versions import describe_gone
from geo.story.record import Record
from geo.story.view import build_view_from_query
from geo.summaries import count_presence
from geo.times import format_instant
from web.api.addresses import (
    COLLECTION,
    ApiLink,
    find_collection_address,
    find_own_address,
    list_alternates,
    make_link,
)
from web.api.features import GEOJSON, check_collection
from web.api.formats import CSV, HTML, ITEM_FORMATS, MEDIA_TYPES, PAGE_FORMATS, choose_format
from web.api.item_properties import pick_properties
from web.api.item_sorting import sort_rows
from web.api.items_csv import write_csv
from web.api.items_html import render_item, render_items
from web.api.items_query import list_item_parameters, narrow, read_items_query
from web.api.queryables import QUERYABLES
from web.api.responses import (
    NotFoundError,
    read_request_query,
    refuse_others,
    respond,
    respond_in_pieces,
)

# Writing so many events takes some 50 ms, while no other request is answered.
_AT_ONCE = 250
# A page to read is not written in pieces.
_MOST_READ = 1_000


def send_items(request: Request, current: Current) -> Response:
    """Send the events that a query asks for, a page at a time, as the record has them or sorted."""
    check_collection(request)
    format_ = choose_format(request, ITEM_FORMATS)
    query = read_items_query(read_request_query(request), current.record)
    refuse_others(query.rest, list_item_parameters())
    limit = min(query.limit, _MOST_READ) if format_ == HTML else query.limit
    view = build_view_from_query(current, query.rest)
    presence = narrow(view, query)
    events = current.record.events
    rows = sort_rows(events, np.flatnonzero(is_kept(presence).to_numpy()), query.order)
    page = rows[query.offset : query.offset + limit]
    links = _list_links(request, format_, query.offset, limit, len(rows))
    headers = {"link": f'<{find_collection_address(request)}/queryables>; rel="{QUERYABLES}"'}
    if format_ == CSV:
        headers["link"] += "".join(
            f', <{link["href"]}>; rel="{link["rel"]}"' for link in links if link["rel"] == "next"
        )
        pieces = write_csv(request, view, presence, page, query)
        return respond_in_pieces(request, current, pieces, MEDIA_TYPES[CSV][0], headers, format_)
    content = {
        "type": "FeatureCollection",
        "timeStamp": format_instant(datetime.now(UTC).replace(microsecond=0)),
        "numberMatched": len(rows),
        "numberReturned": len(page),
        "counts": asdict(count_presence(presence)),
        **_note(current),
        **({"rejected": words} if (words := current.record.rejected_words) else {}),
        **({"search": words} if (words := view.search_note.words) else {}),
        "links": links,
    }
    if format_ == HTML:
        body = render_items(request, view, presence, page, query, links)
        return respond(request, current, body, MEDIA_TYPES[HTML][0], headers, format_)
    pieces = _write_page(content, current.record, page, presence, query.properties)
    if len(page) <= _AT_ONCE:
        return respond(request, current, b"".join(pieces), GEOJSON, headers, format_)
    return respond_in_pieces(request, current, pieces, GEOJSON, headers, format_)


def send_item(request: Request, current: Current) -> Response:
    """Send one event, of the version of the data that the query names."""
    check_collection(request)
    refuse_others(read_request_query(request), ("data", "f"))
    format_ = choose_format(request)
    identity, events = request.path_params["feature"], current.record.events
    if identity not in events.index:
        wanted = "the id of an event of the record"
        raise NotFoundError(f"{COLLECTION}: found no event {quote(identity)}, wanted {wanted}")
    # The note may have too many events to name this one.
    if said := describe_gone(current, identity):
        current = replace(current, note=f"{current.note} {said}")
    view = build_view_from_query(current, {})
    lines = current.record.open_attribution_lines()
    rows = np.array([events.index.get_loc(identity)])
    computed = add_computed(current.record, rows, view.presence, lines)
    [feature] = build_features(computed)
    links = [
        make_link(find_own_address(request), "self", "This event", GEOJSON),
        make_link(find_collection_address(request), "collection", "All events"),
        *list_alternates(request, format_, PAGE_FORMATS, GEOJSON),
    ]
    if format_ == HTML:
        body = render_item(request, current, identity, feature, links)
        return respond(request, current, body, MEDIA_TYPES[HTML][0], format_=format_)
    content = {**feature, **_note(current), "links": links}
    return respond(request, current, to_json(content), GEOJSON, format_=format_)


def _write_page(
    content: Mapping[str, object],
    record: Record,
    page: NDArray[np.intp],
    presence: pd.Series,
    wanted: Set[str] | None,
) -> Iterator[bytes]:
    """Yield a page of events as JSON, a few events at a time."""
    lines = record.open_attribution_lines()
    yield to_json(content).removesuffix(b"}") + b',"features":['
    for first in range(0, len(page), _AT_ONCE):
        rows = page[first : first + _AT_ONCE]
        computed = add_computed(record, rows, presence, lines)
        features = pick_properties(build_features(computed), wanted)
        yield (b"," if first else b"") + to_json(features)[1:-1]
    yield b"]}"


def _note(current: Current) -> dict[str, str]:
    """Return the member that says which data these are, where they are not the newest."""
    return {"note": current.note} if current.note else {}


def _list_links(
    request: Request, format_: str, offset: int, limit: int, matched: int
) -> list[ApiLink]:
    media_type = GEOJSON if format_ not in (HTML, CSV) else MEDIA_TYPES[format_][0]

    def page(first: int, rel: str, title: str) -> ApiLink:
        address = find_own_address(request, offset=first, limit=limit)
        return make_link(address, rel, title, media_type)

    links = [
        make_link(find_own_address(request), "self", "This page", media_type),
        make_link(find_collection_address(request), "collection", "The collection"),
        *list_alternates(request, format_, ITEM_FORMATS, GEOJSON),
    ]
    if offset + limit < matched:
        links.append(page(offset + limit, "next", "The next page"))
    if offset:
        links.append(page(max(0, offset - limit), "prev", "The previous page"))
    return links
