"""A server of one file of events, and of what else can go wrong with one."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.event_texts import collection, record

CONTENT = collection(record("a"), record("b"))


class Newsroom(ThreadingHTTPServer):
    """A server whose content, status and ETag a test chooses; `asked` says what it answered."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.content = CONTENT
        self.compressed: bytes | None = None
        self.etag = '"1"'
        self.status = 200
        self.readers: list[str] = []
        self.asked: list[tuple[str, int]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/events.geojson"


class Desk(BaseHTTPRequestHandler):
    """Answers: the file at any path, but for /to/..., /circle, /slow and /short."""

    server: Newsroom

    def do_GET(self) -> None:
        room = self.server
        headers: dict[str, str] = {}
        status, content = room.status, room.content
        if self.path.startswith("/to/"):
            status, headers["Location"] = 302, self.path[len("/to/") :]
        elif self.path == "/circle":
            status, headers["Location"] = 302, self.path
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):  # the reader has left
                for _ in range(50):
                    self.wfile.write(b" ")
                    time.sleep(0.02)  # the server is slow, not the test
            return
        elif self.path == "/short":
            headers["Content-Length"] = "1000000"
        elif room.etag:
            headers["ETag"] = room.etag
            if self.headers["If-None-Match"] == room.etag and status == 200:
                status = 304
        if room.compressed:
            headers["Content-Encoding"], content = "gzip", room.compressed
        room.readers.append(self.headers["User-Agent"])
        room.asked.append((self.path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content if status == 200 else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing on the error output."""


@contextmanager
def run_newsroom() -> Iterator[Newsroom]:
    """Run the server in a thread of its own until the block ends."""
    with Newsroom() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def wait_until(is_true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Return whether something came true in time."""
    until = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True
