"""A desk's server answers only its own machine, however others try to reach it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""The names by which a machine asks itself."""


class ThisMachineOnly:
    """Refuses requests from other machines, through a proxy, or under another name.

    A page of another site may give its own name the address of this machine: a browser then
    takes both for one site, and the page could write into the story.

    Parameters
    ----------
    app : ASGI application
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it (403)."""
        if scope["type"] == "lifespan" or _is_of_this_machine(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            words = "A desk works here: this server answers its own machine alone."
            await PlainTextResponse(words, 403)(scope, receive, send)


def _is_of_this_machine(scope: Scope) -> bool:
    try:
        name = urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname
        # Behind a proxy it is the address that the proxy states (web/clients/client.py).
        client = ip_address(str((scope.get("client") or ("",))[0]))
    except ValueError:
        return False
    return name in LOOPBACK and client.is_loopback
