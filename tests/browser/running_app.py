"""An app of this repository, run as its readers run it."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.browser.chromium import PATIENCE_S

ROOT = Path(__file__).parents[2]
APP = ROOT / "app.py"


@contextmanager
def running(
    script: Path = APP,
    launcher: Sequence[str] = (),
    log: Path = Path(os.devnull),
    **environment: str,
) -> Iterator[str]:
    """Run an app on a free port and give its address.

    Parameters
    ----------
    script : Path
        The app itself, or a script for Streamlit's command line.
    launcher : sequence of str
        What Python is given to run it; by default what its readers' servers are given.
    log : Path
        Where its log goes; by default nowhere.
    **environment : str
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    if not launcher:
        launcher = () if script == APP else ("-m", "streamlit", "run")
    with log.open("w") as written:
        server = subprocess.Popen(
            [sys.executable, *launcher, str(script)],
            cwd=ROOT,
            env=os.environ | {"PORT": port, "STREAMLIT_SERVER_PORT": port} | environment,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://localhost:{port}"
        _wait_until_it_answers(f"{address}/_stcore/health", server)
        yield address
    finally:
        # Nothing is left to be tidied up, and a busy machine may be slow to end it politely.
        server.kill()
        server.wait()


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes]) -> None:
    latest = monotonic() + PATIENCE_S
    while monotonic() < latest:
        assert server.poll() is None, "the app ended before it answered"
        try:
            urllib.request.urlopen(address, timeout=10).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise TimeoutError(f"the app did not answer within {PATIENCE_S} s")
