"""Resources whose content never changes under their address, so that a browser reads them once."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.http.accepted import accepts_gzip
from web.http.caching import FOR_EVER
from web.limits import ASSETS, MB


@dataclass(frozen=True)
class Asset:
    """A resource as it is sent, compressed with gzip.

    Attributes
    ----------
    media_type : str
    compressed : bytes
    evict_first : bool
        Whether it answers the request of one reader, and is evicted before what every reader needs.
    """

    media_type: str
    compressed: bytes
    evict_first: bool = False

    @property
    def content(self) -> bytes:
        """The content, decompressed on demand: nearly all readers accept it compressed."""
        return gzip.decompress(self.compressed)


class AssetStore:
    """Resources by the hash of their content, in a limited amount of memory.

    A file that changes while the app runs leaves old versions behind. Viewers who still show one
    have it in their browser, so that the resources requested longest ago can be evicted.

    Parameters
    ----------
    most_bytes : int
        Of compressed content; the newest resource is kept even where it alone is larger.
    """

    def __init__(self, most_bytes: int = ASSETS.most * MB) -> None:
        self.most_bytes = most_bytes
        self._assets: OrderedDict[str, Asset] = OrderedDict()
        self._lock = threading.Lock()

    def store(self, content: bytes, media_type: str, name: str, evict_first: bool = False) -> str:
        """Return the address under which `content` can be read from now on.

        The address holds a hash of the content, so that a browser may cache it for ever and
        two servers give the same content the same address. It is relative to the app's own
        root, which keeps it right behind a proxy's path prefix.

        Examples
        --------
        >>> AssetStore().store(b"[]", "application/json", "events.json")
        'api/assets/4f53cda18c2baa0c/events.json'
        """
        digest = hashlib.sha256(content).hexdigest()[:16]
        if self.find(digest) is None:
            # Outside the lock: compressing under it would make every reader wait.
            compressed = gzip.compress(content, compresslevel=6, mtime=0)
            with self._lock:
                self._assets.setdefault(digest, Asset(media_type, compressed, evict_first))
                self._evict(newest=digest)
        return f"api/assets/{digest}/{name}"

    def find(self, digest: str) -> Asset | None:
        """Return the resource with this hash, or None."""
        with self._lock:
            if digest in self._assets:
                self._assets.move_to_end(digest)
            return self._assets.get(digest)

    def _evict(self, newest: str) -> None:
        assets = self._assets
        while len(assets) > 1 and sum(len(a.compressed) for a in assets.values()) > self.most_bytes:
            older = (digest for digest in assets if digest != newest)
            del assets[min(older, key=lambda digest: not assets[digest].evict_first)]


_assets = AssetStore()
store_asset = _assets.store
find_asset = _assets.find


async def send_asset(request: Request) -> Response:
    """Send a stored resource, compressed if the browser accepts it so."""
    asset = find_asset(request.path_params["digest"])
    if asset is None:
        return Response("no such resource", status_code=404, media_type="text/plain")
    headers = {"cache-control": FOR_EVER, "vary": "accept-encoding"}
    if not accepts_gzip(request.headers.get("accept-encoding", "")):
        return Response(asset.content, headers=headers, media_type=asset.media_type)
    headers["content-encoding"] = "gzip"
    return Response(asset.compressed, headers=headers, media_type=asset.media_type)


ASSET_ROUTE = Route("/api/assets/{digest}/{name}", send_asset)
