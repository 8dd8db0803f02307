"""Whether the memory of a server grows while 385,000 events are used again and again.

`python -m bench.long_use [rounds] [FILE]` prints one figure a line. In a round viewers move
filters, pages of the API, boxes and figures are asked for, and all events are exported. The first
round makes what is made once. Memory is read when the server is idle, and the readers of a round
are forgotten and collected.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

from bench.events import event_table
from bench.figures import Figure, print_figures
from bench.moves import make_moves
from bench.rounds import read_rounds
from bench.server import Server, served
from bench.soak import wait_until_idle

ROUNDS = 4
_VIEWERS, _MOVES = 4, 10
_EVENTS = "/api/collections/events/items?limit=1000"
_ADDRESSES = (
    *(f"{_EVENTS}&offset={offset}" for offset in (0, 100_000, 300_000)),
    *(f"{_EVENTS}&bbox={west},0,{west + 40},40" for west in (0, 20, 40)),
    *(f"/api/figures/{name}.csv" for name in ("over-time", "regions")),
    *(f"/api/export/{kind}" for kind in ("parquet", "csv")),
)


def use_long(path: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Yield the memory of an idle server after each round, and its peak."""
    with served("app.py", path) as server:
        _use(server)
        start = wait_until_idle(server)
        yield "memory when idle after the first round", start, "MB"
        for number in range(rounds):
            _use(server)
            yield f"memory just after round {number + 2}", server.memory_mb(), "MB"
        end = wait_until_idle(server)
        yield f"memory when idle after {rounds} rounds more", end, "MB"
        yield "growth, of the first round", end / start, "x"
        yield "peak memory", server.peak_mb(), "MB"


def _use(server: Server) -> None:
    asyncio.run(_move(server))
    for address in _ADDRESSES:
        with urlopen(f"http://localhost:{server.port}{address}", timeout=600) as answer:
            while answer.read(1 << 20):
                pass


async def _move(server: Server) -> None:
    await asyncio.gather(*(make_moves(server, _MOVES) for _ in range(_VIEWERS)))


if __name__ == "__main__":
    rounds = read_rounds(sys.argv[1:], ROUNDS)
    with tempfile.TemporaryDirectory(prefix="bench-long-use-") as folder:
        events = Path(sys.argv[2]) if sys.argv[2:] else Path(folder) / "385000.parquet"
        if not sys.argv[2:]:
            events.write_bytes(event_table(385_000))
        print_figures(use_long(events, rounds))
