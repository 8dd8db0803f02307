"""A file from outside, read completely: never an endless pipe, nor more than fits into memory."""

import os
import stat
from pathlib import Path

from geo.errors import GeoError, Problem

MOST_BYTES = 1 << 30
_NO_FILE = {
    FileNotFoundError: "no such file",
    IsADirectoryError: "a folder",
    PermissionError: "a file that nobody here may read",
}


class _NoWholeFileError(OSError):
    """Something that is not a file, or is too large; the message says what was found."""


def read_wanted_file(path: Path, name: str, wanted: str, error: type[GeoError]) -> bytes:
    """Return what is in a file.

    Parameters
    ----------
    path : Path
    name : str
        What the file is called in messages: they name no folder of this machine.
    wanted : str
        What it should hold, in plain words.
    error : type of GeoError
        What is raised.

    Raises
    ------
    GeoError
        If it cannot be read; its problem says what was found in its place.
    """
    try:
        return read_whole_file(path)
    except (OSError, ValueError) as refused:
        raise error(Problem("", _describe_no_file(refused), wanted), file=name) from refused


def _describe_no_file(error: OSError | ValueError) -> str:
    """Return what was found in place of a file, without a path."""
    if isinstance(error, _NoWholeFileError):
        return str(error)
    if isinstance(error, ValueError):
        return "a name that no file can have"
    if isinstance(error, FileNotFoundError) and Path(error.filename or "").is_symlink():
        return "a link to no file"
    return _NO_FILE.get(type(error), "a file that cannot be opened")


def read_whole_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what is in a file.

    Parameters
    ----------
    path : Path
    most : int
        Bytes; what is larger is not read.

    Raises
    ------
    OSError
        If it cannot be read, is a pipe or a device, or too large.
    ValueError
        If no file can have such a name.
    """
    # O_NONBLOCK, because opening a pipe blocks until something writes to it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _NoWholeFileError("a pipe or a device")
        if status.st_size > most:
            raise _NoWholeFileError(f"more than {most >> 20:,} MB")
        return file.read()
