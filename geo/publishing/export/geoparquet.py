"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

import io
from collections.abc import Iterator

import pyarrow as pa
from geopandas import GeoDataFrame
from pyarrow import parquet

from geo.events.arrow import COLUMNS, file_texts, to_arrow
from geo.publishing.export.tables import Taken, events_table

# Readers skip and pack whole groups of rows: small ones cost both.
_ROWS_IN_GROUP = 10_000


def write_geoparquet(taken: Taken) -> Iterator[bytes]:
    """Yield GeoParquet that `read_events` reads as the same events, a group of rows at a time.

    What was computed stands beside the members; the provenance is metadata of the file, one key
    for each part, and as a whole under "about". A part that only fills a group yields nothing.
    The list of groups ends the file: without it, no reader opens it.
    """
    out = io.BytesIO()
    writer, waiting = None, []
    for part in taken.parts():
        table = _table(part)
        if writer is None:
            texts = file_texts(taken.view.kept_events.geometry, taken.about.texts())
            schema = _texts_where_null(table.schema).with_metadata(texts)
            writer = parquet.ParquetWriter(out, schema, compression="zstd")
        waiting.append(table.cast(schema))
        if sum(table.num_rows for table in waiting) >= _ROWS_IN_GROUP:
            writer.write_table(pa.concat_tables(waiting))
            waiting = []
        yield _taken_out(out)
    if writer is not None:
        if waiting:
            writer.write_table(pa.concat_tables(waiting))
        writer.close()
    yield _taken_out(out)


def _table(part: GeoDataFrame) -> pa.Table:
    table = events_table(part)
    known = [*COLUMNS, "geometry"]
    told = [name for name in table if name in known or name.startswith(("killed_", "injured_"))]
    return to_arrow(part, table.drop(columns=told))


def _texts_where_null(schema: pa.Schema) -> pa.Schema:
    """A column that is empty at first may yet hold a text."""
    return pa.schema(
        [
            field.with_type(pa.string()) if pa.types.is_null(field.type) else field
            for field in schema
        ]
    )


def _taken_out(out: io.BytesIO) -> bytes:
    """Return what was written so far, and forget it."""
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written
