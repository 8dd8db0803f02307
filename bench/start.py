"""From the start of the server to its first page, opened again: 137, 10,000 and 385,000 events.

`python -m bench.start [times] [FILE ...]` prints one figure a line: processor time and clock until
the first page is answered, and until the whole first view is drawn, each the least of all times.
Without files it measures the shipped story, a GeoJSON file and the table that `bench.importing`
invents, imported to GeoParquet; "" is the shipped story. Each server is started once before, so
that checked events are cached beside their file. Starts are made in turn.
"""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.request import urlopen

from bench.events import event_file
from bench.importing import ROWS, import_rows, write_rows
from bench.rounds import read_rounds
from bench.server import Server, served

TIMES = 3
_DRAWN_WITHIN_S = 600
# Where no file is named, the server shows its own story.
_SHIPPED = ""
Figure = tuple[str, float, str]


def starts(files: Sequence[Path | str], times: int = TIMES) -> Iterator[Figure]:
    """Yield what the start with each file takes: the least of some times, and all clocks."""
    measured: dict[Path | str, list[tuple[float, ...]]] = {path: [] for path in files}
    for turn in range(times + 1):
        for path in files:
            with served("app.py", path) as server:
                first = server.started_s, server.processor_s(), server.memory_mb()
                drawn_s = _wait_until_drawn(server)
                whole = server.started_s + drawn_s, server.processor_s(), server.peak_mb()
            if turn:
                measured[path].append(first + whole)
    for path, rounds in measured.items():
        title = Path(path).name or "shipped story"
        least = [min(column) for column in zip(*rounds, strict=True)]
        for name, value, unit in zip(
            (
                "first page, on the clock",
                "first page, processor",
                "memory at the first page",
                "first view drawn, on the clock",
                "first view drawn, processor",
                "memory at the most",
            ),
            least,
            ("s", "s", "MB") * 2,
            strict=True,
        ):
            yield f"{title}: {name}", value, unit


def _wait_until_drawn(server: Server) -> float:
    """Return the seconds until a page names the rows of the events, which are then drawn."""
    start = time.monotonic()
    while time.monotonic() < start + _DRAWN_WITHIN_S:
        with urlopen(f"http://localhost:{server.port}/") as answer:
            if "events.json" in answer.headers.get("link", ""):
                return time.monotonic() - start
        time.sleep(0.5)
    raise TimeoutError("the first view was not drawn")


def _make_files(folder: Path) -> Iterator[Path | str]:
    yield _SHIPPED
    some, table, many = (folder / name for name in ("10000.geojson", "ged.csv", "385000.parquet"))
    some.write_bytes(event_file(10_000))
    yield some
    write_rows(table, ROWS)
    import_rows(table, many)
    yield many


if __name__ == "__main__":
    times = read_rounds(sys.argv[1:], TIMES)
    with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
        named: list[Path | str] = [*sys.argv[2:]]
        paths = named or [*_make_files(Path(folder))]
        for name, value, unit in starts(paths, times):
            print(f"{name:<56} {value:>12,.4g} {unit}", flush=True)
