"""Any file as tables: which kind it is, by its first bytes and then by its name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from geo.errors import quote
from geo.events.files.whole_file import MOST_BYTES
from geo.events.reading.source.decompression import GZIP
from geo.importing.tables.archives import decompress_table, open_zip, read_member
from geo.importing.tables.date_columns import join_date_columns
from geo.importing.tables.delimited import read_delimited
from geo.importing.tables.gpx import read_gpx
from geo.importing.tables.json_lists import read_json_tables
from geo.importing.tables.kml import read_kml
from geo.importing.tables.layers import read_layers
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table, join_some
from geo.importing.tables.workbook import read_workbook

_OLE = b"\xd0\xcf\x11\xe0"
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_MAIN_KML = "doc.kml"
_TABLES = (".csv", ".tsv", ".txt", ".tab", ".json", ".geojson", ".kml", ".gpx", ".xlsx", ".ods")
_WANTED = (
    "CSV, TSV, xlsx, xls, ods, GeoJSON, JSON, KML, KMZ, GPX, GeoPackage, FlatGeobuf, GeoParquet or "
    "a zipped Shapefile"
)


@dataclass(frozen=True)
class FileOptions:
    """How a file is to be read: what somebody named of its encoding, sheet and columns.

    `header` has the names of the columns of a file that may lack them.
    """

    encoding: str | None = None
    sheet: str | None = None
    header: tuple[str, ...] = ()


def read_tables(content: bytes, name: str, options: FileOptions | None = None) -> list[Table]:
    """Return the tables of a file, those without a row left out.

    Parameters
    ----------
    content : bytes
    name : str
        What the file is called, also in messages.
    options : FileOptions, optional

    Raises
    ------
    TableFileError
        If it cannot be read as one; the message names the file.
    """
    options = options or FileOptions()
    if len(content) > MOST_BYTES:
        raise TableFileError(f"{name}: found {len(content) >> 20:,} MB, wanted at most 1,024")
    try:
        tables = _read(content, name, options, depth=0)
    except TableFileError as error:
        if error.file == name:
            raise
        raise TableFileError(str(error), file=name) from error
    except RecursionError as error:
        raise TableFileError(f"{name}: found lists or objects nested too deeply") from error
    filled = [join_date_columns(table) for table in tables if len(table)]
    if options.sheet is not None:
        filled = list(map(join_date_columns, _pick_sheet(tables, options.sheet, name)))
    if not filled:
        raise TableFileError(f"{name}: found no row, wanted a table with at least one")
    return filled


def _pick_sheet(tables: list[Table], sheet: str, name: str) -> list[Table]:
    found = [table for table in tables if table.name.casefold() == sheet.casefold()]
    if not found and len(tables) == 1 and tables[0].name == PurePath(name).name:
        raise TableFileError(f"{name}: found --sheet {sheet!r}, wanted none: it has one table")
    if not found:
        names = join_some([quote(table.name) for table in tables])
        raise TableFileError(f"{name}: found no sheet {quote(sheet)}, wanted one of {names}")
    return found


def _read(content: bytes, name: str, options: FileOptions, depth: int) -> list[Table]:
    if depth > 2:
        raise TableFileError("found archives inside archives, wanted one file")
    if not content.strip(b" \t\r\n\x00"):
        raise TableFileError("found an empty file, wanted a table")
    stem = PurePath(name).name
    if content.startswith(GZIP):
        # Of a file in an archive the name comes from outside as well.
        plain = decompress_table(content, quote(stem) if depth else stem)
        return _read(plain, stem.removesuffix(".gz"), options, depth + 1)
    if content.startswith(b"PK"):
        return _read_zip(content, stem, options, depth)
    if content.startswith(_OLE):
        return read_workbook(content)
    if read := _find_reader(content, stem):
        return read(content, stem)
    return [read_delimited(content, stem, options.encoding, options.header)]


def _find_reader(content: bytes, name: str) -> Callable[[bytes, str], list[Table]] | None:
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if content.startswith((b"SQLite format 3\x00", b"fgb\x03", b"PAR1")):
        return read_layers
    if head.startswith(b"<"):
        if b"<gpx" in head:
            return read_gpx
        if b"<kml" in head or name.lower().endswith(".kml"):
            return read_kml
        raise TableFileError(f"found XML of another kind, wanted {_WANTED}")
    if head.startswith((b"{", b"[")):
        return read_json_tables
    return None


def _read_zip(content: bytes, name: str, options: FileOptions, depth: int) -> list[Table]:
    archive = open_zip(content)
    members = [one for one in archive.namelist() if not one.endswith("/")]
    if any(one in members for one in ("[Content_Types].xml", "content.xml")):
        return read_workbook(content)
    members = [one for one in members if not one.startswith(_SKIPPED) and one[:2] != "._"]
    if any(one.lower().endswith(".shp") for one in members):
        return read_layers(content, name)
    if _MAIN_KML in members:
        # A KMZ file; what else it holds are pictures, or KML that its main file links to.
        return read_kml(read_member(archive, _MAIN_KML), name)
    wanted = [one for one in members if one.lower().endswith(_TABLES)] or members
    if not wanted:
        raise TableFileError("found an empty zip file, wanted a table in it")
    tables = []
    for member in wanted[:50]:
        for table in _read(read_member(archive, member), member, options, depth + 1):
            several = len(wanted) > 1
            tables.append(replace(table, name=PurePath(member).name) if several else table)
    return tables
