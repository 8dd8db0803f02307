"""How large a file that is imported may be: hostile ones end with a message."""

from geo.errors import GeoError, Problem

MOST_BYTES = 1 << 30
"""Size of a file, also of a compressed one after decompression."""
MOST_TIMES = 200
"""How many times its size a compressed file may decompress to, once that exceeds `FREE_BYTES`."""
FREE_BYTES = 64 << 20
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
    if size > FREE_BYTES and size > MOST_TIMES * max(compressed, 1):
        found = f"{compressed:,} bytes that unfold to {size:,}"
        raise TableFileError(Problem(what, found, "a file that was not made to fill a memory"))
    if most is not None and size > most:
        found, wanted = f"{size >> 20:,} MB when unfolded", f"at most {most >> 20:,} MB"
        raise TooLargeError(Problem(what, found, wanted))
