"""Cached pieces of files, reused where their events have not changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

import pyarrow as pa

# Enough for 100,000 events, compressed; pieces beyond it are written again each time.
_MOST_BYTES = 256 << 20
# A piece is some hundreds of events, or a chart: of a longer one the cache was not written here.
_LONGEST = 256 << 20
_LENGTH_BYTES = 8


@dataclass
class Pieces:
    """What files of a site hold, most of it of some events each, by a hash of what it is made from.

    Attributes
    ----------
    hashes : mapping of str to str
        For each event, by its id, a hash of all that a file may say of it.
    common : str
        What all pieces depend on, such as the story and the code.
    before : mapping of str to bytes
        Pieces cached by the previous build, compressed: most are only passed on.
    now : dict
        Pieces used by this build, compressed.
    """

    hashes: Mapping[str, str]
    common: str
    before: Mapping[str, bytes] = field(default_factory=dict)
    now: dict[str, bytes] = field(default_factory=dict)
    _size: int = 0

    def find_or_write(self, kind: str, events: Iterable[str], write: Callable[[], bytes]) -> bytes:
        """Return the piece of some events, in their order; write it if it is missing.

        Parameters
        ----------
        kind : str
            The kind of file, and anything else that `write` depends on.
        events : iterable of str
            Ids.
        write : callable
        """
        texts = [self.common, kind, *(self.hashes[event] for event in events)]
        key = sha256("\n".join(texts).encode()).hexdigest()
        compressed = self.now.get(key, self.before.get(key))
        piece = None if compressed is None else _decompress(compressed)
        if compressed is None or piece is None:
            piece = write()
            compressed = _compress(piece)
        if key not in self.now and self._size + len(compressed) <= _MOST_BYTES:
            self.now[key] = compressed
            self._size += len(compressed)
        return piece


def _compress(piece: bytes) -> bytes:
    compressed: bytes = pa.compress(piece, codec="zstd", asbytes=True)
    return len(piece).to_bytes(_LENGTH_BYTES) + compressed


def _decompress(compressed: bytes) -> bytes | None:
    """Return what was compressed; None of anything else."""
    length = int.from_bytes(compressed[:_LENGTH_BYTES])
    if length > _LONGEST or len(compressed) <= _LENGTH_BYTES:
        return None
    try:
        rest = memoryview(compressed)[_LENGTH_BYTES:]
        piece: bytes = pa.decompress(rest, length, codec="zstd", asbytes=True)
    except (pa.ArrowException, OSError):
        return None
    return piece if len(piece) == length else None
