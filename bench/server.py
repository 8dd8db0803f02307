"""A Streamlit app run for measuring, and what its process has used."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.memory import read_memory_mb

ROOT = Path(__file__).parent.parent
_STARTS_WITHIN_S = 120


@dataclass(frozen=True)
class Server:
    """A running app.

    Attributes
    ----------
    port, pid : int
    started_s : float
        From the command to the first byte of the page.
    """

    port: int
    pid: int
    started_s: float

    def processor_s(self) -> float:
        """Return the time of the processor used so far."""
        numbers = Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """Return the memory held now."""
        return read_memory_mb("VmRSS", self.pid)

    def peak_mb(self) -> float:
        """Return the most memory held so far."""
        return read_memory_mb("VmHWM", self.pid)

    def wait_until_drawn(self, within_s: float = 60) -> str:
        """Return the Link header of the page once it names the rows of the events."""
        latest = time.monotonic() + within_s
        while time.monotonic() < latest:
            with urllib.request.urlopen(f"http://localhost:{self.port}/") as answer:
                link = str(answer.headers.get("link", ""))
            if "events.json" in link:
                return link
            time.sleep(0.1)
        raise TimeoutError(f"nothing was drawn within {within_s:g} s")

    def sessions(self) -> int:
        """Return how many readers it has."""
        address = f"http://localhost:{self.port}/_stcore/metrics"
        with urllib.request.urlopen(address) as answer:
            (number,) = re.findall(
                r"^active_sessions\S* (\d+)", answer.read().decode(), re.MULTILINE
            )
        return int(number)

    def kill(self) -> None:
        """End it without a word, as a machine that fails."""
        os.kill(self.pid, signal.SIGKILL)


def free_port() -> int:
    """Return a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def served(
    script: str, events: Path | str, descriptors: int | None = None, launcher: Sequence[str] = ()
) -> Iterator[Server]:
    """Run a script of this repository with an event file.

    Parameters
    ----------
    script : str
    events : Path
    descriptors : int, optional
        How many files the process may open.
    launcher : sequence of str
        What Python is given before the script.
    """
    port = free_port()
    start = time.perf_counter()
    if not launcher and script != "app.py":
        launcher = ("-m", "streamlit", "run")
    limit = ("prlimit", f"--nofile={descriptors}:{descriptors}") if descriptors else ()
    process = subprocess.Popen(
        [*limit, sys.executable, *launcher, script],
        cwd=ROOT,
        env=os.environ
        | {
            "EVENTS": str(events),
            "PORT": str(port),
            "STREAMLIT_SERVER_PORT": str(port),
            # Streamlit's own limit: that of our app is less than the plain way sends.
            "STREAMLIT_SERVER_MAX_MESSAGE_SIZE": "200",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for_page(f"http://localhost:{port}/", start + _STARTS_WITHIN_S)
        yield Server(port, process.pid, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for_page(address: str, latest: float) -> None:
    while True:
        try:
            urllib.request.urlopen(address, timeout=60).close()
            return
        except OSError:
            if time.perf_counter() > latest:
                raise
            time.sleep(0.02)
