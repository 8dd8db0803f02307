"""A site as a server sends it, for as long as it is checked: at this machine, under a sub-path."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PREFIX = "/published/"


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        # Addresses outside the site's path are not found, as on a host with other pages.
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "no such page"
        return super().translate_path(inside)

    def log_message(self, *_: object) -> None:
        """Leave the terminal to the report."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Yield the address of a site's folder, at which this machine alone can ask for it."""
    handler = partial(_Handler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
