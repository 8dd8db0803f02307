"""Streamlit's own scripts and styles, packed: as it sends them, they are most of a first visit."""

import gzip
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOLDER = Path(streamlit.__file__).parent / "static" / "static"
_KINDS = {".js": "text/javascript", ".css": "text/css"}
# Names carry a hash of the content.
_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
    "vary": "accept-encoding",
}


class PackedStatic:
    """Answers for files of Streamlit's page with what gzip makes of them, once for all readers.

    Streamlit leaves packing to a proxy, because it would pack anew for each reader.

    Parameters
    ----------
    app : ASGI application
        Answers all else, and clients that do not unpack.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a file packed, or pass the request on."""
        name = scope.get("path", "").rpartition("/static/")[2]
        if scope["type"] != "http" or scope["method"] != "GET" or name not in _names():
            await self.app(scope, receive, send)
        elif "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            content = await run_in_threadpool(_packed, name)
            media_type = _KINDS[Path(name).suffix]
            await Response(content, headers=_HEADERS, media_type=media_type)(scope, receive, send)
        else:

            async def send_as_one_of_two(message: Message) -> None:
                # Else a cache that keeps this one would give it to all.
                if message["type"] == "http.response.start":
                    MutableHeaders(scope=message).add_vary_header("accept-encoding")
                await send(message)

            await self.app(scope, receive, send_as_one_of_two)


@cache
def _names() -> frozenset[str]:
    """Only what the folder holds can be asked for."""
    files = (path for path in _FOLDER.rglob("*") if path.suffix in _KINDS)
    return frozenset(path.relative_to(_FOLDER).as_posix() for path in files)


@cache
def _packed(name: str) -> bytes:
    return gzip.compress((_FOLDER / name).read_bytes(), compresslevel=6, mtime=0)
