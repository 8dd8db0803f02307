"""What a move and a hundred viewers cost, compared with the plain way, all in one run.

`python -m bench.app [seconds] [events ...]` prints one figure a line (name, value, unit). The
viewers move for so many seconds, with the middle one of the numbers of events. Moves are made
without a browser (bench/viewer.py), so that what is measured is the server and the way, and not a
busy screen. What takes longer is run by itself: `python -m bench.soak`, `python -m bench.replicas`.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from bench.events import GROUPS, event_file
from bench.figures import Figure, print_figures
from bench.moves import make_moves
from bench.rounds import read_rounds, read_sizes
from bench.server import Server, served
from bench.viewer import Move, Viewer

OURS, PLAIN = "app.py", "bench/plain.py"
SIZES = (100, 10_000, 100_000)
MOVES = 30
VIEWERS, EVERY_S, FOR_S = 100, 2.0, 180


def figures(seconds: float = FOR_S, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Yield name, value and unit of every figure."""
    with tempfile.TemporaryDirectory() as folder:
        files = {count: Path(folder, f"{count}.geojson") for count in sizes}
        for count, path in files.items():
            path.write_bytes(event_file(count))
        for count in sizes:
            yield from _moves(files[count], count)
        yield from _crowd(files[sizes[len(sizes) // 2]], seconds)


def _moves(path: Path, count: int) -> Iterator[Figure]:
    """Yield what one move of a filter costs with so many events, ours and the plain way."""
    seconds = {}
    for script, name in ((OURS, "ours"), (PLAIN, "plain")):
        with served(script, path) as server:
            moves, processor_ms = asyncio.run(make_moves(server, MOVES, "group", GROUPS))
        received = median(move.wire for move in moves)
        if script == PLAIN and received < count:
            raise RuntimeError(f"{script}: found {received:g} B received, wanted {count:,} rows")
        seconds[script] = median(move.seconds for move in moves)
        yield f"{count:,} events, {name}: server, per move", processor_ms, "ms"
        yield f"{count:,} events, {name}: until answered", seconds[script] * 1e3, "ms"
        yield f"{count:,} events, {name}: sent", median(move.sent for move in moves), "B"
        yield f"{count:,} events, {name}: received", received, "B"
    yield f"{count:,} events: times as fast", seconds[PLAIN] / seconds[OURS], "x"


def _crowd(path: Path, seconds: float) -> Iterator[Figure]:
    """Yield what a hundred viewers at once wait, and what they cost."""
    with served(OURS, path) as server:
        asyncio.run(make_moves(server, MOVES, "group", GROUPS))
        start_mb = server.memory_mb()
        moves, processor_ms, peak_mb = asyncio.run(_many_moves(server, seconds))
        time.sleep(2)
        waits = [move.seconds * 1e3 for move in moves]
        yield f"{VIEWERS} viewers: moves answered in {seconds:g} s", len(waits), ""
        yield f"{VIEWERS} viewers: p50", median(waits), "ms"
        yield f"{VIEWERS} viewers: p95", quantiles(waits, n=20)[-1], "ms"
        yield f"{VIEWERS} viewers: processor, per move", processor_ms, "ms"
        yield "memory for each viewer", (peak_mb - start_mb) / VIEWERS, "MB"
        yield "memory after they left, of the start", server.memory_mb() / start_mb, "x"


async def _many_moves(server: Server, seconds: float) -> tuple[Sequence[Move], float, float]:
    viewers = [Viewer(server.port) for _ in range(VIEWERS)]
    for viewer in viewers:
        await viewer.__aenter__()
    before = server.processor_s()
    until = time.perf_counter() + seconds
    starts = [number * EVERY_S / VIEWERS for number in range(VIEWERS)]
    each = await asyncio.gather(*map(_moves_of, viewers, starts, [until] * VIEWERS))
    moves = [move for moves in each for move in moves]
    processor_ms = (server.processor_s() - before) / len(moves) * 1e3
    peak_mb = server.memory_mb()
    for viewer in viewers:
        await viewer.__aexit__(None, None, None)
    return moves, processor_ms, peak_mb


async def _moves_of(viewer: Viewer, start: float, until: float) -> list[Move]:
    """Move a filter every two seconds, as a reader would, not waiting for the others."""
    await asyncio.sleep(start)
    moves: list[Move] = []
    while time.perf_counter() < until:
        moves.append(await viewer.move())
        await asyncio.sleep(max(0.0, EVERY_S - moves[-1].seconds))
    return moves


if __name__ == "__main__":
    print_figures(figures(read_rounds(sys.argv[1:], FOR_S), read_sizes(sys.argv[2:], SIZES)))
