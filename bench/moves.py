"""What a move of a filter costs with 137, 10,000 and 385,000 events: bytes, and the server's time.

`python -m bench.moves [rounds] [FILE ...]` prints one figure a line. Servers run at the same time
and are asked in turn, so that a busy machine is as hard on each; of the rounds the least processor
time counts, of the bytes the middle. Moves choose types of events, words that every event has;
without files the records are those of the shipped story and two that `bench.events` makes.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from bench.events import event_file, event_table
from bench.figures import Figure, print_figures
from bench.rounds import read_rounds
from bench.server import Server, served
from bench.viewer import Move, Viewer
from geo.events.vocabulary import VOCABULARY

ROUNDS, MOVES = 3, 20
WORDS = tuple(VOCABULARY["event_type"])[:4]
# No hand is faster. Without the pause Streamlit itself waits 40 ms before it runs again.
_PAUSE_S = 0.2


def filter_moves(files: Sequence[Path | str], rounds: int = ROUNDS) -> Iterator[Figure]:
    """Yield what a move costs with each file."""
    with ExitStack() as running:
        servers = {path: running.enter_context(served("app.py", path)) for path in files}
        made = {path: [asyncio.run(make_moves(servers[path]))] for path in files}
        for _ in range(rounds):
            for path in files:
                made[path].append(asyncio.run(make_moves(servers[path])))
    for path, (_, *counted) in made.items():
        title = Path(path).name or "shipped story"
        moves = [move for each, _ in counted for move in each]
        yield f"{title}: server, processor per move", min(ms for _, ms in counted), "ms"
        yield f"{title}: until answered", min(one.seconds for one in moves) * 1e3, "ms"
        yield f"{title}: received, as sent", median(move.received for move in moves), "B"
        yield f"{title}: received, compressed", median(move.wire for move in moves), "B"
        yield f"{title}: received, compressed, most", max(move.wire for move in moves), "B"


async def make_moves(
    server: Server, moves: int = MOVES, parameter: str = "type", words: Sequence[str] = WORDS
) -> tuple[list[Move], float]:
    """Return moves of a new viewer after the first few, and the processor's ms for each."""
    async with Viewer(server.port, parameter=parameter, words=words) as viewer:
        for _ in range(4):
            await viewer.move()
        before, made = server.processor_s(), []
        for _ in range(moves):
            await asyncio.sleep(_PAUSE_S)
            made.append(await viewer.move())
        return made, (server.processor_s() - before) / moves * 1e3


def _make_files(folder: Path) -> Iterator[Path | str]:
    # Where no file is named, the server shows its own story.
    yield ""
    some, many = folder / "10000.geojson", folder / "385000.parquet"
    some.write_bytes(event_file(10_000))
    yield some
    many.write_bytes(event_table(385_000))
    yield many


if __name__ == "__main__":
    rounds = read_rounds(sys.argv[1:], ROUNDS)
    with tempfile.TemporaryDirectory(prefix="bench-moves-") as folder:
        named: list[Path | str] = [*sys.argv[2:]]
        paths = named or [*_make_files(Path(folder))]
        print_figures(filter_moves(paths, rounds))
