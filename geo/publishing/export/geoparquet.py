"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

import io
from collections.abc import Iterator

import pyarrow as pa
from geopandas import GeoDataFrame
from pyarrow import parquet

from geo.events.arrow import COLUMNS, describe_file, to_arrow
from geo.publishing.export.selection import Export
from geo.publishing.export.tables import tabulate_events

# Readers skip whole groups of rows, writers compress them: small groups do both worse.
ROWS_IN_GROUP = 10_000


def write_geoparquet(export: Export) -> Iterator[bytes]:
    """Yield GeoParquet that `read_events` reads as the same events, a group of rows at a time.

    Computed columns follow the members of the event. The provenance is metadata of the file: one
    key for each part, and the whole under "about". A part that only fills a group yields no bytes.
    The list of groups ends the file: without it, no reader opens it.
    """
    out = io.BytesIO()
    writer, waiting = None, []
    for part in export.parts():
        table = _table(part)
        if writer is None:
            texts = describe_file(export.view.kept_events.geometry, export.about.texts())
            schema = _replace_null_types(table.schema).with_metadata(texts)
            writer = parquet.ParquetWriter(out, schema, compression="zstd")
        waiting.append(table.cast(schema))
        if sum(table.num_rows for table in waiting) >= ROWS_IN_GROUP:
            writer.write_table(pa.concat_tables(waiting))
            waiting = []
        yield _drain(out)
    if writer is not None:
        if waiting:
            writer.write_table(pa.concat_tables(waiting))
        writer.close()
    yield _drain(out)


def _table(part: GeoDataFrame) -> pa.Table:
    table = tabulate_events(part)
    known = [*COLUMNS, "geometry"]
    written = [name for name in table if name in known or name.startswith(("killed_", "injured_"))]
    return to_arrow(part, table.drop(columns=written))


def _replace_null_types(schema: pa.Schema) -> pa.Schema:
    """Return a schema in which a column that is empty so far may still hold texts."""
    return pa.schema(
        [
            field.with_type(pa.string()) if pa.types.is_null(field.type) else field
            for field in schema
        ]
    )


def _drain(out: io.BytesIO) -> bytes:
    """Return what was written since the last call."""
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written
