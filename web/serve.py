"""The server of the app: uvicorn with limited connections, messages and log."""

import logging

import uvicorn
from starlette.types import ASGIApp

from web import limits
from web.clients.connections import LimitedConnection, RememberingWebSocket
from web.clients.this_machine import LOOPBACK


def serve(app: ASGIApp, address: str, port: int, public_address: str = "") -> None:
    """Serve an app until the process is asked to end.

    Parameters
    ----------
    app : ASGI application
    address, port : str, int
        Where it listens.
    public_address : str
        Where readers find it; "" where not known.
    """
    LimitedConnection.most_connections = limits.raise_descriptor_limit().connections
    if address not in LOOPBACK and not public_address:
        logging.getLogger("uvicorn.error").warning(
            "PUBLIC_ADDRESS is not set: previews, files and the API name the host of each request"
        )
    uvicorn.run(
        app,
        host=address,
        port=port,
        http=LimitedConnection,
        ws=RememberingWebSocket,
        ws_max_size=limits.MESSAGE.most * limits.MB,
        ws_ping_interval=30,
        ws_ping_timeout=30,
        ws_per_message_deflate=True,
        access_log=False,
        server_header=False,
        use_colors=False,
        timeout_graceful_shutdown=5,
    )
