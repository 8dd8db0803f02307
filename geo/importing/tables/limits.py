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
    """A compressed file that unfolds to more than can be read at once."""


def check_unfolded_size(
    size: int, compressed: int, what: str, most: int | None = MOST_BYTES
) -> None:
    """Raise TableFileError if a compressed file unfolds to far more than its size.

    Parameters
    ----------
    size, compressed : int
        Bytes of it unfolded, and compressed.
    what : str
        For the message.
    most : int, optional
        Bytes; none if it is read in parts.

    Raises
    ------
    TableFileError
    TooLargeError
        If it would unfold to more than `most`.
    """
    if size > TABLE_LIMITS.allow(compressed):
        found = f"{compressed:,} bytes that unfold to {size:,}"
        raise TableFileError(Problem(what, found, "a file that was not made to fill a memory"))
    if most is not None and size > most:
        found, wanted = f"{size >> 20:,} MB when unfolded", f"at most {most >> 20:,} MB"
        raise TooLargeError(Problem(what, found, wanted))
