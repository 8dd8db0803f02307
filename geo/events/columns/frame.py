"""Events as columns: from the features of a file to a GeoDataFrame, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, Literal, get_type_hints

import numpy as np
import pandas as pd
import pyarrow as pa
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pydantic import TypeAdapter
from shapely.geometry import mapping

from geo.events.columns.kinds import PLAIN
from geo.events.event import Event, Feature
from geo.events.geometry.shape_points import pick_points
from geo.events.geometry.shapes import Shapes, to_shapely
from geo.events.parts import Claim
from geo.times import load_zone, span_all_shown, to_zone

Values = Sequence[Any] | pd.Index | pd.api.extensions.ExtensionArray | NDArray[np.generic]

MEMBERS = tuple(member.name for member in fields(Event))
TERRITORY = ("recognised_country", "controlled_by")
LOCAL_TIMES = ("start_local", "end_local")
# What is found out about an event has columns next to the member that it is found from.
_COLUMNS_OF = {
    "tz": ("tz", *LOCAL_TIMES),
    "region": ("region", "lon", "lat"),
    "territory": TERRITORY,
}
COLUMNS = tuple(column for name in MEMBERS for column in _COLUMNS_OF.get(name, (name,)))
"""The columns of an events frame, besides its index (id) and its geometry."""

_MOMENTS = ("start", "end", *LOCAL_TIMES)
# Members that a file of an earlier format does not have are written only where they say something.
OPTIONAL = {one.name: one.default for one in fields(Event) if one.default is not MISSING}
_NUMBERS = {name for name, kind in PLAIN.items() if kind is float}
_CLAIMS = TypeAdapter(tuple[Claim, ...])
# Left to itself, pandas turns a missing text into NaN, which is true in an "if".
DTYPES: dict[str, Literal["str", "float64"]] = {
    name: "str" if kind is str else "float64"
    for name, kind in {**get_type_hints(Event), "id": str, "radius_m": float}.items()
    if kind in (str, float)
}


def to_frame(features: Sequence[Feature]) -> GeoDataFrame:
    """Return events as columns, one row for each feature.

    Parameters
    ----------
    features : sequence of Feature, n items

    Returns
    -------
    GeoDataFrame, n rows
        EPSG:4326, indexed by "id", with the columns of `COLUMNS`. Geometry as given, without
        heights; `lon` and `lat` are those of the point, or of a point on the line or area.
        `start` and `end` (not included) are datetime64[us, UTC]; `start_local` and `end_local`
        are the earliest and latest that the clock of the place shows meanwhile, without a zone.
        Text is of dtype str where it is never missing, else of dtype object with None; claims,
        sources and checked are tuples.
    """
    properties = [feature.properties for feature in features]
    columns: dict[str, Values] = {
        name: list(map(attrgetter(name), properties)) for name in MEMBERS if name != "territory"
    }
    for name in ("start", "end"):
        columns[name] = _to_index(columns[name])
    for name in TERRITORY:
        columns[name] = [getattr(event.territory, name) for event in properties]
    ids = [feature.id for feature in features]
    return build_frame(ids, columns, to_shapely([feature.geometry for feature in features]))


def build_frame(ids: Values, columns: Mapping[str, Values], shapes: Shapes) -> GeoDataFrame:
    """Return the frame of `to_frame` from columns of values that need no check any more.

    Parameters
    ----------
    ids : n values
    columns : mapping of name to n values
        The members, `territory` in two columns; start and end in UTC. start_local and end_local,
        where they are known already: to ask the clock of each place is the longest part.
    shapes : array of geometries, n values
    """
    index = pd.Index(ids, name="id", dtype="str")
    made = {
        name: pd.Series(columns[name], index, dtype=DTYPES.get(name, "object"))
        for name in COLUMNS
        if name in columns and name not in _MOMENTS
    }
    made |= {name: pd.Series(columns[name], index) for name in _MOMENTS if name in columns}
    if not {*LOCAL_TIMES} <= {*made}:
        shown = span_all_shown(made["start"], made["end"], made["tz"])
        made |= {name: shown[name] for name in LOCAL_TIMES}
    for name, degrees in zip(("lon", "lat"), pick_points(shapes), strict=True):
        made[name] = pd.Series(degrees, index, dtype="float64")
    return GeoDataFrame({name: made[name] for name in COLUMNS}, geometry=shapes, crs="EPSG:4326")


def _to_index(moments: Values) -> pd.DatetimeIndex:
    # Four times as fast as by pandas, which looks at every offset again.
    return pd.DatetimeIndex(pa.array(moments, pa.timestamp("us", tz="UTC")).to_pandas())


def to_features(events: GeoDataFrame) -> list[dict[str, object]]:
    """Return the features of a frame as plain values that JSON can hold, in the order of the rows.

    The way back of `to_frame`; the frame may have further columns, which are left out.
    """
    members = {name: events[name].tolist() for name in MEMBERS if name in events}
    members["start"] = _format_instants(events["start"], events["tz"])
    members["end"] = _format_instants(events["end"], events["tz"])
    for name in _NUMBERS & set(members):
        members[name] = list(map(_format_number, members[name]))
    countries = zip(*(events[name] for name in TERRITORY), strict=True)
    members["territory"] = [dict(zip(TERRITORY, pair, strict=True)) for pair in countries]
    # Members that a claim may lack are written only where they are set.
    members["claims"] = [_CLAIMS.dump_python(c, exclude_defaults=True) for c in members["claims"]]
    rows = zip(*(members[name] for name in MEMBERS), strict=True)
    geometries = (None if shape is None else mapping(shape) for shape in events.geometry)
    return [
        {
            "type": "Feature",
            "id": identity,
            "geometry": geometry,
            "properties": {
                name: value
                for name, value in zip(MEMBERS, row, strict=True)
                if name not in OPTIONAL or value != OPTIONAL[name]
            },
        }
        for identity, geometry, row in zip(events.index, geometries, rows, strict=True)
    ]


def _format_number(number: float | None) -> int | float | None:
    if number is None or number != number:
        return None
    return int(number) if number.is_integer() else number


def _format_instants(instants: pd.Series, zones: pd.Series) -> list[str]:
    """Return instants in ISO 8601 with the offset of their zone."""
    pairs = zip(instants.dt.to_pydatetime(), zones.tolist(), strict=True)
    return [to_zone(instant, load_zone(zone)).isoformat() for instant, zone in pairs]
