"""Parquet files from outside, checked before they are read: in pieces, in limited memory."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from geo.errors import Problem
from geo.events.files.deep_shapes import DEEPEST, is_deep_wkb
from geo.events.files.whole_file import MOST_BYTES
from geo.importing.tables.limits import TableFileError, check_decompressed_size

_BATCH = 10_000
# A shorter value cannot be nested too deeply.
_SHORTEST = 9 * DEEPEST


def check_parquet(source: Path | bytes, most: int | None = MOST_BYTES) -> None:
    """Raise TableFileError if a Parquet file was made to end the process that reads it.

    A few texts, repeated in all rows, would fill the memory; shapes nested thousands deep end the
    library that reads them, however a column stores them.

    Parameters
    ----------
    source : Path or bytes
        A file, or its content.
    most : int, optional
        Bytes that it may decompress to; none if it is read in parts.

    Raises
    ------
    TableFileError
    Exception
        Any other, where the file is broken.
    """
    compressed = source.stat().st_size if isinstance(source, Path) else len(source)
    schema = _open(source).schema
    leaves = [schema.column(number) for number in range(len(schema.names))]
    texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]
    size = 0
    # Each text once: whole they might fill the memory before they are counted.
    for rows in _open(source, texts).iter_batches(batch_size=_BATCH):
        size += sum(_count_bytes(column) for column in rows.columns)
        check_decompressed_size(size, compressed, "Parquet", most)
        if any(_has_deep_shapes(column) for column in rows.columns):
            raise TableFileError(Problem("", "shapes nested too deeply", "plain ones"))


def _open(source: Path | bytes, texts: list[str] | None = None) -> parquet.ParquetFile:
    file = source if isinstance(source, Path) else io.BytesIO(source)
    return parquet.ParquetFile(file, read_dictionary=texts)


def _count_bytes(column: pa.Array) -> int:
    """Return how many bytes a column takes where each row has its own text."""
    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    texts = _find_bytes(column.dictionary)
    if texts is None:
        return len(column) * int(column.dictionary.nbytes) // max(1, len(column.dictionary))
    return int(pc.sum(pc.binary_length(texts).take(column.indices)).as_py() or 0)


def _has_deep_shapes(column: pa.Array) -> bool:
    """Return whether bytes, or texts of hexadecimal digits, may be shapes nested too deeply."""
    texts = _find_bytes(column.dictionary if pa.types.is_dictionary(column.type) else column)
    if texts is None:
        return False
    long = texts.filter(pc.greater_equal(pc.binary_length(texts), _SHORTEST))
    return any(is_deep_wkb(text) or is_deep_wkb(_read_digits(text)) for text in long.to_pylist())


def _find_bytes(column: pa.Array) -> pa.Array | None:
    """Return the bytes of texts, however they are stored; None for values of other kinds."""
    kind = column.type
    if pa.types.is_nested(kind) or pa.types.is_primitive(kind) or pa.types.is_null(kind):
        return None
    try:
        return pc.cast(column, pa.large_binary())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return None


def _read_digits(text: bytes) -> bytes:
    try:
        return bytes.fromhex(text.decode("ascii"))
    except ValueError:
        return b""
