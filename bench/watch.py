"""What other readers notice while a server is attacked: their moves, its health, its memory."""

import asyncio
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import quantiles
from threading import Event, Thread

from bench.server import Server
from bench.viewer import Viewer

# Another address than the attacker's.
READER = "127.0.0.3"
_HEALTH_EVERY_S, _MOVE_EVERY_S, _LONGEST_S = 0.1, 0.5, 60.0


@dataclass
class Noticed:
    """What was noticed.

    Attributes
    ----------
    health, moves : list of float
        Seconds of each answer; `_LONGEST_S` where none came.
    failed : int
        Answers of the health check that were no "ok".
    """

    health: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    failed: int = 0

    def slowest_health_s(self) -> float:
        """Return the seconds of the slowest answer."""
        return max(self.health)

    def moves_p95_s(self) -> float:
        """Return the 95th percentile of the moves."""
        return quantiles(self.moves, n=20)[-1] if len(self.moves) > 1 else _LONGEST_S


class Watch:
    """Watches a server from a process of its own, since an attacker needs this one.

    Parameters
    ----------
    port : int
        Where readers find it.
    servers : sequence of Server
        Whose memory is measured.
    """

    def __init__(self, port: int, servers: list[Server]) -> None:
        self.servers = servers
        self.peak_mb = self.memory_mb()
        context = get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_watch, args=(port, there), daemon=True)
        self._process.start()
        self._here.recv()
        self._ended = Event()
        self._sampler = Thread(target=self._sample, daemon=True)
        self._sampler.start()

    def memory_mb(self) -> float:
        """Return the memory of the largest server now."""
        return max(server.memory_mb() for server in self.servers)

    def stop(self) -> Noticed:
        """Return what was noticed until now."""
        self._here.send("stop")
        noticed: Noticed = self._here.recv()
        self._ended.set()
        self._process.join(10)
        return noticed

    def _sample(self) -> None:
        while not self._ended.wait(0.05):
            self.peak_mb = max(self.peak_mb, self.memory_mb())


def _watch(port: int, there: Connection) -> None:
    noticed, ended = Noticed(), Event()
    health = Thread(target=_ask_health, args=(port, noticed, ended))
    health.start()
    asyncio.run(_move(port, noticed, there))
    ended.set()
    health.join()
    there.send(noticed)


def _ask_health(port: int, noticed: Noticed, ended: Event) -> None:
    while not ended.wait(_HEALTH_EVERY_S):
        start = time.perf_counter()
        client = HTTPConnection("127.0.0.1", port, timeout=_LONGEST_S, source_address=(READER, 0))
        try:
            client.request("GET", "/_stcore/health")
            noticed.failed += client.getresponse().status != 200
        except (OSError, HTTPException):
            noticed.failed += 1
        finally:
            client.close()
        noticed.health.append(time.perf_counter() - start)


async def _move(port: int, noticed: Noticed, there: Connection) -> None:
    async with Viewer(port, READER) as viewer:
        for _ in range(3):
            await viewer.move()
        there.send("watching")
        while not there.poll():
            start = time.perf_counter()
            try:
                await asyncio.wait_for(viewer.move(), _LONGEST_S)
                noticed.moves.append(time.perf_counter() - start)
            except TimeoutError:
                noticed.moves.append(_LONGEST_S)
            await asyncio.sleep(max(0.0, _MOVE_EVERY_S - (time.perf_counter() - start)))
