"""Connections that neither wait endlessly nor fill the process, nor send anything twice."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

from web import limits


class LimitedConnection(H11Protocol):
    """A connection that is closed when a request takes too long to arrive, or is not read.

    uvicorn itself limits only the time between two requests.
    """

    most_connections = limits.CONNECTIONS.most
    arriving_s: float = limits.HEADERS_S.most
    reading_s: float = limits.WRITING_S.most
    _arriving: asyncio.TimerHandle | None = None
    _sending: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Accept a connection, or close it where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.most_connections:
            transport.abort()
        else:
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._stop_arriving()
        self._stop_sending()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Read what has arrived."""
        super().handle_events()
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._watch()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Become a websocket, which may be silent for long."""
        self._stop_arriving()
        super().handle_websocket_upgrade(event)

    def pause_writing(self) -> None:
        """Wait for a client that does not read, but not for ever."""
        super().pause_writing()
        self._sending = self.loop.call_later(self.reading_s, self.transport.abort)

    def resume_writing(self) -> None:
        """Write on."""
        self._stop_sending()
        super().resume_writing()

    def _watch(self) -> None:
        """Limit the time in which a request that has started must arrive."""
        if self.transport.get_protocol() is not self:
            return
        arriving = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        if not arriving:
            self._stop_arriving()
        elif self._arriving is None:
            self._arriving = self.loop.call_later(self.arriving_s, self.transport.close)

    def _stop_arriving(self) -> None:
        if self._arriving:
            self._arriving.cancel()
        self._arriving = None

    def _stop_sending(self) -> None:
        if self._sending:
            self._sending.cancel()
        self._sending = None


class RememberingWebSocket(WebSocketsSansIOProtocol):
    """A websocket that compresses what it sends against the whole move before.

    A move is 9 kB, half of it the same as in the one before; uvicorn's own remembers 4 kB. It takes
    48 kB of memory more for each reader.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if self.conn.available_extensions:
            self.conn.available_extensions = [
                ServerPerMessageDeflateFactory(
                    server_max_window_bits=14,
                    client_max_window_bits=12,
                    compress_settings={"memLevel": 5},
                )
            ]
