"""Events as a GeoPackage: a layer of events, tables of claims and sources, and what they mean."""

import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from geopandas import GeoDataFrame

from geo.publishing.export.codebook import tabulate_codebook
from geo.publishing.export.selection import Export
from geo.publishing.export.table_pieces import fill_types, read_piece_tables, write_tables
from geo.publishing.export.tables import (
    tabulate_claims,
    tabulate_events,
    tabulate_provenance,
    tabulate_sources,
)

_CHUNK = 2**20
# A database takes as long to open as a thousand rows to write.
ROWS_AT_ONCE = 10_000
# A temporary file need not outlive a power cut: waiting for the disk takes more than half the time.
_WAITS_FOR_DISK = "OGR_SQLITE_SYNCHRONOUS"
# The setting is that of the whole process: who restores it must be who changed it.
_one_at_a_time = threading.Lock()
_LAYERS = ("events", "claims", "sources")
_GEOMETRY = "geometry"
_WITH_PLACES = {"geometry_name": _GEOMETRY, "crs": "EPSG:4326"}


def write_geopackage(export: Export) -> Iterator[bytes]:
    """Yield a GeoPackage with events (WGS 84), claims, sources, about and a codebook.

    Yields no bytes for each part that is written, then the whole file: it is a database, whose
    first page changes with each row.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.gpkg"
        # Every layer is there, without a row, where no event is.
        tables = read_piece_tables(_write_part(export.take(export.rows[:0])))
        columns = dict(zip(_LAYERS, (table.column_names for table in tables), strict=True))
        kind = _find_kind(export)
        _append(path, [tables], kind, export.about.texts())
        waiting: list[list[pa.Table]] = []
        for rows in export.split():
            if sum(events.num_rows for events, *_ in waiting) >= ROWS_AT_ONCE:
                _append(path, waiting, kind)
                waiting = []
            waiting.append(read_piece_tables(export.write_part("gpkg", _write_part, rows)))
            export.on_progress(len(rows))
            yield b""
        _append(path, waiting, kind)
        last = {
            "about": tabulate_provenance(export.about),
            "codebook": tabulate_codebook(columns, export.view.story),
        }
        for name, texts in last.items():
            _write_layer(path, name, pa.Table.from_pandas(texts, preserve_index=False))
        written = path.with_name("written.gpkg")
        _write_anew(path, written, export.about.moment)
        yield from read_chunks(written)


def _find_kind(export: Export) -> str:
    """Return the one type of geometry that a layer has; a mix of points and areas is "Unknown"."""
    kinds = set(export.view.kept_events.geometry.geom_type.dropna())
    return kinds.pop() if len(kinds) == 1 else "Unknown"


def _append(
    path: Path,
    parts: Sequence[Sequence[pa.Table]],
    kind: str,
    about: Mapping[str, str] | None = None,
) -> None:
    """Append parts of the events to the layers of a file, which begins with what it is about."""
    for name, tables in zip(_LAYERS, zip(*parts, strict=True), strict=True):
        is_first = about is not None and name == "events"
        options = {"dataset_metadata": about} if is_first else {}
        places = _WITH_PLACES | {"geometry_type": kind} if name == "events" else {}
        _write_layer(path, name, pa.concat_tables(tables), append=not is_first, **options, **places)


def _write_layer(
    path: Path, name: str, table: pa.Table, *, append: bool = True, **options: object
) -> None:
    # Loaded with its first use: no page of a server needs it.
    import pyogrio

    plain = table.cast(fill_types(table.schema)).replace_schema_metadata()
    with _one_at_a_time:
        before = pyogrio.get_gdal_config_option(_WAITS_FOR_DISK)
        pyogrio.set_gdal_config_options({_WAITS_FOR_DISK: "OFF"})
        try:
            pyogrio.write_arrow(plain, path, layer=name, driver="GPKG", append=append, **options)
        finally:
            pyogrio.set_gdal_config_options({_WAITS_FOR_DISK: before})


def _write_part(part: GeoDataFrame) -> bytes:
    """Return the rows of each layer of some events."""
    tables = (tabulate_events(part, ["wkt"]), tabulate_claims(part), tabulate_sources(part))
    events, claims, sources = (pa.Table.from_pandas(each, preserve_index=False) for each in tables)
    shapes = pa.array(part.geometry.to_wkb().tolist(), pa.binary())
    events = events.append_column(pa.field(_GEOMETRY, pa.binary()), shapes)
    return write_tables(*(each.cast(fill_types(each.schema)) for each in (events, claims, sources)))


def _write_anew(path: Path, to: Path, moment: datetime) -> None:
    """Write a file without the time and the number of the transactions that made it."""
    text = f"{moment:%Y-%m-%dT%H:%M:%S.000Z}"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("UPDATE gpkg_contents SET last_change = ?", [text])
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", [text])
        database.commit()
        # SQLite counts the transactions of a file, and GDAL needs one more where a second passes.
        database.execute("VACUUM INTO ?", [str(to)])


def read_chunks(path: Path) -> Iterator[bytes]:
    """Yield a file piece by piece."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
