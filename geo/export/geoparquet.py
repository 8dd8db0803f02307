"""Events as GeoParquet: typed columns, claims and sources nested in their event."""

from geo.events import geoparquet
from geo.export.tables import Taken, events_table


def write_geoparquet(taken: Taken) -> bytes:
    """Return GeoParquet that `read_events` reads as the same events.

    What was computed stands beside the members; the provenance is metadata of the file, one key
    for each part, and as a whole under "about".
    """
    table = events_table(taken)
    known = [*geoparquet.COLUMNS, "geometry"]
    told = [name for name in table if name in known or name.startswith(("killed_", "injured_"))]
    about = taken.about.texts()
    return geoparquet.write_geoparquet(taken.events, about, table.drop(columns=told))
