"""Compressed files: what is in them, within bounds."""

import gzip
import io
import struct
import zipfile
import zlib

from geo.importing.tables.limits import FREE_BYTES, MOST_BYTES, TableFileError, check_unfolded_size

_PIECE = 1 << 20
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(RuntimeError, ValueError, LookupError, struct.error),
)


def unfold_gzip(content: bytes) -> bytes:
    """Return what a gzip file holds.

    Raises
    ------
    TableFileError
        If it is broken, or unfolds to far more than its size.
    """
    unfolded = bytearray()
    try:
        with gzip.open(io.BytesIO(content)) as file:
            while piece := file.read(_PIECE):
                unfolded += piece
                if len(unfolded) > FREE_BYTES:
                    check_unfolded_size(len(unfolded), len(content), "gzip")
    except (OSError, EOFError, zlib.error) as error:
        raise TableFileError("found a broken gzip file, wanted a complete one") from error
    return bytes(unfolded)


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
