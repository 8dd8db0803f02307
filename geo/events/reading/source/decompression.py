"""A file compressed with gzip, decompressed within bounds: a few bytes can stand for gigabytes."""

import re
import zlib
from dataclasses import dataclass

from geo.errors import EventFileError, GeoError, Problem
from geo.events.files.whole_file import MOST_BYTES
from geo.events.rejections import FILE_WANTED

GZIP = b"\x1f\x8b"
_PIECE = 1 << 14
_PADDING = re.compile(rb"\0*")
# A file may be several, one after the other, but hardly of some bytes each.
_MOST_SMALL_PARTS, _SMALL = 1_000, 1_000


@dataclass(frozen=True)
class DecompressionLimits:
    """How much a compressed file may hold: `times` its size, and `always` bytes in any case."""

    times: int
    always: int

    def allow(self, compressed: int) -> int:
        """Return how many bytes a file of a size may decompress to, however large that is."""
        return max(self.always, self.times * compressed)


# Text of events shrinks to a tenth or twentieth; what shrinks to less than a fiftieth, and is
# large, says little.
EVENT_LIMITS = DecompressionLimits(times=50, always=8 << 20)
# A wide table shrinks to a hundredth where most of its cells are empty.
TABLE_LIMITS = DecompressionLimits(times=200, always=64 << 20)


def decompress(
    content: bytes,
    name: str,
    limits: DecompressionLimits = EVENT_LIMITS,
    wanted: str = FILE_WANTED,
    error: type[GeoError] = EventFileError,
) -> bytes:
    """Return the content of a file, decompressed where it is compressed with gzip.

    Parameters
    ----------
    content : bytes
    name : str
        What the file is called in messages.
    limits : DecompressionLimits, optional
    wanted : str, optional
        What it should hold, in plain words.
    error : type of GeoError, optional
        What is raised.

    Raises
    ------
    GeoError
        If it is broken, or decompresses to more than 1 GB or than its limits allow.
    """
    if not content.startswith(GZIP):
        return content

    def refuse(found: str) -> GeoError:
        return error(Problem("", found, wanted), file=name)

    bound = min(MOST_BYTES, limits.allow(len(content)))
    decompressed, at, parts = bytearray(), 0, 0
    while at < len(content):
        engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        parts += 1
        if parts > _MOST_SMALL_PARTS + len(decompressed) // _SMALL:
            raise refuse("a compressed file of very many small parts")
        while not engine.eof:
            compressed = content[at : at + _PIECE]
            try:
                piece = engine.decompress(compressed, _PIECE)
            except zlib.error as broken:
                raise refuse("a broken compressed file") from broken
            decompressed += piece
            at += len(compressed) - len(engine.unconsumed_tail or engine.unused_data)
            if len(decompressed) > bound:
                raise refuse(f"a small file that decompresses to more than {bound >> 20:,} MB")
            if not (piece or compressed or engine.eof):
                raise refuse("a compressed file that is cut off")
        if padding := _PADDING.match(content, at):
            at = padding.end()
    return bytes(decompressed)
