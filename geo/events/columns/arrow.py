"""Events as an Arrow table: the columns of a GeoParquet file, with the types of the one model."""

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from typing import get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
from geopandas import GeoDataFrame, GeoSeries
from pyarrow import parquet

from geo.events.actor import ACTOR_DEFAULTS, Actor
from geo.events.columns.column import build_checker
from geo.events.columns.frame import DTYPES, MEMBERS, OPTIONAL, TERRITORY
from geo.events.columns.kinds import MEMBER_TYPES, strip_kind
from geo.events.columns.shared_values import find_shared
from geo.events.parts import Casualties, Claim, Source
from geo.events.sparse.defaults import DEFAULTS

FILE_COLUMNS = ("id", *(name for name in MEMBERS if name != "territory"), *TERRITORY)
PART_TYPES = {"claims": Claim, "sources": Source, "killed": Casualties, "injured": Casualties}
INSTANTS = ("start", "end")
_ARROW: dict[object, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    datetime: pa.timestamp("us", "UTC"),
}
_DEFAULTS = {**DEFAULTS, **OPTIONAL}
EMPTY: dict[str, object] = {
    name: () if (default := _DEFAULTS.get(name)) == [] else default for name in FILE_COLUMNS
}
"""The value in each row of a column that a file lacks; those of `WORKED_OUT` differ by row."""
WORKED_OUT = (*INSTANTS, "tz", "time_precision", "place", "location_precision", "radius_m")


def to_arrow(events: GeoDataFrame, computed: pd.DataFrame | None = None) -> pa.Table:
    """Return events as a table that `geo.events.reading.geoparquet.rows` reads as the same events.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        Columns as `read_events` gives them.
    computed : DataFrame, n rows, optional
        Further columns.

    Returns
    -------
    Table, n rows
        With the geometry as WKB, the last column.
    """
    # Without the geometry: a frame that has one looks for it at each access to a column.
    plain = pd.DataFrame(events)
    arrays = {"id": pa.array(events.index, pa.string())}
    arrays |= {name: _array(plain, name) for name in FILE_COLUMNS[1:]}
    if computed is not None:
        further = pa.Table.from_pandas(computed, preserve_index=False)
        arrays |= {name: further.column(name) for name in further.column_names}
    arrays["geometry"] = pa.array(events.geometry.to_wkb().tolist(), pa.binary())
    return pa.table(arrays)


def describe_file(shapes: GeoSeries, about: Mapping[str, str]) -> dict[bytes, bytes]:
    """Return what a GeoParquet file says of itself: of its geometries, and the texts at its top."""
    # geopandas knows the terms in which geometries are described, their bounds among them.
    plain = io.BytesIO()
    GeoDataFrame(geometry=shapes.reset_index(drop=True)).to_parquet(plain, index=False)
    return {
        **{name.encode(): text.encode() for name, text in about.items()},
        b"about": json.dumps(dict(about), ensure_ascii=False).encode(),
        b"geo": parquet.read_schema(plain).metadata[b"geo"],
    }


def _array(events: pd.DataFrame, name: str) -> pa.Array:
    if name in DTYPES or name in INSTANTS:
        # An unknown place has no radius. It is written as null: readers reject NaN.
        return pa.array(events[name], find_type(name), from_pandas=name == "radius_m")
    if name not in PART_TYPES:
        return pa.array(events[name].tolist(), find_type(name))
    shared = find_shared(events, [name])
    few = events[name].iloc[shared.first].tolist()
    values = build_checker(MEMBER_TYPES[name]).dump_python(few)
    if name == "claims":
        _complete_actors(values)
    return pa.array(values, find_type(name)).take(pa.array(shared.codes))


def _complete_actors(claims: Iterable[Iterable[dict[str, object]]]) -> None:
    """Write each actor in full: a column has one type, so a name is a structure without more."""
    for claim in chain.from_iterable(claims):
        actor = claim["actor"]
        claim["actor"] = ACTOR_DEFAULTS | (actor if isinstance(actor, dict) else {"name": actor})


@cache
def find_type(name: str) -> pa.DataType:
    """Return the type of the column of a member."""
    return _to_arrow(MEMBER_TYPES[name])


def _to_arrow(kind: object) -> pa.DataType:
    plain = strip_kind(kind)
    if get_origin(plain) is tuple:
        return pa.list_(_to_arrow(get_args(plain)[0]))
    return _build_struct(plain) if is_dataclass(plain) else _ARROW[plain]


def _build_struct(part: object) -> pa.DataType:
    kinds = get_type_hints(part, include_extras=True)
    if part is Claim:
        # A column has one type, so that a speaker is never a plain name.
        kinds["actor"] = Actor
    return pa.struct([(name, _to_arrow(kind)) for name, kind in kinds.items()])
