"""Versions of a site behind a line that a test breaks, each story of it below a path of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass
class Line:
    """The line to a server, which always answers what the folders hold now.

    Attributes
    ----------
    address : str
        Of the server.
    folders : dict of str to Path
        What it has below a path such as ``/story/``; the longest one that fits counts.
    passes : frozenset of str, optional
        Addresses, without their query, that pass where the line is broken; None where it is not.
    """

    address: str
    folders: dict[str, Path] = field(default_factory=dict)
    passes: frozenset[str] | None = None

    def cut(self, *passes: str) -> None:
        """Break the line, except for some addresses."""
        self.passes = frozenset(passes)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *request: object, lines: list[Line]) -> None:
        self.lines = lines
        super().__init__(*request)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or break off without a word."""
        (line,) = self.lines
        asked = line.address + self.path.partition("?")[0]
        if line.passes is None or asked in line.passes:
            super().do_GET()
        else:
            self.close_connection = True

    def translate_path(self, path: str) -> str:
        """Return the file of an address."""
        (line,) = self.lines
        plain = path.partition("?")[0]
        first = max((one for one in line.folders if plain.startswith(one)), key=len, default=None)
        return str(line.folders[first] / plain[len(first) :]) if first else "/nothing"

    def end_headers(self) -> None:
        """Let browsers ask again, as docs/publishing.md wants it."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def connecting() -> Iterator[Line]:
    """Give a line to a server without folders."""
    lines: list[Line] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, lines=lines)) as server:
        lines.append(Line(f"http://127.0.0.1:{server.server_port}"))
        Thread(target=server.serve_forever, daemon=True).start()
        yield lines[0]
        server.shutdown()
