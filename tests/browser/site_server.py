"""Debian's nginx and Caddy with a site, under a path and by the settings of docs/publishing.md."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from time import monotonic, sleep

import pytest

from geo.events.files.folder_lock import lock_folder
from geo.publishing.site.publish import SiteChoices, publish_story
from geo.story.current import StoryFiles
from tests.browser.chromium import PATIENCE_S

DOCUMENT = Path(__file__).parents[2] / "docs" / "publishing.md"
# As root, nginx would give up its rights, and then may not read a folder of root's alone.
_SETTINGS = """
{user}
daemon off; error_log stderr; pid {folder}/nginx.pid; worker_processes 2;
events {{ }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    {location}
  }}
}}
"""


_CADDY_SETTINGS = """{{
  admin off
  auto_https off
}}
{recipe}
"""

Serving = Iterator[tuple[str, subprocess.Popen[bytes]]]


def read_recipe(name: str) -> str:
    """Return the first block that the document gives for a server, by the word it starts with."""
    block = rf"^{name}\b.*\n\n((?: {{4}}.*\n|\n(?= {{4}}))+)"
    found = re.search(block, DOCUMENT.read_text("utf-8"), re.M)
    assert found is not None, name
    return dedent(found[1])


@contextmanager
def serving(site: Path, folder: Path) -> Serving:
    """Serve a site by nginx and give its address, and the server so that it can be stopped.

    Parameters
    ----------
    site : Path
    folder : Path
        For the server's own files.
    """
    nginx = shutil.which("nginx")
    if nginx is None:
        pytest.skip("needs nginx: deploy/install-servers")
    is_root = subprocess.run(["id", "-u"], capture_output=True, check=True).stdout.strip() == b"0"
    port = _find_port()
    text = _SETTINGS.format(
        user="user root;" if is_root else "",
        folder=folder,
        port=port,
        location=read_recipe("nginx").replace("/srv/sites", str(folder)),
    )
    settings = _write_settings(text, site, folder)
    with _running([nginx, "-c", str(settings), "-p", str(folder), "-e", "stderr"], port) as served:
        yield served


@contextmanager
def serving_by_caddy(site: Path, folder: Path) -> Serving:
    """Serve a site by Caddy, as `serving` does by nginx."""
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("needs caddy: deploy/install-servers")
    port = _find_port()
    recipe = read_recipe("Caddy").replace("/srv/sites", str(folder))
    recipe = recipe.replace("news.example", f"http://127.0.0.1:{port}")
    settings = _write_settings(_CADDY_SETTINGS.format(recipe=recipe), site, folder)
    command = [caddy, "run", "--config", str(settings), "--adapter", "caddyfile"]
    # Else it would write what it does into the home of whoever runs the tests.
    own = {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with _running(command, port, own) as served:
        yield served


def publish_once(story: Path, site: Path) -> None:
    """Publish a story as `geo publish` does, unless another process of the tests has done so.

    Parameters
    ----------
    story, site : Path
        Their folders, that of the site within one that all processes of the tests share.
    """
    with lock_folder(site.parent):
        if not site.exists():
            publish_story(StoryFiles(story), SiteChoices(site, draws_pictures=False))


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _write_settings(text: str, site: Path, folder: Path) -> Path:
    (folder / "story").symlink_to(site)
    settings = folder / "settings"
    settings.write_text(text)
    return settings


@contextmanager
def _running(command: list[str], port: int, more: Mapping[str, str] | None = None) -> Serving:
    server = subprocess.Popen(command, env={**os.environ, **(more or {})})
    try:
        _wait_until_it_answers(port, server)
        yield f"http://127.0.0.1:{port}/story/", server
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def _wait_until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    latest = monotonic() + PATIENCE_S
    while monotonic() < latest:
        assert server.poll() is None, "the server ended before it answered"
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    raise TimeoutError(f"the server did not answer within {PATIENCE_S} s")
