"""The routes beside the pages: resources by address, and the headers of every response."""

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.assets import find_asset

_FOR_EVER = "public, max-age=31536000, immutable"


async def send_asset(request: Request) -> Response:
    """Send a published resource, packed where the browser takes it so."""
    asset = find_asset(request.path_params["digest"])
    if asset is None:
        return Response("no such resource", status_code=404, media_type="text/plain")
    headers = {"cache-control": _FOR_EVER, "vary": "accept-encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(asset.plain, headers=headers, media_type=asset.media_type)
    headers["content-encoding"] = "gzip"
    return Response(asset.packed, headers=headers, media_type=asset.media_type)


ROUTES = [Route("/api/assets/{digest}/{name}", send_asset)]


class SecurityHeaders:
    """Adds to every response what a browser must not do with it.

    Parameters
    ----------
    app : ASGI application
    frame_ancestors : sequence of str
        Origins that may show the app in a frame; "'self'" alone by default.
    """

    def __init__(self, app: ASGIApp, frame_ancestors: Sequence[str] = ("'self'",)) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": content_policy(frame_ancestors),
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


def content_policy(frame_ancestors: Sequence[str]) -> str:
    """Return the content policy: everything from here, nothing from elsewhere."""
    return "; ".join(
        [
            "default-src 'self'",
            # Streamlit's own page holds one inline script; its components arrive as blobs.
            "script-src 'self' blob: 'unsafe-inline' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {' '.join(frame_ancestors)}",
        ]
    )
