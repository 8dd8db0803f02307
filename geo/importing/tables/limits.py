"""How large a file that is imported may be: hostile ones end with a message."""

from geo.errors import GeoError, Problem
from geo.events.files.whole_file import MOST_BYTES
from geo.events.reading.source.decompression import TABLE_LIMITS

LONGEST_LINE = 16 << 20
LONGEST_CELL = 1 << 20
MOST_COLUMNS = 2_000


class TableFileError(GeoError):
    """A file in which no table can be found."""


class TooLargeError(TableFileError):
    """A compressed file that decompresses to more than can be read at once."""


def check_decompressed_size(
    size: int, compressed: int, what: str, most: int | None = MOST_BYTES
) -> None:
    """Raise TableFileError if a compressed file decompresses to far more than its size.

    Parameters
    ----------
    size, compressed : int
        Bytes of it decompressed, and compressed.
    what : str
        For the message.
    most : int, optional
        Bytes; none if it is read in parts.

    Raises
    ------
    TableFileError
    TooLargeError
        If it would decompress to more than `most`.
    """
    allowed = TABLE_LIMITS.allow(compressed)
    if size > allowed:
        found = f"{compressed:,} bytes that decompress to {size:,}"
        raise TableFileError(Problem(what, found, f"at most {allowed:,}"))
    if most is not None and size > most:
        found, wanted = f"{size >> 20:,} MB when decompressed", f"at most {most >> 20:,} MB"
        raise TooLargeError(Problem(what, found, wanted))
