"""Security headers: what a browser must not do with the app, on every response."""

import re
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.publishing.inline import write_hash_source


class SecurityHeaders:
    """Adds to every response what a browser must not do with it.

    Parameters
    ----------
    app : ASGI application
    index : Path
        Streamlit's page, whose own scripts may run.
    frame_ancestors : sequence of str
        Other origins that may show the app in a frame.
    """

    def __init__(self, app: ASGIApp, index: Path, frame_ancestors: Sequence[str] = ()) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": build_content_policy(index, frame_ancestors),
            "x-content-type-options": "nosniff",
            "referrer-policy": "strict-origin-when-cross-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "cross-origin-opener-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class HiddenPath:
    """Covers a path of this machine with dots in what is sent through websockets.

    Streamlit sends the path of its script with every run, and no browser needs it.

    Parameters
    ----------
    app : ASGI application
    path : str
    """

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app = app
        self.path = path.encode()
        # The same length, since messages state the lengths of their parts.
        self.cover = b"." * len(self.path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on without the path."""

        async def send_without_path(message: Message) -> None:
            if content := message.get("bytes"):
                message = {**message, "bytes": content.replace(self.path, self.cover)}
            await send(message)

        await self.app(scope, receive, send_without_path if scope["type"] == "websocket" else send)


def build_content_policy(index: Path, frame_ancestors: Sequence[str] = ()) -> str:
    """Return the content policy: everything from this server, nothing from others."""
    # Streamlit's page holds its own inline script; its components arrive as blobs.
    inline = " ".join(map(write_hash_source, _read_inline_scripts(index)))
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' blob: {inline} 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            " ".join(["frame-ancestors 'self'", *frame_ancestors]),
        ]
    )


def _read_inline_scripts(index: Path) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", index.read_text("utf-8"), re.DOTALL)
