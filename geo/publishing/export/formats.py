"""Taking the data away: the events that a view keeps, as files that say where they come from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geo.publishing.export.csv import write_claims_csv, write_events_csv
from geo.publishing.export.geojson import write_geojson
from geo.publishing.export.geopackage import write_geopackage
from geo.publishing.export.geoparquet import write_geoparquet
from geo.publishing.export.kmz import write_kmz
from geo.publishing.export.spreadsheet import write_spreadsheet
from geo.publishing.export.tables import Taken, take
from geo.story.view import View


@dataclass(frozen=True)
class Format:
    """A kind of file: what readers call it, how it is sent and named, and what writes it.

    Attributes
    ----------
    label, media_type, extension : str
    write : callable
        Yields the bytes as they are written, also none where it only got on. What it leaves when
        it breaks off opens in no reader, or says itself how much is missing.
    as_it_is : bool
        Whether packing it on its way would gain nothing, or hold back the answer's beginning
        until its first byte, which comes late.
    """

    label: str
    media_type: str
    extension: str
    write: Callable[[Taken], Iterator[bytes]]
    as_it_is: bool = False


_GPKG = "application/geopackage+sqlite3"
_PARQUET = "application/vnd.apache.parquet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "geojson": Format("GeoJSON", "application/geo+json", ".geojson", write_geojson),
        "csv": Format("CSV, a row an event", "text/csv", ".csv", write_events_csv),
        "claims": Format("CSV, a row a claim", "text/csv", "-claims.csv", write_claims_csv),
        "xlsx": Format("Excel", _XLSX, ".xlsx", write_spreadsheet, as_it_is=True),
        "kmz": Format("KMZ", "application/vnd.google-earth.kmz", ".kmz", write_kmz, as_it_is=True),
        "gpkg": Format("GeoPackage", _GPKG, ".gpkg", write_geopackage, as_it_is=True),
        "parquet": Format("GeoParquet", _PARQUET, ".parquet", write_geoparquet, as_it_is=True),
    }
)


def stream_view(
    view: View, kind: str, address: str = "", heard: Callable[[int], None] = lambda _: None
) -> Iterator[bytes]:
    """Return an iterator over the bytes of a file, some thousand events at a time.

    Memory does not grow with the number of events. `heard` is told, each time, how many more
    events were written; some kinds of file yield no byte before the last of them.

    Raises
    ------
    GeoError
        At once, if the file cannot hold so many rows.
    """
    return FORMATS[kind].write(take(view, address, heard))


def file_name(view: View, kind: str) -> str:
    """Return a name for the file that says of which data it is, in ASCII.

    It ends with the short hash of the event file: two files of one name hold one record.
    """
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in view.story.title)
    name = "-".join([*words.lower().split(), view.record.version])
    return name + FORMATS[kind].extension
