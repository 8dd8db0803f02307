"""The kinds of file that a view can be exported as."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from geo.publishing.export.csv import write_claims_csv, write_events_csv
from geo.publishing.export.geojson import write_geojson
from geo.publishing.export.geopackage import write_geopackage
from geo.publishing.export.geoparquet import write_geoparquet
from geo.publishing.export.kmz import write_kmz
from geo.publishing.export.selection import Export, prepare_export
from geo.publishing.export.spreadsheet import write_spreadsheet
from geo.story.view import View


@dataclass(frozen=True)
class Format:
    """A kind of file: what readers call it, how it is sent and named, and what writes it.

    Attributes
    ----------
    label, media_type, extension : str
    write : callable
        Yields the bytes as they are written, and no bytes to report progress. A file that breaks
        off cannot be opened, or says itself how many rows it should have.
    skip_compression : bool
        Whether compressing the response would gain nothing, or delay its headers until its first
        byte, which comes late.
    """

    label: str
    media_type: str
    extension: str
    write: Callable[[Export], Iterator[bytes]]
    skip_compression: bool = False


_GPKG = "application/geopackage+sqlite3"
_PARQUET = "application/vnd.apache.parquet"
_KMZ = "application/vnd.google-earth.kmz"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Read at each use: command line, page, API and OpenAPI offer what is here.
FORMATS: Mapping[str, Format] = {
    "geojson": Format("GeoJSON", "application/geo+json", ".geojson", write_geojson),
    "csv": Format("CSV, one row per event", "text/csv", ".csv", write_events_csv),
    "claims": Format("CSV, one row per claim", "text/csv", "-claims.csv", write_claims_csv),
    "xlsx": Format("Excel", _XLSX, ".xlsx", write_spreadsheet, skip_compression=True),
    "kmz": Format("KMZ", _KMZ, ".kmz", write_kmz, skip_compression=True),
    "gpkg": Format("GeoPackage", _GPKG, ".gpkg", write_geopackage, skip_compression=True),
    "parquet": Format("GeoParquet", _PARQUET, ".parquet", write_geoparquet, True),
}


def stream_view(
    view: View, kind: str, address: str = "", on_progress: Callable[[int], None] = lambda _: None
) -> Iterator[bytes]:
    """Return an iterator over the bytes of a file, some events at a time.

    Memory does not grow with the number of events. `on_progress` is called with the number of
    events written since its last call; some kinds of file yield no byte before the last event.

    Raises
    ------
    GeoError
        At once, if the file cannot hold so many rows, or the view is of what was known at a moment.
    """
    return FORMATS[kind].write(prepare_export(view, address, on_progress))


def name_file(view: View, kind: str) -> str:
    """Return a file name in ASCII that says which data the file holds.

    It ends with the short hash of the event file: files of the same name hold the same record.
    """
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in view.story.title)
    name = "-".join([*words.lower().split(), view.record.version])
    return name + FORMATS[kind].extension
