"""A file from outside, read completely: never an endless pipe, nor more than fits into memory."""

import os
import stat
from pathlib import Path

MOST_BYTES = 1 << 30
_NO_FILE = {
    FileNotFoundError: "no such file",
    IsADirectoryError: "a folder",
    PermissionError: "a file that nobody here may read",
}


class NoWholeFileError(OSError):
    """Something that is not a file, or is too large; the message says what was found."""


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
        If it cannot be read; NoWholeFileError if it is a pipe or a device, or too large.
    ValueError
        If no file can have such a name.
    """
    # O_NONBLOCK, because opening a pipe blocks until something writes to it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NoWholeFileError("a pipe or a device")
        if status.st_size > most:
            raise NoWholeFileError(f"more than {most >> 20:,} MB")
        return file.read()


def describe_no_file(error: OSError) -> str:
    """Return what was found where `read_whole_file` raised an error, without a path.

    Examples
    --------
    >>> describe_no_file(IsADirectoryError()), describe_no_file(OSError())
    ('a folder', 'a file that cannot be opened')
    """
    if isinstance(error, NoWholeFileError):
        return str(error)
    if isinstance(error, FileNotFoundError) and Path(error.filename or "").is_symlink():
        return "a link to no file"
    return _NO_FILE.get(type(error), "a file that cannot be opened")
