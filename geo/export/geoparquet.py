"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

import io
import json
from collections.abc import Iterator
from typing import get_type_hints

import pandas as pd
import pyarrow as pa
from geopandas import GeoDataFrame
from pyarrow import parquet
from pydantic import TypeAdapter

from geo.events.event import Claim, Source
from geo.export.tables import Taken, events_table

_KINDS = {bool: pa.bool_(), float | None: pa.float64(), tuple[str, ...]: pa.list_(pa.string())}
_NESTED = {"claims": Claim, "sources": Source}
# Readers skip and pack whole groups of rows: small ones cost both.
_ROWS_IN_GROUP = 10_000


def write_geoparquet(taken: Taken) -> Iterator[bytes]:
    """Yield GeoParquet, a group of rows at a time; nothing for a part that only fills a group.

    The provenance is metadata of the file, one key for each part. The list of groups ends the
    file: without it, no reader opens it.
    """
    out = io.BytesIO()
    writer, waiting = None, []
    for part in taken.parts():
        events = events_table(part)
        if writer is None:
            schema = _schema(taken, events)
            writer = parquet.ParquetWriter(out, schema, compression="zstd")
        waiting.append(_table(part, events, schema))
        if sum(table.num_rows for table in waiting) >= _ROWS_IN_GROUP:
            writer.write_table(pa.concat_tables(waiting))
            waiting = []
        yield _taken_out(out)
    if writer is not None:
        if waiting:
            writer.write_table(pa.concat_tables(waiting))
        writer.close()
    yield _taken_out(out)


def _schema(taken: Taken, events: GeoDataFrame) -> pa.Schema:
    """Return the columns, and what the file says of itself, from the first events."""
    # What GeoParquet says of the geometries, their bounds among it, is said of all of them.
    shapes = io.BytesIO()
    GeoDataFrame(geometry=taken.view.kept.geometry.array).to_parquet(shapes, index=False)
    of_shapes = parquet.read_schema(shapes)
    plain = pa.Schema.from_pandas(_plain(events), preserve_index=False)
    columns = [
        # A column that is empty at first may yet hold a text.
        field.with_type(pa.string()) if pa.types.is_null(field.type) else field
        for field in plain
    ]
    nested = [pa.field(name, pa.list_(_struct(kind))) for name, kind in _NESTED.items()]
    texts = taken.about.texts()
    return pa.schema(
        [*columns, of_shapes.field("geometry"), *nested],
        {
            **texts,
            "about": json.dumps(texts, ensure_ascii=False),
            **plain.metadata,
            b"geo": of_shapes.metadata[b"geo"],
        },
    )


def _table(part: GeoDataFrame, events: GeoDataFrame, schema: pa.Schema) -> pa.Table:
    columns = {
        name: pa.array(values, schema.field(name).type) for name, values in _plain(events).items()
    }
    columns["geometry"] = pa.array(events.geometry.to_wkb(), pa.binary())
    for name, kind in _NESTED.items():
        values = TypeAdapter(list[tuple[kind, ...]]).dump_python(list(part[name]))  # type: ignore[valid-type]
        columns[name] = pa.array(values, schema.field(name).type)
    return pa.table(columns, schema)


def _plain(events: GeoDataFrame) -> pd.DataFrame:
    return pd.DataFrame(events.drop(columns="geometry"))


def _struct(kind: type) -> pa.DataType:
    """Return the Arrow type of a claim or a source: texts, but for the few named in `_KINDS`."""
    members = get_type_hints(kind)
    return pa.struct([(name, _KINDS.get(hint, pa.string())) for name, hint in members.items()])


def _taken_out(out: io.BytesIO) -> bytes:
    """Return what was written so far, and forget it."""
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written
