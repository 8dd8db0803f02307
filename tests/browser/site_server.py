"""Debian's nginx with a site, under a path and by the settings of docs/publishing.md."""

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.browser.chromium import PATIENCE_S

DOCUMENT = Path(__file__).parents[2] / "docs" / "publishing.md"
# As root, nginx would give up its rights, and then may not read a folder of root's alone.
_SETTINGS = """
{user}
daemon off; error_log stderr; pid {folder}/nginx.pid;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    {location}
  }}
}}
"""


def _read_location() -> str:
    """Return what the document tells readers to write into their settings of nginx."""
    found = re.search(r"^nginx:\n\n((?: {4}.*\n)+)", DOCUMENT.read_text("utf-8"), re.M)
    assert found is not None
    return found[1]


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve a site and give its address, and the server so that it can be stopped.

    Parameters
    ----------
    site : Path
    folder : Path
        For the server's own files.
    """
    nginx = shutil.which("nginx")
    if nginx is None:
        pytest.skip("needs nginx: deploy/install-nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    is_root = subprocess.run(["id", "-u"], capture_output=True, check=True).stdout.strip() == b"0"
    (folder / "story").symlink_to(site)
    location = _read_location().replace("/srv/sites", str(folder))
    settings = folder / "nginx.conf"
    settings.write_text(
        _SETTINGS.format(
            user="user root;" if is_root else "", folder=folder, port=port, location=location
        )
    )
    server = subprocess.Popen([nginx, "-c", str(settings), "-p", str(folder), "-e", "stderr"])
    try:
        _wait_until_it_answers(port, server)
        yield f"http://127.0.0.1:{port}/story/", server
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def _wait_until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    latest = monotonic() + PATIENCE_S
    while monotonic() < latest:
        assert server.poll() is None, "nginx ended before it answered"
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    raise TimeoutError(f"nginx did not answer within {PATIENCE_S} s")
