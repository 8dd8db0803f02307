"""Events as a GeoPackage: a layer of events, and tables of claims, sources and provenance."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyogrio

from geo.publishing.export.tables import (
    Taken,
    about_table,
    claims_table,
    events_table,
    sources_table,
)

_CHUNK = 2**20


def write_geopackage(taken: Taken) -> Iterator[bytes]:
    """Yield a GeoPackage with events (WGS 84), claims, sources and about.

    Yields nothing for each part that is written, then the whole: the file is a data base, whose
    first page changes with each row.
    """
    # A layer has one type of geometry; that of points and areas together has no name.
    kinds = set(taken.view.kept_events.geometry.geom_type.dropna())
    kind = kinds.pop() if len(kinds) == 1 else "Unknown"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.gpkg"
        about = {"dataset_metadata": taken.about.texts()}
        for part in taken.parts():
            is_new = not path.exists()
            pyogrio.write_dataframe(
                events_table(part),
                path,
                layer="events",
                geometry_type=kind,
                append=not is_new,
                **(about if is_new else {}),
            )
            for name, table in (("claims", claims_table(part)), ("sources", sources_table(part))):
                pyogrio.write_dataframe(table, path, layer=name, append=True)
            yield b""
        pyogrio.write_dataframe(about_table(taken), path, layer="about", append=True)
        yield from chunks(path)


def chunks(path: Path) -> Iterator[bytes]:
    """Yield a file piece by piece."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
