"""The properties of events that a filter may name, as the answers of the API write them."""

from collections.abc import Callable, Mapping

import pandas as pd
from geopandas import GeoDataFrame

from geo.link.cql2 import Columns, Queryable, ValueKind
from geo.link.fields import FIELDS
from web.api.item_choices import FILTERS

_TEXTS = (
    "id",
    "title",
    "group",
    "event_type",
    "target_type",
    "verification",
    "attribution",
    "place",
    "region",
    "time_precision",
    "location_precision",
    "kind",
    "incident",
    "recognised_country",
    "controlled_by",
)
_KINDS: Mapping[str, ValueKind] = {
    **dict.fromkeys(_TEXTS, "text"),
    **dict.fromkeys(("radius_m", "distance_m", "low_m", "high_m"), "number"),
    "inside": "boolean",
    **dict.fromkeys(("start", "end"), "instant"),
    "geometry": "geometry",
}
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
    return {**dict.fromkeys(FIELDS, "text"), **_KINDS}


def describe_kind(kind: ValueKind) -> dict[str, object]:
    """Return the JSON Schema of a value of a kind."""
    return dict(_SCHEMAS[kind])


def list_single() -> list[str]:
    """Return the properties that are a parameter of one value; others take words with commas."""
    return [
        name
        for name, kind in list_kinds().items()
        if kind != "geometry" and name not in (*FILTERS, *FIELDS)
    ]


def read_columns(events: GeoDataFrame) -> Columns:
    """Return the columns by which events can be chosen; each is made when a filter names it."""
    return Columns(
        {name: Queryable(kind, _pick(events, name)) for name, kind in list_kinds().items()},
        length=len(events),
        whole_time=("start", "end"),
    )


def _pick(events: GeoDataFrame, name: str) -> Callable[[], pd.Series]:
    def read() -> pd.Series:
        if name == "id":
            return pd.Series(events.index)
        column: pd.Series = events[name]
        if name == "inside":
            return column.astype("boolean").mask(events["distance_m"].isna())
        return column.round(_DECIMALS) if _KINDS.get(name) == "number" else column

    return read
