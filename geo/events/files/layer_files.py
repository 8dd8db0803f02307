"""Files of layers that hold all that they show, and lead to no other file or host.

The library that opens layers looks at what is in a file, whatever its name. One kind lists other
files, another addresses that are then fetched, a third commands that are run.
"""

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

_SQLITE = b"SQLite format 3\x00"
_FLATGEOBUF = b"fgb\x03fgb"
_SHAPEFILE = b"\x00\x00\x27\x0a"
_ZIP = b"PK\x03\x04"
_LENGTH = 12
_PLAIN = re.compile(
    r"CREATE\s+(TABLE|INDEX|UNIQUE\s+INDEX|TRIGGER|VIRTUAL\s+TABLE\s+\S+\s+USING\s+rtree)\b",
    re.IGNORECASE,
)
# Writing a layer writes to these tables, which would start triggers on them.
_SPYING = re.compile(
    r"\bON\W+gpkg_(contents|geometry_columns|ogr_contents|extensions|spatial_ref_sys)\W+BEGIN\b",
    re.IGNORECASE,
)
_WORKED_OUT = """
    SELECT 1 FROM sqlite_master AS part, pragma_table_xinfo(part.name) AS column
    WHERE part.sql LIKE 'CREATE TABLE%' AND column.hidden IN (2, 3) LIMIT 1
"""
LAYER_WANTED = "GeoPackage, FlatGeobuf or a Shapefile"


def holds_all(path: Path) -> bool:
    """Return whether a file is of a kind that cannot refer to other files or run code.

    GeoJSON is not one of these kinds: it is read without a library of layers.
    """
    with path.open("rb") as file:
        head = file.read(_LENGTH)
    if head.startswith(_SQLITE[:_LENGTH]):
        return _holds_plain_tables(path)
    if head.startswith(_ZIP):
        return _holds_shapes(path.read_bytes())
    # A zero byte this early ends the text in which GDAL looks for the mark of another format.
    return head.startswith(_SHAPEFILE) or (head.startswith(_FLATGEOBUF) and head.endswith(b"\0"))


def is_sqlite(path: Path) -> bool:
    """Return whether a file is a database, as a GeoPackage is."""
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _holds_plain_tables(path: Path) -> bool:
    """Return whether a database holds plain tables only, and nothing that computes its content.

    A view or a trigger may be a query that never ends; a generated column may fill the memory, and
    a virtual table may be any file.
    """
    try:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            parts = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            # Anyone can choose a part's name, so its SQL is checked.
            if not all(_PLAIN.match(sql) and not _SPYING.search(sql) for [sql] in parts):
                return False
            return database.execute(_WORKED_OUT).fetchone() is None
    except (sqlite3.Error, TypeError):
        return False


def _holds_shapes(content: bytes) -> bool:
    """Return whether all files of a zip file that are called shapefiles are."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".shp")]
            for name in names:
                with archive.open(name) as file:
                    if file.read(len(_SHAPEFILE)) != _SHAPEFILE:
                        return False
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return False
    return bool(names)
