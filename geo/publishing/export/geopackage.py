"""Events as a GeoPackage: a layer of events, tables of claims and sources, and what they mean."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from geopandas import GeoDataFrame

from geo.publishing.export.codebook import tabulate_codebook
from geo.publishing.export.selection import Export
from geo.publishing.export.tables import (
    tabulate_claims,
    tabulate_events,
    tabulate_provenance,
    tabulate_sources,
)

_CHUNK = 2**20


def write_geopackage(export: Export) -> Iterator[bytes]:
    """Yield a GeoPackage with events (WGS 84), claims, sources, about and a codebook.

    Yields no bytes for each part that is written, then the whole file: it is a database, whose
    first page changes with each row.
    """
    import pyogrio

    # A layer has one type of geometry; a mix of points and areas is "Unknown".
    kinds = set(export.view.kept_events.geometry.geom_type.dropna())
    kind = kinds.pop() if len(kinds) == 1 else "Unknown"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.gpkg"
        about = {"dataset_metadata": export.about.texts()}
        for part in export.parts():
            is_new = not path.exists()
            events = GeoDataFrame(tabulate_events(part), geometry=part.geometry.array)
            pyogrio.write_dataframe(
                events,
                path,
                layer="events",
                geometry_type=kind,
                append=not is_new,
                **(about if is_new else {}),
            )
            tables = {"claims": tabulate_claims(part), "sources": tabulate_sources(part)}
            for name, table in tables.items():
                pyogrio.write_dataframe(table, path, layer=name, append=True)
            columns = {"events": list(events), **{name: list(tables[name]) for name in tables}}
            yield b""
        last = {
            "about": tabulate_provenance(export.about),
            "codebook": tabulate_codebook(columns, export.view.record.vocabulary),
        }
        for name, table in last.items():
            pyogrio.write_dataframe(table, path, layer=name, append=True)
        written = path.with_name("written.gpkg")
        _write_anew(path, written, export.about.moment)
        yield from read_chunks(written)


def _write_anew(path: Path, to: Path, moment: datetime) -> None:
    """Write a file without the time and the number of the transactions that made it."""
    text = f"{moment:%Y-%m-%dT%H:%M:%S.000Z}"
    with closing(sqlite3.connect(path)) as database:
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
