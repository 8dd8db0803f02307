"""How large a file that is imported may be: hostile ones end with a message."""

from geo.errors import GeoError

MOST_BYTES = 1 << 30
"""Of a file, and of what a compressed one unfolds to."""
MOST_TIMES = 200
"""How many times its size a compressed file may unfold to, once that is beyond `FREE_BYTES`."""
FREE_BYTES = 64 << 20
LONGEST_LINE = 16 << 20
LONGEST_CELL = 1 << 20
MOST_COLUMNS = 2_000


class TableFileError(GeoError):
    """A file in which no table can be found."""


def check_unfolded_size(
    size: int, compressed: int, what: str, most: int | None = MOST_BYTES
) -> None:
    """Raise TableFileError where a compressed file would unfold beyond all measure.

    Parameters
    ----------
    size, compressed : int
        Bytes of it unfolded, and compressed.
    what : str
        For the message.
    most : int, optional
        Bytes; none where it is read in parts.
    """
    if size > FREE_BYTES and size > MOST_TIMES * max(compressed, 1):
        raise TableFileError(
            f"{what}: found {compressed:,} bytes that unfold to {size:,}, wanted a file that was "
            "not made to fill a memory"
        )
    if most is not None and size > most:
        raise TableFileError(
            f"{what}: found {size >> 20:,} MB when unfolded, wanted at most {most >> 20:,} MB"
        )
