"""Resources with an address that never changes its content: what a browser reads once."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

# A file that changes while the app runs leaves old versions behind; viewers who still
# hold one have it in their browser, so that what nobody has asked for longest can go.
MOST_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Asset:
    """A resource as it is sent, packed with gzip.

    Attributes
    ----------
    media_type : str
    packed : bytes
    passing : bool
        Whether it is the answer to one reader's wish, and goes before all that every reader needs.
    """

    media_type: str
    packed: bytes
    passing: bool = False

    @property
    def plain(self) -> bytes:
        """The content; unpacked when it is asked for, since nearly all readers take it packed."""
        return gzip.decompress(self.packed)


_assets: OrderedDict[str, Asset] = OrderedDict()
_lock = threading.Lock()


def publish(content: bytes, media_type: str, name: str, passing: bool = False) -> str:
    """Return the address under which `content` can be read from now on.

    The address holds a hash of the content, so that a browser may keep it for ever and
    two servers give the same content the same address. It is relative to the app's own
    root, which keeps it right behind a proxy's path prefix.

    Examples
    --------
    >>> publish(b"[]", "application/json", "events.json")
    'api/assets/4f53cda18c2baa0c/events.json'
    """
    digest = hashlib.sha256(content).hexdigest()[:16]
    if find_asset(digest) is None:
        # Packed beside the lock: whoever reads any resource would wait, and the server with them.
        asset = Asset(media_type, gzip.compress(content, compresslevel=6, mtime=0), passing)
        with _lock:
            _assets.setdefault(digest, asset)
            while (
                len(_assets) > 1 and sum(len(one.packed) for one in _assets.values()) > MOST_BYTES
            ):
                del _assets[min(_assets, key=lambda digest: not _assets[digest].passing)]
    return f"api/assets/{digest}/{name}"


def find_asset(digest: str) -> Asset | None:
    """Return the published resource with this hash, or None."""
    with _lock:
        if digest in _assets:
            _assets.move_to_end(digest)
        return _assets.get(digest)
