"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

import io
import json
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from geopandas import GeoDataFrame
from pyarrow import parquet

from geo.events.columns.arrow import FILE_COLUMNS, describe_file, to_arrow
from geo.publishing.export.codebook import describe_column
from geo.publishing.export.selection import Export
from geo.publishing.export.table_pieces import fill_types, read_piece_tables, write_tables
from geo.publishing.export.tables import tabulate_events

# Readers skip whole groups of rows, writers compress them: small groups do both worse.
ROWS_IN_GROUP = 10_000


_BOUNDS = ("xmin", "ymin", "xmax", "ymax")
_BBOX = pa.struct([(name, pa.float64()) for name in _BOUNDS])


def write_geoparquet(export: Export) -> Iterator[bytes]:
    """Yield GeoParquet 1.1 that `read_events` reads as the same events, a group of rows at a time.

    Computed columns follow the members of the event; each column says in its metadata what it
    means. The bounds of each geometry are a column of their own, and where there are several
    groups, their rows follow a curve that keeps near places together: readers of a box skip the
    groups beside it. The provenance is metadata of the file: one key for each part, and the whole
    under "about". A part that only fills a group yields no bytes. The list of groups ends the
    file: without it, no reader opens it.
    """
    out = io.BytesIO()
    writer, waiting = None, []
    for rows in export.split(_sort_by_place(export)):
        (table,) = read_piece_tables(export.write_part("parquet", _write_part, rows))
        export.on_progress(len(rows))
        if writer is None:
            schema = _describe_columns(table.schema).with_metadata(_describe_file(export))
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


def _sort_by_place(export: Export) -> np.ndarray:
    """Return the rows along a Hilbert curve where there are several groups; without place last."""
    if len(export.rows) <= ROWS_IN_GROUP:
        return export.rows
    shapes = export.view.record.events.geometry.iloc[export.rows]
    placed = (shapes.notna() & ~shapes.is_empty).to_numpy()
    order = np.argsort(shapes[placed].hilbert_distance().to_numpy(), kind="stable")
    return np.concatenate([export.rows[placed][order], export.rows[~placed]])


def _write_part(part: GeoDataFrame) -> bytes:
    arrow = to_arrow(part, tabulate_events(part, leave_out=(*FILE_COLUMNS, "wkt")))
    arrow = arrow.append_column(pa.field("refiled_claims", pa.string()), _write_refiled(part))
    return write_tables(arrow.append_column(pa.field("bbox", _BBOX), _measure_boxes(part)))


def _write_refiled(part: GeoDataFrame) -> pa.Array:
    """Return what moved claims are called in the record, as "id=address" with spaces between."""
    moved = part["refiled_claims"] if "refiled_claims" in part else [None] * len(part)
    texts = [" ".join(map("=".join, others.items())) if others else None for others in moved]
    return pa.array(texts, pa.string())


def _measure_boxes(part: GeoDataFrame) -> pa.Array:
    bounds = part.geometry.bounds.to_numpy()
    columns = [pa.array(bounds[:, number]) for number in range(len(_BOUNDS))]
    return pa.StructArray.from_arrays(
        columns, fields=list(_BBOX), mask=pa.array(np.isnan(bounds[:, 0]))
    )


def _describe_file(export: Export) -> dict[bytes, bytes]:
    """Return the metadata of the file; it names the column that covers the geometry."""
    texts = describe_file(export.view.kept_events.geometry, export.about.texts())
    geo = json.loads(texts[b"geo"])
    geo["version"] = "1.1.0"
    covering = {name: ["bbox", name] for name in _BOUNDS}
    geo["columns"]["geometry"]["covering"] = {"bbox": covering}
    return texts | {b"geo": json.dumps(geo).encode()}


def _describe_columns(schema: pa.Schema) -> pa.Schema:
    """Return a schema that says what each column means; an empty one may still hold texts."""
    return pa.schema(
        [
            field.with_metadata({"description": describe_column("events", field.name)})
            for field in fill_types(schema)
        ]
    )


def _drain(out: io.BytesIO) -> bytes:
    """Return what was written since the last call."""
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written
