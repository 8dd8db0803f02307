"""A file compressed with gzip, decompressed within bounds: a few bytes can stand for gigabytes."""

import re
import zlib

from geo.errors import EventFileError, Problem
from geo.events.rejections import FILE_WANTED

GZIP = b"\x1f\x8b"
MOST_BYTES = 1 << 30
# Text of events shrinks to a tenth or twentieth; what shrinks to less than a fiftieth, and is
# large, says little.
_MOST_TIMES = 50
_ALWAYS_ALLOWED = 8 << 20
_PIECE = 1 << 14
_PADDING = re.compile(rb"\0*")
# A file may be several, one after the other, but hardly of some bytes each.
_MOST_SMALL_PARTS, _SMALL = 1_000, 1_000


def decompress(content: bytes, name: str, most: int = MOST_BYTES) -> bytes:
    """Return the content of a file, decompressed where it is compressed with gzip.

    Raises
    ------
    EventFileError
        If it is broken, or decompresses to more than `most` bytes or to many times its size.
    """
    if not content.startswith(GZIP):
        return content
    bound = min(most, max(_ALWAYS_ALLOWED, _MOST_TIMES * len(content)))
    decompressed, at, parts = bytearray(), 0, 0
    while at < len(content):
        engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        parts += 1
        if parts > _MOST_SMALL_PARTS + len(decompressed) // _SMALL:
            raise _refuse(name, "a compressed file of very many small parts")
        while not engine.eof:
            compressed = content[at : at + _PIECE]
            try:
                piece = engine.decompress(compressed, _PIECE)
            except zlib.error as error:
                raise _refuse(name, "a broken compressed file") from error
            decompressed += piece
            at += len(compressed) - len(engine.unconsumed_tail or engine.unused_data)
            if len(decompressed) > bound:
                raise _refuse(
                    name, f"a small file that decompresses to more than {bound >> 20:,} MB"
                )
            if not (piece or compressed or engine.eof):
                raise _refuse(name, "a compressed file that is cut off")
        if padding := _PADDING.match(content, at):
            at = padding.end()
    return bytes(decompressed)


def _refuse(name: str, found: str) -> EventFileError:
    return EventFileError(Problem("", found, FILE_WANTED), file=name)
