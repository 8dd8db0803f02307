"""All words of a file, however it stores them: to look for what nobody may read."""

import gzip
import io
import sqlite3
import zipfile
from collections.abc import Callable

from pyarrow import parquet


def _read_archive(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [archive.read(name).decode(errors="replace") for name in archive.namelist()]
        return "\n".join([*archive.namelist(), *files, archive.comment.decode()])


def _read_database(content: bytes) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    return "\n".join(database.iterdump())


def _read_columns(content: bytes) -> str:
    table = parquet.read_table(io.BytesIO(content))
    return f"{table.schema.to_string(truncate_metadata=False)}\n{table.to_pylist()}"


# How files start that are no text, and how their words are read.
SIGNATURES: dict[bytes, Callable[[bytes], str]] = {
    b"PK\x03\x04": _read_archive,
    b"SQLite format 3\0": _read_database,
    b"PAR1": _read_columns,
    b"\x1f\x8b": lambda content: read_words(gzip.decompress(content)),
}


def read_words(content: bytes) -> str:
    """Return all words of a file.

    Raises
    ------
    UnicodeDecodeError
        If it is of a kind that has no row in SIGNATURES: nobody would know what is in it.
    """
    for signature, read in SIGNATURES.items():
        if content.startswith(signature):
            # As it is, too: what was deleted from a database may still be in its file.
            return f"{content.decode(errors='replace')}\n{read(content)}"
    return content.decode("utf-8-sig")
