"""The properties of events that a filter may name, as the answers of the API write them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd
from geopandas import GeoDataFrame, GeoSeries

from geo.link.cql2 import Columns, Queryable, ValueKind
from geo.link.fields import FIELDS


class Property(NamedTuple):
    """A property of events that a filter may name; as a parameter it takes a value, or words."""

    name: str
    kind: ValueKind = "text"
    by_words: bool = False


# A row, and a property can be named by filters, as a parameter, and to sort by.
_PROPERTIES = (
    Property("id"),
    Property("title"),
    Property("group"),
    Property("event_type"),
    Property("target_type"),
    Property("verification"),
    Property("attribution"),
    Property("place"),
    Property("region"),
    Property("time_precision", by_words=True),
    Property("location_precision", by_words=True),
    Property("kind", by_words=True),
    Property("incident", by_words=True),
    Property("recognised_country", by_words=True),
    Property("controlled_by", by_words=True),
    Property("radius_m", "number"),
    Property("distance_m", "number"),
    Property("low_m", "number"),
    Property("high_m", "number"),
    Property("inside", "boolean"),
    Property("start", "instant"),
    Property("end", "instant"),
    Property("geometry", "geometry"),
)
_SORTED: tuple[ValueKind, ...] = ("text", "number", "instant")
_SCHEMAS: Mapping[ValueKind, dict[str, object]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "instant": {"type": "string", "format": "date-time"},
    "geometry": {"format": "geometry-any"},
}
# Answers have millimetres: what they state can be queried.
_DECIMALS = 3


def list_kinds() -> dict[str, ValueKind]:
    """Return what each property that a filter may name is; every field of words is a text."""
    return {**dict.fromkeys(FIELDS, "text"), **{one.name: one.kind for one in _PROPERTIES}}


def list_sortable() -> list[str]:
    """Return the properties by which events can be sorted."""
    return [name for name, kind in list_kinds().items() if kind in _SORTED]


def list_by_words() -> list[str]:
    """Return the properties that take words, beside those that the link has a parameter for."""
    return [one.name for one in _PROPERTIES if one.by_words and one.name not in FIELDS]


def describe_kind(kind: ValueKind) -> dict[str, object]:
    """Return the JSON Schema of a value of a kind."""
    return dict(_SCHEMAS[kind])


def list_single() -> list[str]:
    """Return the properties that are a parameter of one value; others take words with commas."""
    words = (*list_by_words(), *FIELDS)
    return [name for name, kind in list_kinds().items() if kind != "geometry" and name not in words]


def read_columns(events: GeoDataFrame, places: GeoSeries) -> Columns:
    """Return the columns by which events can be chosen; each is made when a filter names it.

    `places` are the geometries as they are compared, on a flat map.
    """
    return Columns(
        {name: Queryable(kind, _pick(events, places, name)) for name, kind in list_kinds().items()},
        length=len(events),
        whole_time=("start", "end"),
    )


def _pick(events: GeoDataFrame, places: GeoSeries, name: str) -> Callable[[], pd.Series]:
    def read() -> pd.Series:
        if name == "id":
            return pd.Series(events.index)
        column: pd.Series = places if name == "geometry" else events[name]
        if name == "inside":
            return column.astype("boolean").mask(events["distance_m"].isna())
        return column.round(_DECIMALS) if list_kinds()[name] == "number" else column

    return read
