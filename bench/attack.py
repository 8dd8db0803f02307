"""One client against a server, and what other readers notice of it.

`python -m bench.attack [NAME ...]` runs each attack of the list, or those named, on a fresh server
with 10,000 events, and prints a row of the table in RESULTS.md. It stays on this machine and takes
ten minutes; nginx is needed for the one behind it.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench import attacks
from bench.balancer import balanced
from bench.events import event_file
from bench.server import ROOT, Server, served
from bench.watch import Watch

EVENTS = 10_000
# The server returns what it has freed once a minute (web/housekeeping.py).
_BACK_WITHIN_S = 75
_WATCHED_S = 10
_WANTED_MB, _WANTED_S = 1_200, 1.0


@dataclass(frozen=True)
class Case:
    """An attack and the server that it meets.

    Attributes
    ----------
    name : str
    attack : Attack
    descriptors : int or None
        How many files the server may open.
    is_balanced : bool
        Whether two servers run behind nginx.
    is_cut_off : bool
        Whether the network swallows what is sent to other hosts.
    """

    name: str
    attack: attacks.Attack
    descriptors: int | None = None
    is_balanced: bool = False
    is_cut_off: bool = False


CASES = (
    Case("300 sessions", attacks.open_sessions(300)),
    Case("8 compressed bombs", attacks.send_bombs),
    Case("one socket, messages as fast as it can", attacks.flood(1)),
    Case("40 sockets, messages as fast as they can", attacks.flood(40)),
    Case("12 uploads", attacks.upload),
    Case("70 connections of pictures", attacks.ask_pictures),
    Case("the same behind nginx", attacks.ask_pictures, is_balanced=True),
    Case("20 heavy pages of the API", attacks.ask_pages),
    Case("20 spreadsheets", attacks.ask_files),
    Case("50 slow connections", attacks.drip),
    Case("280 readers, 1,024 descriptors", attacks.open_sessions(280), descriptors=1_024),
    Case("foreign origins, no network", attacks.come_from_elsewhere, is_cut_off=True),
)


def main(names: list[str]) -> int:
    """Print a row for each attack; return 1 if any of them did more harm than wanted."""
    print("| attack | came of it | health, slowest | moves, p95 | memory: before, peak, after |")
    print("| --- | --- | --- | --- | --- |", flush=True)
    harm = 0
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder, "events.geojson")
        events.write_bytes(event_file(EVENTS))
        for case in CASES:
            if not names or any(name in case.name for name in names):
                row, harmless = _run(case, events)
                harm += not harmless
                print(row, flush=True)
    return min(harm, 1)


def _run(case: Case, events: Path) -> tuple[str, bool]:
    if case.is_balanced and shutil.which("nginx") is None:
        return f"| {case.name} | nginx is not installed | | | |", True
    with _serving(case, events) as (port, servers):
        watch = Watch(port, servers)
        before = watch.memory_mb()
        end = time.monotonic() + _WATCHED_S
        came_of_it = _attack_aside(case.attack, port)
        # One that is over at once may have been noticed a little later.
        time.sleep(max(0.0, end - time.monotonic()))
        noticed = watch.stop()
        after = _wait_for_memory(watch, before)
    health, moves = noticed.slowest_health_s(), noticed.moves_p95_s()
    failed = f", {noticed.failed} failed" if noticed.failed else ""
    row = (
        f"| {case.name} | {came_of_it} | {health:.2f} s{failed} | {moves:.2f} s "
        f"| {before:.0f}, {watch.peak_mb:.0f}, {after:.0f} MB |"
    )
    fast = max(health, moves) < _WANTED_S and not noticed.failed
    return row, fast and watch.peak_mb < _WANTED_MB


def _attack_aside(attack: attacks.Attack, port: int) -> str:
    """Attack from a process that yields to the server: in truth it is another machine."""
    context = get_context("fork")
    here, there = context.Pipe()

    def work() -> None:
        os.nice(10)
        there.send(attack(port))

    process = context.Process(target=work)
    process.start()
    came_of_it: str = here.recv()
    process.join()
    return came_of_it


@contextmanager
def _serving(case: Case, events: Path) -> Iterator[tuple[int, list[Server]]]:
    """Give the port that is attacked, and the servers behind it."""
    launcher = (str(ROOT / "bench" / "swallow.py"),) if case.is_cut_off else ()
    with served("app.py", events, case.descriptors, launcher) as one:
        if not case.is_balanced:
            yield one.port, [one]
            return
        with served("app.py", events) as other, balanced([one.port, other.port]) as port:
            yield port, [one, other]


def _wait_for_memory(watch: Watch, before: float) -> float:
    """Return the memory when it is back, or a minute later."""
    latest = time.monotonic() + _BACK_WITHIN_S
    while (now := watch.memory_mb()) > 1.1 * before and time.monotonic() < latest:
        time.sleep(0.5)
    return now


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
