"""Streamlit's own scripts and styles, compressed: they are most of the bytes of a first visit."""

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.http.accepted import accepts_gzip
from web.http.caching import FOR_EVER

_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css"}
_HEADERS = {
    "cache-control": FOR_EVER,
    "content-encoding": "gzip",
    "vary": "accept-encoding",
}


class CompressedStatic:
    """Serves the files of a folder compressed, each compressed once for all readers.

    Streamlit leaves compression to a proxy, because it would compress again for each reader.

    Parameters
    ----------
    app : ASGI application
        Answers all other requests, and clients that do not accept gzip.
    folder : Path
        Served under an address that ends with /static/ and the file's name.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        self.folder = folder
        # Only files of the folder can be requested.
        files = (path for path in folder.rglob("*") if path.suffix in _MEDIA_TYPES)
        self.names = frozenset(path.relative_to(folder).as_posix() for path in files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a file compressed, or pass the request on."""
        name = scope.get("path", "").rpartition("/static/")[2]
        if scope["type"] != "http" or scope["method"] != "GET" or name not in self.names:
            await self.app(scope, receive, send)
        elif accepts_gzip(Headers(scope=scope).get("accept-encoding", "")):
            content = await run_in_threadpool(_compress, self.folder / name)
            media_type = _MEDIA_TYPES[Path(name).suffix]
            await Response(content, headers=_HEADERS, media_type=media_type)(scope, receive, send)
        else:

            async def send_with_vary(message: Message) -> None:
                # Otherwise a cache would give this uncompressed file to everybody.
                if message["type"] == "http.response.start":
                    MutableHeaders(scope=message).add_vary_header("accept-encoding")
                await send(message)

            await self.app(scope, receive, send_with_vary)


@lru_cache(maxsize=1_000)
def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
