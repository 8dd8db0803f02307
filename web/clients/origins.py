"""Which pages may open a websocket: those that this server sent, and no other site's."""

import logging
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

_log = logging.getLogger(__name__)
# A host as a browser or a proxy may state it; anything else is not repeated.
_HOST = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?")


def is_host(text: str) -> bool:
    """Return whether a text is a host, with or without a port.

    Examples
    --------
    >>> is_host("map.example:8501"), is_host("[::1]"), is_host("reader@map.example")
    (True, True, False)
    """
    return _HOST.fullmatch(text) is not None


class OwnPagesOnly:
    """Refuses websocket handshakes from pages of other sites, before Streamlit receives them.

    Streamlit would ask another host for the address of this machine, to compare it with the
    origin, and every reader would wait for the answer. A page that a site of FRAME_ANCESTORS
    shows in a frame has the origin of this server, so that such a site needs no handshake.

    Parameters
    ----------
    app : ASGI application
    public_address : str
        Where readers find the app, where a proxy states another host; "" where not known.
    """

    def __init__(self, app: ASGIApp, public_address: str = "") -> None:
        self.app = app
        parts = urlsplit(public_address)
        self.public_origin = f"{parts.scheme}://{parts.netloc}" if public_address else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; close a handshake of another site's page (403)."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin, host = headers.get("origin"), headers.get("host", "")
        # Only browsers state an origin, and they always do.
        if origin is None:
            await self.app(scope, receive, send)
        elif is_host(host) and origin in (f"http://{host}", f"https://{host}", self.public_origin):
            own = MutableHeaders(raw=list(scope["headers"]))
            # Streamlit compares with the host, and must find nothing to look up.
            own["origin"] = f"{urlsplit(origin).scheme}://{host}"
            await self.app({**scope, "headers": own.raw}, receive, send)
        else:
            _log.warning("refused a websocket from the origin %.100r at %.100r", origin, host)
            await send({"type": "websocket.close", "code": 1008})
