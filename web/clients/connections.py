"""Connections that neither wait endlessly nor fill or keep busy the process."""

import asyncio
from typing import Any

import h11
from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.frames import CloseCode, Frame
from websockets.protocol import State

from web import limits
from web.clients.token_bucket import TokenBucket

# Of what has arrived, so much is read in one go: each of its messages takes 15 microseconds.
_PIECE = 4_096
# What a client may still send, and how long it may take, to answer that its websocket is closed.
_MOST_AFTER_CLOSE = 16_384
_ANSWERED_S = 2.0


class _ReadByClient(asyncio.Protocol):
    """A connection that ends when its client does not read what is sent."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    reading_s: float = limits.WRITING_S.most
    _sending: asyncio.TimerHandle | None = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._stop_sending()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Wait for a client that does not read, but not for ever."""
        super().pause_writing()
        self._sending = self.loop.call_later(self.reading_s, self.transport.abort)

    def resume_writing(self) -> None:
        """Write on."""
        self._stop_sending()
        super().resume_writing()

    def _stop_sending(self) -> None:
        if self._sending:
            self._sending.cancel()
        self._sending = None


class LimitedConnection(_ReadByClient, H11Protocol):
    """A connection that is closed when a request takes too long to arrive, or is not read.

    uvicorn itself limits only the time between two requests.
    """

    most_connections = limits.CONNECTIONS.most
    arriving_s: float = limits.HEADERS_S.most
    _arriving: asyncio.TimerHandle | None = None

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


class LimitedWebSocket(_ReadByClient, WebSocketsSansIOProtocol):
    """A websocket that reads only a little ahead of the app.

    uvicorn itself reads all messages of 256 kB at once, and any number of pings, and writes a
    traceback for a text that is not UTF-8.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.close_timeout = _ANSWERED_S
        self._unread = b""
        self._others = TokenBucket(limits.PINGS)

    def data_received(self, data: bytes) -> None:
        """Keep what arrives, and read some of it."""
        self._unread += data
        if self._is_opening():
            self.transport.pause_reading()
        self._read_on()

    async def receive(self) -> ASGIReceiveEvent:
        """Return what comes next, and read on when all messages have been asked for."""
        event = await super().receive()
        self._read_on()
        return event

    async def send(self, message: ASGISendEvent) -> None:
        """Send a message; raise ClientDisconnected, which all expect, where the client leaves.

        uvicorn itself calls it an error of the app if the websocket is closing, and of one that has
        closed already, to close it again. Each would be a traceback in the log.
        """
        await self.writable.wait()
        if not (self.disconnected or self.close_sent or self.transport.is_closing()):
            await super().send(message)
            if message["type"] == "websocket.accept" and not self.transport.is_closing():
                self.transport.resume_reading()
                self._read_on()
        elif message["type"] != "websocket.close" or not self.handshake_complete:
            raise ClientDisconnected

    def handle_ping(self) -> None:
        """Answer a ping."""
        if self._may_come():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        """Note that the client is there."""
        if self._may_come():
            super().handle_pong(event)

    def handle_cont(self, event: Frame) -> None:
        """Add a part to a message."""
        if self._may_come():
            super().handle_cont(event)

    def send_receive_event_to_app(self) -> None:
        """Pass a message on, or close where it is a text that cannot be read."""
        if self.curr_msg_data_type == "bytes" or self.close_sent or _is_utf8(self.frames):
            super().send_receive_event_to_app()
        else:
            self._close(CloseCode.INVALID_DATA, "a text that is not UTF-8")

    def _read_on(self) -> None:
        # Reading pauses with the first message of a piece, until those of the piece are asked for.
        while self._unread and not (self.read_paused or self.disconnected or self._is_opening()):
            if self.close_sent and len(self._unread) > _MOST_AFTER_CLOSE:
                # The connection ends when `close_timer` does.
                self.transport.pause_reading()
                return
            piece, self._unread = self._unread[:_PIECE], self._unread[_PIECE:]
            super().data_received(piece)

    def _is_opening(self) -> bool:
        """Return whether the handshake is not answered yet: before that, no frame can be."""
        return self.handshake_initiated and not self.handshake_complete

    def _may_come(self) -> bool:
        """Return whether a ping or a part of a message may come; close if there are too many."""
        if not self.close_sent and self._others.take(self.loop.time()):
            self._close(CloseCode.POLICY_VIOLATION, "too many pings or parts of messages")
        return not self.close_sent

    def _close(self, code: int, reason: str) -> None:
        """Close as the app would: uvicorn has no way to do so from here."""
        if self.conn.state is not State.OPEN:
            # The client's own close came in the same piece, and is read next.
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.close)


def _is_utf8(parts: list[bytes]) -> bool:
    try:
        b"".join(parts).decode()
    except UnicodeDecodeError:
        return False
    return True


class RememberingWebSocket(LimitedWebSocket):
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
