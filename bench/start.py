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

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.importing import ROWS, import_rows, write_rows
from bench.rounds import read_rounds
from bench.server import served

TIMES = 3
_DRAWN_WITHIN_S = 600
# Where no file is named, the server shows its own story.
_SHIPPED = ""


def starts(files: Sequence[Path | str], times: int = TIMES) -> Iterator[Figure]:
    """Yield what starting with each file costs: the least of all counted rounds."""
    measured: dict[Path | str, list[tuple[float, ...]]] = {path: [] for path in files}
    for turn in range(times + 1):
        for path in files:
            with served("app.py", path) as server:
                first = server.started_s, server.processor_s(), server.memory_mb()
                start = time.monotonic()
                server.wait_until_drawn(_DRAWN_WITHIN_S)
                drawn_s = server.started_s + time.monotonic() - start
                whole = drawn_s, server.processor_s(), server.peak_mb()
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
                "peak memory",
            ),
            least,
            ("s", "s", "MB") * 2,
            strict=True,
        ):
            yield f"{title}: {name}", value, unit


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
        print_figures(starts(paths, times))
