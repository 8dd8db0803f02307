"""Events as a GeoPackage: a layer of events, and tables of claims, sources and provenance."""

import tempfile
from pathlib import Path

import pyogrio

from geo.export.tables import Taken, about_table, claims_table, events_table, sources_table


def write_geopackage(taken: Taken) -> bytes:
    """Return a GeoPackage with events (WGS 84), claims, sources and about."""
    events = events_table(taken)
    # A layer has one type of geometry; that of points and areas together has no name.
    kinds = set(events.geometry.geom_type.dropna())
    kind = kinds.pop() if len(kinds) == 1 else "Unknown"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.gpkg"
        about = taken.about.texts()
        pyogrio.write_dataframe(
            events, path, layer="events", geometry_type=kind, dataset_metadata=about
        )
        for name, table in (
            ("claims", claims_table(taken)),
            ("sources", sources_table(taken)),
            ("about", about_table(taken)),
        ):
            pyogrio.write_dataframe(table, path, layer=name, append=True)
        return path.read_bytes()
