"""Which events a client asks for: the link's grammar, and the parameters of OGC API - Features."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoSeries
from numpy.typing import NDArray
from shapely import Geometry

from geo.errors import LinkError, Problem, quote
from geo.link.cql2 import Tree
from geo.link.cql2.shapes import build_area, copy_across_180
from geo.link.fields import FIELDS, WordField
from geo.link.filters import is_kept
from geo.link.query_reader import Query
from geo.story.record import Record
from geo.story.view import View, list_known_words
from geo.times import Range, choose_presence, judge_membership
from web.api.crs_parameters import CRS_PARAMETERS, drop_format_and_crs
from web.api.doubtful_places import is_surely_within
from web.api.event_columns import list_by_words, list_single
from web.api.item_filters import apply_conditions, read_filter, read_property_words, read_values
from web.api.item_properties import read_properties
from web.api.item_sorting import read_order
from web.api.item_time import read_datetime
from web.api.link_parameters import list_link_parameters, split_lists
from web.limits import ROWS

DEFAULT_LIMIT, MOST_LIMIT = 100, ROWS.most
ITEM_PARAMETERS = (
    "limit",
    "offset",
    "bbox",
    "datetime",
    "sortby",
    "properties",
    "filter",
    "filter-lang",
)
_BOX_WANTED = "west,south,east,north in degrees (west > east across 180)"


@dataclass(frozen=True)
class ItemsQuery:
    """A request for events.

    Attributes
    ----------
    rest : dict
        What is left for the link's grammar.
    limit, offset : int
    area : Geometry or None
        Where events must lie, in lon, lat, with its copies 360 degrees east and west.
    time : Range or None
        In UTC.
    words : dict of str to set of str
        The words to keep of properties that the link's grammar does not have.
    conditions : tuple of Tree
        The filter in CQL2, and values of properties.
    order : tuple of (str, bool)
        The properties to sort by, each with whether it rises.
    properties : set of str or None
        Those that the answer holds; None for all.
    """

    rest: dict[str, list[str]]
    limit: int
    offset: int
    area: Geometry | None
    time: Range | None
    words: dict[str, frozenset[str]]
    conditions: tuple[Tree, ...]
    order: tuple[tuple[str, bool], ...]
    properties: frozenset[str] | None


def read_items_query(query: dict[str, list[str]], record: Record) -> ItemsQuery:
    """Return a query as it is understood; the record has words of its own.

    Raises
    ------
    LinkError
        If a parameter that the link's grammar does not have cannot be used, with what was found
        and wanted.
    """
    query = drop_format_and_crs(query)
    own = {name: _only(name, query.get(name, [])) for name in ITEM_PARAMETERS}
    ours = {*ITEM_PARAMETERS, *list_by_words(), *list_single()}
    rest = {name: values for name, values in query.items() if name not in ours}
    if twice := [*_find_second_names(rest)]:
        raise LinkError(*twice)
    for field in list_property_names():
        if values := rest.pop(field.column, []):
            rest[field.parameter] = rest.get(field.parameter, []) + values
    return ItemsQuery(
        rest=split_lists(rest, list_known_words(record)),
        limit=min(_whole("limit", own["limit"], DEFAULT_LIMIT, least=1), MOST_LIMIT),
        offset=_whole("offset", own["offset"], 0, least=0),
        area=None if own["bbox"] is None else _read_area(own["bbox"]),
        time=None if own["datetime"] is None else read_datetime(own["datetime"]),
        words=read_property_words(query, record.events),
        conditions=read_filter(own["filter"], own["filter-lang"]) + read_values(query),
        order=read_order(own["sortby"]),
        properties=read_properties(own["properties"]),
    )


def list_item_parameters() -> list[str]:
    """Return every parameter that a request for events may have."""
    return [
        "f",
        *CRS_PARAMETERS,
        *ITEM_PARAMETERS,
        *list_by_words(),
        *list_single(),
        *(field.column for field in list_property_names()),
        *list_link_parameters(),
    ]


def list_property_names() -> list[WordField]:
    """Return the fields that may be named by their property, besides the link's shorter name."""
    return [field for field in FIELDS.values() if field.column != field.parameter]


def _find_second_names(query: Query) -> Iterator[Problem]:
    """Yield each filter that is asked for by both of its names: one would widen the other."""
    for field in list_property_names():
        names = sorted((field.column, field.parameter))
        if all(any(query.get(name, ())) for name in names):
            wanted = "once: they are two names of one filter"
            yield Problem(", ".join(names), f"{len(names)} times", wanted)


def narrow(view: View, query: ItemsQuery) -> pd.Series:
    """Return the presence of each event of a view, narrowed to an area, a time and conditions.

    An event whose interval only overlaps the time is possible, as with any range of dates. So is
    one whose place is not known in an area, since Part 1 of the standard wants it sent too, and
    one whose place is in the area but may as well be beside it. One beside the area is not kept,
    though it may lie in it: the standard wants only geometries that meet the box.
    """
    presence, events = view.presence, view.record.events
    time = judge_membership(events, query.time, "utc")
    may, surely = apply_conditions(query.conditions, events, view.record.planar)
    if query.area is not None:
        unknown = events.geometry.isna().to_numpy()
        inside = _find_inside(view.record.planar, query.area)
        may &= inside | unknown
        surely[inside] &= is_surely_within(events.loc[inside], query.area)
        surely &= ~unknown
    for name, words in query.words.items():
        may &= events[name].isin(words).to_numpy(bool)
    shown = is_kept(presence)
    return choose_presence(
        {
            "hidden": (presence == "hidden") | shown & ~may,
            "outside": (presence == "outside") | shown & (time == "outside"),
            "possible": (presence == "possible") | (time == "possible") | ~surely,
        },
        "definite",
        events.index,
    )


def _find_inside(places: GeoSeries, area: Geometry) -> NDArray[np.bool_]:
    """Return which places an area of boxes touches."""
    # The tree is made once for a record, at the first request for a box. By itself it compares
    # bounds: of a box and a point, that is all there is to compare.
    rows = np.unique(places.sindex.query(shapely.get_parts(area))[1])
    shapes = places.to_numpy()[rows]
    other = shapely.get_type_id(shapes) != shapely.GeometryType.POINT
    touched = np.ones(len(rows), bool)
    touched[other] = shapely.intersects(area, shapes[other])
    inside = np.zeros(len(places), bool)
    inside[rows[touched]] = True
    return inside


def _only(name: str, values: list[str]) -> str | None:
    if len(values) > 1:
        raise LinkError(f"{name}: found {len(values)} times, wanted once")
    return values[0] if values else None


def _whole(name: str, text: str | None, default: int, least: int) -> int:
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
        raise LinkError(f"{name}: found {quote(text)}, wanted a whole number from {least}")
    return int(text)


def _read_area(text: str) -> Geometry:
    parts = text.split(",")
    if not all(re.fullmatch(r"\s*[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?\s*", part) for part in parts):
        raise LinkError(f"bbox: found {quote(text)}, wanted {_BOX_WANTED}")
    numbers = [float(part) for part in parts]
    if len(numbers) not in (4, 6):
        raise LinkError(f"bbox: found {len(parts)} numbers, wanted {_BOX_WANTED}")
    area = build_area(numbers)
    if area is None:
        raise LinkError(f"bbox: found {quote(text)}, wanted {_BOX_WANTED}")
    return shapely.union_all([area, *copy_across_180(area)])
