"""Pieces of files as they were written before: they are taken where their events are the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

# What a record of 20,000 events has; of a larger one, some pieces are written again each time.
_MOST_BYTES = 256 << 20


@dataclass
class Pieces:
    """What files hold of some events each, by a hash of all that it was written from.

    Attributes
    ----------
    hashes : mapping of str to str
        For each event, by its id, a hash of all that a file may say of it.
    common : str
        What all pieces are written from alike, the code among it.
    before : mapping of str to bytes
        Pieces of the last time.
    now : dict
        Those that were written or found this time.
    """

    hashes: Mapping[str, str]
    common: str
    before: Mapping[str, bytes] = field(default_factory=dict)
    now: dict[str, bytes] = field(default_factory=dict)
    _size: int = 0

    def find_or_write(self, kind: str, events: Iterable[str], write: Callable[[], bytes]) -> bytes:
        """Return the piece of some events, in their order; write it where there is none.

        Parameters
        ----------
        kind : str
            Of file, and all else that the piece depends on.
        events : iterable of str
            Ids.
        write : callable
        """
        texts = [self.common, kind, *(self.hashes[event] for event in events)]
        key = sha256("\n".join(texts).encode()).hexdigest()
        piece = self.now.get(key, self.before.get(key))
        if piece is None:
            piece = write()
        if key not in self.now and self._size + len(piece) <= _MOST_BYTES:
            self.now[key] = piece
            self._size += len(piece)
        return piece
