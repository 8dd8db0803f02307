"""Files of layers that hold all that they show, and lead to no other file or host.

The library that opens layers looks at what is in a file, whatever its name. One kind lists other
files, another addresses that are then asked for, a third commands that are run.
"""

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

_SQLITE = b"SQLite format 3\x00"
_FLATGEOBUF = b"fgb\x03fgb"
_SHAPEFILE = b"\x00\x00\x27\x0a"
_ZIP = b"PK\x03\x04"
_LENGTH = 12
WANTED = "GeoPackage, FlatGeobuf or a Shapefile"


def holds_all(path: Path) -> bool:
    """Return whether a file is of a kind that shows nothing but what is in it.

    GeoJSON is no such kind: who reads it needs no library of layers.
    """
    with path.open("rb") as file:
        head = file.read(_LENGTH)
    if head.startswith(_SQLITE[:_LENGTH]):
        return not _has_views(path)
    if head.startswith(_ZIP):
        return _holds_shapes(path.read_bytes())
    # A zero so early ends the text in which the mark of another kind is looked for.
    return head.startswith(_SHAPEFILE) or (head.startswith(_FLATGEOBUF) and head.endswith(b"\0"))


def _has_views(path: Path) -> bool:
    """Return whether a database has a view: a question that may have no end."""
    try:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            found = database.execute("SELECT 1 FROM sqlite_master WHERE type = 'view' LIMIT 1")
            return found.fetchone() is not None
    except sqlite3.Error:
        return True


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
