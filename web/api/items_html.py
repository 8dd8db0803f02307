"""The pages of events to read: a table of those that were found, and one event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from urllib.parse import quote

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pydantic_core import from_json, to_json
from starlette.requests import Request

from geo.border import distance_words
from geo.link.link import Link, build_address
from geo.publishing.export import add_computed, build_features
from geo.story.current import Current
from geo.story.view import View
from geo.summaries import count_presence
from geo.times import describe_when
from web.api.addresses import ApiLink, find_base_address, find_collection_address
from web.api.html import render_answer
from web.api.item_properties import pick_properties
from web.api.items_query import ItemsQuery

_COLUMNS = ("Event", "When", "Place", "Verification", "From the border", "Presence")


def render_items(
    request: Request,
    view: View,
    presence: pd.Series,
    page: NDArray[np.intp],
    query: ItemsQuery,
    links: Sequence[ApiLink],
) -> bytes:
    """Return a page of events as a table, with how many were found and where to go on."""
    here = find_collection_address(request)
    part = view.record.events.iloc[page]
    data = f"?data={view.link.data}" if view.link.data else ""
    addresses = [f"{here}/items/{quote(str(event), safe='')}{data}" for event in part.index]
    columns: Sequence[str] = _COLUMNS
    cells = list(_list_cells(view, part, presence))
    if query.properties is not None:
        names = sorted(query.properties - {"title"})
        columns, cells = ("title", *names), list(_list_chosen(view, part, presence, names))
    counts = count_presence(presence)
    return render_answer(
        "items",
        request,
        view.current,
        [link for link in links if link["rel"] not in ("next", "prev")],
        note=view.current.note,
        rejected=view.record.rejected_words,
        search=view.search_note.words,
        matched=counts.definite + counts.possible,
        total=len(presence),
        counts=asdict(counts),
        pages=list(_list_pages(request, view, query, links)),
        columns=columns,
        rows=list(zip(addresses, cells, strict=True)),
    )


def render_item(
    request: Request,
    current: Current,
    identity: str,
    feature: Mapping[str, object],
    links: Sequence[ApiLink],
) -> bytes:
    """Return one event as a page: what readers want most, then all that is on record."""
    event = current.record.events.loc[identity]
    label = current.story.label
    facts = [
        ("When", describe_when(event)),
        ("Place", event["place"]),
        ("Verification", label("verification", event["verification"])),
        ("Attribution", label("attribution", event["attribution"])),
    ]
    if current.record.borders:
        facts.append(("From the border", distance_words(event)))
    data = current.record.version if current.note else None
    return render_answer(
        "item",
        request,
        current,
        links,
        title=event["title"],
        note=current.note,
        on_map=build_address(Link(event=identity, data=data), base=find_base_address(request)),
        facts=facts,
        properties={"geometry": feature["geometry"], **_as_plain(feature["properties"])},
    )


def _list_pages(
    request: Request, view: View, query: ItemsQuery, links: Sequence[ApiLink]
) -> Iterator[tuple[str, str]]:
    """Yield where to go on: the pages before and after, and the map."""
    for rel, name in (("prev", "Previous page"), ("next", "Next page")):
        yield from ((name, link["href"]) for link in links if link["rel"] == rel)
    narrower = query.area is not None or query.time or query.words or query.conditions
    name = "On the map, without what it has no filter for" if narrower else "On the map"
    link = Link(view.link.filters, data=view.link.data)
    yield name, build_address(link, base=find_base_address(request))


def _list_cells(view: View, part: GeoDataFrame, presence: pd.Series) -> Iterator[list[str]]:
    for event in part.itertuples():
        yield [
            str(event.title),
            describe_when(event),
            str(event.place),
            view.story.label("verification", str(event.verification)),
            distance_words(event) if view.record.borders else "no border",
            str(presence[event.Index]),
        ]


def _list_chosen(
    view: View, part: pd.DataFrame, presence: pd.Series, names: Sequence[str]
) -> Iterator[list[str]]:
    """Yield the title and the chosen properties of each event."""
    record = view.record
    rows = record.events.index.get_indexer(part.index)
    lines = record.open_attribution_lines()
    computed = add_computed(record, rows, presence, lines)
    features = build_features(computed)
    for feature in pick_properties(features, {"title", *names}):
        properties = _as_plain(feature["properties"])
        yield [_write_cell(properties.get(name)) for name in ("title", *names)]


def _as_plain(value: object) -> dict[str, object]:
    """Return what JSON makes of properties: texts, numbers, lists and objects."""
    plain = from_json(to_json(value))
    assert isinstance(plain, dict)
    return plain


def _write_cell(value: object) -> str:
    if value is None:
        return "not on record"
    return value if isinstance(value, str) else to_json(value).decode()
