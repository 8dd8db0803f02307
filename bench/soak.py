"""Ten thousand moves on one server, and whether memory is freed when the readers have left.

`python -m bench.soak [moves] [viewers]` prints one figure a line; 10,000 moves take about ten
minutes. Viewers come in rounds, so that sessions are opened and closed all the while, as a day of
readers would. Memory is what the kernel says the server holds.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.rounds import read_rounds
from bench.server import Server, served
from bench.viewer import Viewer

EVENTS = 10_000
MOVES, VIEWERS, ROUNDS = 10_000, 20, 10
# Streamlit keeps who left for two minutes, and forgets them when the next one comes; then the
# server collects within a minute (web/housekeeping.py).
KEPT_FOR_S, COLLECTED_IN_S = 125, 70


def soak(moves: int = MOVES, viewers: int = VIEWERS) -> Iterator[Figure]:
    """Yield the memory of a server before, while and after so many moves.

    Parameters
    ----------
    moves : int
        Of all viewers together.
    viewers : int
        At a time; a round of them makes a tenth of the moves and leaves.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "events.geojson")
        path.write_bytes(event_file(EVENTS))
        with served("app.py", path) as server:
            # What is made once, for the first readers, does not count as growth.
            asyncio.run(_round(server, viewers, 4))
            start = wait_until_idle(server)
            yield "memory at the start", start, "MB"
            done, processor = 0, server.processor_s()
            each = max(1, moves // ROUNDS // viewers)
            for number in range(ROUNDS):
                done += asyncio.run(_round(server, viewers, each))
                yield f"memory after {done:,} moves, {number + 1} rounds", server.memory_mb(), "MB"
            yield "processor, per move", (server.processor_s() - processor) / done * 1e3, "ms"
            yield "memory when they have just left", server.memory_mb(), "MB"
            end = wait_until_idle(server)
            yield "memory when they are forgotten and collected", end, "MB"
            yield "of the start", end / start, "x"
            yield "growth for each move", (end - start) / done * 1024, "kB"


def wait_until_idle(server: Server) -> float:
    """Return the memory when all readers are forgotten."""
    time.sleep(KEPT_FOR_S)
    asyncio.run(_round(server, 1, 1))
    time.sleep(COLLECTED_IN_S)
    return server.memory_mb()


async def _round(server: Server, viewers: int, moves: int) -> int:
    """Open viewers, let each make its moves one after the other, and close them."""
    each = [_visit(server, moves) for _ in range(viewers)]
    return sum(await asyncio.gather(*each))


async def _visit(server: Server, moves: int) -> int:
    async with Viewer(server.port) as viewer:
        for _ in range(moves):
            await viewer.move()
    return moves


if __name__ == "__main__":
    moves, viewers = read_rounds(sys.argv[1:], MOVES), read_rounds(sys.argv[2:], VIEWERS)
    print_figures(soak(moves, viewers))
