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


def check_size(size: int, packed: int, what: str) -> None:
    """Raise TableFileError where a compressed file would unfold beyond all measure."""
    if size > MOST_BYTES:
        raise TableFileError(
            f"{what}: found {size >> 20:,} MB when unfolded, wanted at most {MOST_BYTES >> 20:,} MB"
        )
    if size > FREE_BYTES and size > MOST_TIMES * max(packed, 1):
        raise TableFileError(
            f"{what}: found {packed:,} bytes that unfold to {size:,}, wanted a file that was not "
            "made to fill a memory"
        )
