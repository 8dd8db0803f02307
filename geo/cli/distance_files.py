"""The file that `distances` measures: looked at before it is opened, so that none does harm."""

import stat
from collections.abc import Iterator
from pathlib import Path

from geo.errors import EventFileError
from geo.events.files.layer_files import holds_all, is_sqlite
from geo.events.files.whole_file import MOST_BYTES
from geo.importing.tables.limits import TableFileError, TooLargeError
from geo.importing.tables.parquet_checks import check_parquet

_WANTED = {".gpkg": "a GeoPackage", ".parquet": "GeoParquet", ".csv": "CSV"}
_IN_PARTS = "; measure it in parts with --workers"


def check_file(path: Path, kind: str, most: int | None = MOST_BYTES) -> None:
    """Raise EventFileError if a file is a pipe, too large, of another kind, or leads elsewhere.

    Parameters
    ----------
    path : Path
        Of GeoParquet it may be a folder of parts.
    kind : str
        As the name ends, such as ".gpkg".
    most : int, optional
        Bytes; none if the file is read in parts.
    """
    for part in _list_parts(path, kind):
        status = part.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refuse(path, "a folder, a pipe or a device", kind)
        if most is not None and status.st_size > most:
            found = f"more than {most >> 20:,} MB"
            raise _refuse(path, found, kind, _IN_PARTS if kind == ".parquet" else "")
        if kind == ".gpkg" and not (is_sqlite(part) and holds_all(part)):
            raise _refuse(path, "no table, or one that leads elsewhere (a view)", kind)
        if kind == ".parquet":
            _check_parquet(path, part, most)


def _list_parts(path: Path, kind: str) -> Iterator[Path]:
    """Yield a file, or the files in a folder of parts: no link leads out of it."""
    if kind != ".parquet" or not path.is_dir():
        yield path
        return
    for part in sorted(path.rglob("*")):
        if part.is_symlink():
            raise _refuse(path, "a link", kind)
        if not part.is_dir() and part.name[0] not in "._":
            yield part


def _check_parquet(path: Path, part: Path, most: int | None) -> None:
    try:
        check_parquet(part, most)
    except TableFileError as error:
        hint = _IN_PARTS if isinstance(error, TooLargeError) else ""
        problems = (one._replace(where="", wanted=one.wanted + hint) for one in error.problems)
        raise EventFileError(*problems, file=path.name) from error
    except Exception as error:
        # Arrow raises errors of any kind over a broken file.
        raise _refuse(path, "no geometry", ".parquet") from error


def _refuse(path: Path, found: str, kind: str, hint: str = "") -> EventFileError:
    wanted = _WANTED.get(kind, "GeoJSON")
    return EventFileError(f"{path.name}: found {found}, wanted {wanted}{hint}")
