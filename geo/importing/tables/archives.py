"""Compressed files: what is in them, within bounds."""

import io
import struct
import zipfile
import zlib

from geo.errors import Problem, quote
from geo.events.reading.source.decompression import TABLE_LIMITS, decompress
from geo.importing.tables.limits import TableFileError, check_decompressed_size

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
    """Return a zip file that may be decompressed.

    Raises
    ------
    TableFileError
        If it is broken, or would decompress to far more than its size.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise TableFileError("found a broken zip file, wanted a complete one") from error
    total = sum(member.file_size for member in archive.infolist())
    check_decompressed_size(total, len(content), "zip")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a file of a zip file, of the size that it states at most.

    Raises
    ------
    TableFileError
    """
    try:
        with archive.open(name) as file:
            # A file that holds more than it states has another checksum.
            return file.read(archive.getinfo(name).file_size)
    except NotImplementedError as error:
        found, wanted = "a compression that is not known", "one that every program reads (deflate)"
        raise TableFileError(Problem(quote(name), found, wanted)) from error
    except _BROKEN as error:
        found, wanted = "a file that cannot be unpacked", "one without damage and password"
        raise TableFileError(Problem(quote(name), found, wanted)) from error
