"""Compressed files: what is in them, within bounds."""

import io
import struct
import zipfile
import zlib

from geo.events.files.whole_file import MOST_BYTES
from geo.events.reading.source.decompression import TABLE_LIMITS, decompress
from geo.importing.tables.limits import TableFileError, check_unfolded_size

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(RuntimeError, ValueError, LookupError, struct.error),
)


def decompress_table(content: bytes, name: str) -> bytes:
    """Return the content of a table's file, decompressed where it is compressed with gzip.

    Raises
    ------
    TableFileError
        If it is broken, or decompresses to far more than its size; it names the file.
    """
    return decompress(content, name, TABLE_LIMITS, "a table", TableFileError)


def open_zip(content: bytes) -> zipfile.ZipFile:
    """Return a zip file that may be unfolded.

    Raises
    ------
    TableFileError
        If it is broken, or would unfold to far more than its size.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise TableFileError("found a broken zip file, wanted a complete one") from error
    total = sum(member.file_size for member in archive.infolist())
    check_unfolded_size(total, len(content), "zip")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a file of a zip file, of the size that it states at most.

    Raises
    ------
    TableFileError
    """
    try:
        with archive.open(name) as file:
            stated = archive.getinfo(name).file_size
            content = file.read(min(stated, MOST_BYTES) + 1)
    except NotImplementedError as error:
        raise TableFileError(f"{name[:60]}: found a compression that is not known") from error
    except _BROKEN as error:
        raise TableFileError(f"{name[:60]}: found no readable file in the zip file") from error
    if len(content) > stated:
        raise TableFileError(f"{name[:60]}: found more than the zip file states")
    return content
