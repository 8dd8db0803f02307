"""Connections that send nothing, or read nothing, do not stay; what was sent costs little again."""

import asyncio
import io
import logging
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from threading import Event, Thread
from time import monotonic, sleep

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.browser.chromium import PATIENCE_S
from web.clients.connections import LimitedConnection, RememberingWebSocket

LONG = "x" * 2**26
# As long as a move, and like nothing but itself.
MOVE = secrets.token_hex(5_000)
FLOOD = 5_000
READ_ON = Event()


class Hurried(LimitedConnection):
    """The same with shorter times, so that no test waits long."""

    most_connections = 3
    arriving_s = 0.5
    reading_s = 0.5


async def _greet(_: Request) -> Response:
    return PlainTextResponse("here")


async def _send_much(_: Request) -> Response:
    return PlainTextResponse(LONG)


async def _move(socket: WebSocket) -> None:
    await socket.accept()
    async for _ in socket.iter_text():
        await socket.send_text(MOVE)


async def _repeat_later(socket: WebSocket) -> None:
    """Repeat one message, and all others when they have been asked for."""
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    while not READ_ON.is_set():
        await asyncio.sleep(0.01)
    async for text in socket.iter_text():
        await socket.send_text(text)


async def _accept_later(socket: WebSocket) -> None:
    """Answer the handshake only when it is asked for."""
    while not READ_ON.is_set():
        await asyncio.sleep(0.01)
    await _move(socket)


class HurriedSocket(RememberingWebSocket):
    """The same with a shorter time."""

    reading_s = 0.5


async def _send_on(socket: WebSocket) -> None:
    await socket.accept()
    while True:
        await socket.send_text(MOVE)


async def _close_too_late(scope: Scope, receive: Receive, send: Send) -> None:
    socket = WebSocket(scope, receive, send)
    await socket.accept()
    # The first says that the client closes, the second that the connection is lost.
    for _ in range(2):
        while (await receive())["type"] != "websocket.disconnect":
            pass
    await socket.close()


async def _send_after_close(_: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close"})
    await send({"type": "websocket.send", "text": "more"})


@pytest.fixture
def server() -> Iterator[uvicorn.Server]:
    """A server that gives clients half a second."""
    routes = [
        Route("/", _greet),
        Route("/long", _send_much),
        WebSocketRoute("/move", _move),
        WebSocketRoute("/on", _send_on),
        WebSocketRoute("/later", _repeat_later),
        WebSocketRoute("/accepted", _accept_later),
        Mount("/left", _close_too_late),
        Mount("/closed", _send_after_close),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes),
        port=0,
        http=Hurried,
        ws=HurriedSocket,
        log_level="critical",
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    _wait_until(lambda: server.started)
    READ_ON.clear()
    yield server
    READ_ON.set()
    server.should_exit = True
    thread.join()


def _wait_until(holds: Callable[[], bool]) -> None:
    latest = monotonic() + PATIENCE_S
    while not holds():
        assert monotonic() < latest
        sleep(0.01)


def _connections(server: uvicorn.Server) -> int:
    return len(server.server_state.connections)


def _connect(server: uvicorn.Server) -> socket.socket:
    address = server.servers[0].sockets[0].getsockname()
    return socket.create_connection(address, timeout=PATIENCE_S)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: a\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    ],
)
def test_a_request_that_does_not_arrive_is_not_waited_for(
    server: uvicorn.Server, sent: bytes
) -> None:
    with _connect(server) as connection:
        connection.sendall(sent)
        while connection.recv(2**16):
            pass
    _wait_until(lambda: not _connections(server))


def test_a_request_that_drips_is_not_waited_for(server: uvicorn.Server) -> None:
    with _connect(server) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        _wait_until(lambda: _connections(server) == 1)
        # Each line is sent long before the time is over.
        while _connections(server):
            with suppress(ConnectionError):
                connection.sendall(b"x: y\r\n")
            sleep(0.05)


def test_requests_one_after_the_other_are_answered_for_long(server: uvicorn.Server) -> None:
    host, port = server.servers[0].sockets[0].getsockname()
    with closing(HTTPConnection(host, port, timeout=PATIENCE_S)) as client:
        client.connect()
        connection, latest = client.sock, monotonic() + 3 * Hurried.arriving_s
        while monotonic() < latest:
            client.request("GET", "/")
            assert client.getresponse().read() == b"here"
            sleep(0.05)
        assert client.sock is connection


def test_a_response_that_is_not_read_is_given_up(server: uvicorn.Server) -> None:
    with _connect(server) as connection:
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
        _wait_until(lambda: _connections(server) == 1)
        _wait_until(lambda: not _connections(server))


