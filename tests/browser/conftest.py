"""A running app and a real browser; every page a test opens must stay at home and keep quiet."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
# A software GPU, for the maps alone: it takes twice the time to put together the rest of a page.
# None of the browser's own calls home: the machine may have no network.
ARGUMENTS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
]
_STARTS_WITHIN = 60

# A busy machine may be slow; what is expected must come, not come at once.
expect.set_options(timeout=30_000)


@contextmanager
def running(script: Path = ROOT / "app.py", **environment: str) -> Iterator[str]:
    """Run an app on a free port and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://localhost:{port}"
        _wait_until_it_answers(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes]) -> None:
    latest = monotonic() + _STARTS_WITHIN
    while monotonic() < latest:
        assert server.poll() is None, "the app ended before it answered"
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise TimeoutError(f"the app did not answer within {_STARTS_WITHIN} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The app with its own story."""
    with running() as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in fresh contexts; an error they log or a host they ask fails the test."""
    with opening(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open each page once for all tests of a module; for tests that look at it and change nothing.

    To open a page with its map takes six seconds of a processor, to look at it next to none.
    """
    with opening(browser) as opened:
        kept = cache(opened)

        def open_once(
            address: str, width: int = 1440, height: int = 900, color_scheme: str = "light"
        ) -> Page:
            return kept(address, width, height, color_scheme=color_scheme)

        yield open_once


@contextmanager
def opening(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a way to open pages in fresh contexts, and close them; they must stay at home."""
    faults: list[str] = []

    def opened(address: str, width: int = 1440, height: int = 900, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.callback(context.close)
        page = context.new_page()
        page.on("console", lambda said: _is_fault(said) and faults.append(said.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: _is_foreign(asked.url) and faults.append(asked.url))
        page.goto(address)
        return page

    with ExitStack() as contexts:
        yield opened
    assert faults == []


def _is_fault(said: ConsoleMessage) -> bool:
    # Streamlit looks for its server beneath the page first, and does not find it there.
    probe = re.search(r"/\w+/_stcore/(health|host-config)$", said.location["url"])
    return said.type == "error" and not probe


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in ("data", "blob") and parts.hostname not in ("localhost", "127.0.0.1")