def _write_handshake(path: bytes) -> bytes:
    return (
        b"GET " + path + b" HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )


def test_a_websocket_that_is_not_read_is_given_up(server: uvicorn.Server) -> None:
    with _connect(server) as connection:
        connection.sendall(_write_handshake(b"/on"))
        _wait_until(lambda: _connections(server) == 1)
        _wait_until(lambda: not _connections(server))


def test_a_connection_too_many_is_closed_and_the_others_stay(server: uvicorn.Server) -> None:
    with ExitStack() as stack:
        first = [stack.enter_context(_connect(server)) for _ in range(Hurried.most_connections)]
        _wait_until(lambda: _connections(server) == Hurried.most_connections)
        last = stack.enter_context(_connect(server))
        with suppress(ConnectionResetError):
            assert last.recv(1) == b""
        first[0].sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert first[0].recv(2**16).startswith(b"HTTP/1.1 200")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What uvicorn and asyncio write, from warnings on."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "asyncio")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def _wait_until_all_have_left(server: uvicorn.Server) -> None:
    _wait_until(lambda: not server.server_state.connections and not server.server_state.tasks)


@pytest.mark.parametrize("path", ["left/", "closed/"])
def test_what_is_sent_to_a_client_that_has_left_is_no_error_in_the_log(
    server: uvicorn.Server, log: io.StringIO, path: str
) -> None:
    async def come_and_leave() -> None:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/{path}") as connection:
            with suppress(ConnectionClosed):
                await connection.send("here")

    asyncio.run(come_and_leave())
    _wait_until_all_have_left(server)
    assert log.getvalue() == ""


# "\xc3\xa9" is a letter in UTF-8, "\xc3(" is not.
@pytest.mark.parametrize("parts", [[b"\xff"], [b"\xc3", b"("], [b"\xc3"]])
def test_a_text_that_is_not_utf8_closes_the_websocket_and_is_no_error_in_the_log(
    server: uvicorn.Server, log: io.StringIO, parts: list[bytes]
) -> None:
    async def send_text() -> int:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/move") as connection:
            await connection.send(parts, text=True)
            with pytest.raises(ConnectionClosed) as closed:
                await connection.recv()
        return 0 if closed.value.rcvd is None else closed.value.rcvd.code

    assert asyncio.run(send_text()) == 1007
    _wait_until_all_have_left(server)
    assert log.getvalue() == ""


def test_a_letter_may_lie_in_two_parts_of_a_text(server: uvicorn.Server) -> None:
    async def send_text() -> object:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/later") as connection:
            await connection.send([b"\xc3", b"\xa9"], text=True)
            return await connection.recv()

    assert asyncio.run(send_text()) == "\u00e9"


def _find_websocket(server: uvicorn.Server) -> RememberingWebSocket:
    [found] = server.server_state.connections
    assert isinstance(found, RememberingWebSocket)
    return found


# Frames with a mask of zeros, and the code with which the server closes.
@pytest.mark.parametrize(
    ("frames", "code"),
    [
        (b"\x81\x81\x00\x00\x00\x00\xff", 1007),
        (b"\x80\x80\x00\x00\x00\x00", 1002),
        (b"\x89\x80\x00\x00\x00\x00" * FLOOD, 1008),
    ],
    ids=["not UTF-8", "a part without a start", "pings"],
)
def test_what_comes_before_the_handshake_is_answered_is_read_after_it(
    server: uvicorn.Server, log: io.StringIO, frames: bytes, code: int
) -> None:
    with _connect(server) as connection:
        connection.sendall(_write_handshake(b"/accepted"))
        _wait_until(lambda: bool(server.server_state.tasks))
        connection.sendall(frames)
        _wait_until(lambda: not _find_websocket(server).transport.is_reading())
        READ_ON.set()
        received = b"".join(iter(lambda: connection.recv(2**16), b""))
    assert received.startswith(b"HTTP/1.1 101 ")
    close = received[received.rindex(b"\x88") :]
    assert int.from_bytes(close[2:4], "big") == code
    _wait_until_all_have_left(server)
    assert log.getvalue() == ""


class Counted(ClientConnection):
    """A connection that counts what arrives."""

    arrived = 0

    def data_received(self, data: bytes) -> None:
        """Count it."""
        self.arrived += len(data)
        super().data_received(data)


def test_a_move_that_is_sent_again_is_named_and_not_repeated(server: uvicorn.Server) -> None:
    async def move_twice() -> tuple[int, int]:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/move", create_connection=Counted) as connection:
            assert isinstance(connection, Counted)
            counts = [connection.arrived]
            for _ in range(2):
                await connection.send("next")
                assert await connection.recv() == MOVE
                counts.append(connection.arrived)
        return counts[1] - counts[0], counts[2] - counts[1]

    first, again = asyncio.run(move_twice())
    assert first > 5_000
    assert again < 200


def test_what_the_app_has_not_asked_for_stays_with_the_client(server: uvicorn.Server) -> None:
    async def flood() -> tuple[int, list[object]]:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/later", compression=None) as connection:
            await connection.send("0")
            await connection.recv()
            # All in one go, as frames that are masked with zeros.
            connection.transport.write(b"\x81\x81\x00\x00\x00\x007" * FLOOD)
            queue = _find_websocket(server).queue
            while not queue.qsize():
                await asyncio.sleep(0.01)
            most = queue.qsize()
            READ_ON.set()
            return most, [await connection.recv() for _ in range(FLOOD)]

    most, answers = asyncio.run(flood())
    assert most < 1_000
    assert answers == ["7"] * FLOOD


async def _ping(connection: ClientConnection) -> None:
    for number in range(10**6):
        await connection.ping(str(number))
        # What has come is read.
        await asyncio.sleep(0)


async def _send_in_parts(connection: ClientConnection) -> None:
    async def make_parts() -> AsyncIterator[str]:
        for _ in range(10**6):
            yield ""
            await asyncio.sleep(0)

    await connection.send(make_parts())


@pytest.mark.parametrize("flood", [_ping, _send_in_parts])
def test_a_client_that_sends_endless_frames_is_disconnected(
    server: uvicorn.Server, flood: Callable[[ClientConnection], Awaitable[None]]
) -> None:
    async def connect_and_flood() -> int:
        host, port = server.servers[0].sockets[0].getsockname()
        async with connect(f"ws://{host}:{port}/move") as connection:
            with pytest.raises(ConnectionClosed) as closed:
                await flood(connection)
        return 0 if closed.value.rcvd is None else closed.value.rcvd.code

    assert asyncio.run(connect_and_flood()) == 1008
