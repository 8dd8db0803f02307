"""What scales beyond one process, each shown with two: API, site, distances.

`python -m bench.scale [events]` prints one line for each: what should hold, or a figure. No figure
here is a promise of speed; they say whether two processes share the work, and what each of them
reads. docs/scale.md explains them.
"""

import hashlib
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pandas as pd

from bench.border import ROOT, random_events
from bench.events import event_table
from bench.figures import Figure, print_figures
from bench.rounds import read_sizes
from bench.server import served
from geo.cli.distance_tables import BorderSource
from geo.cli.distances_in_parts import write_distances_in_parts

EVENTS = 20_000
PARTS, PART = 4, 25_000
BORDER = ROOT / "data/border/ukraine.geojson"
PAGE = "/api/collections/events/items?limit=100&bbox=30,45,40,55"


def main(events: int) -> None:
    """Print what was seen."""
    with tempfile.TemporaryDirectory(prefix="bench-scale-") as name:
        print_figures(chain(_share_url(Path(name), events), _share_distances(Path(name))))


def _share_url(folder: Path, events: int) -> Iterator[Figure]:
    """Yield what two replicas read of one GeoParquet at a URL, and whether both answer the same."""
    shared = folder / "shared"
    shared.mkdir()
    content = event_table(events)
    (shared / "events.parquet").write_bytes(content)
    with _file_server(shared) as (address, asked):
        url = f"{address}/events.parquet"
        with served("app.py", url) as one, served("app.py", url) as other:
            answers = []
            for replica in (one, other):
                start = time.perf_counter()
                answers.append(_digest(f"http://localhost:{replica.port}{PAGE}"))
                yield "API: first page of a box, of a replica", time.perf_counter() - start, "s"
                yield "API: memory of that replica", replica.memory_mb(), "MB"
    yield f"API: {events:,} events, the file", len(content) / 2**20, "MB"
    yield "API: both replicas give the same page (1 = yes)", float(len(set(answers)) == 1), ""
    yield "API: requests for the file by both", len(asked), ""
    yield "API: of them for a range of bytes", sum(is_range for is_range in asked), ""


def _digest(address: str) -> str:
    with urlopen(address) as answer:
        # Each answer names the moment and the host that it was asked at.
        features = answer.read().partition(b'"features"')[2].partition(b'"links"')[0]
    return hashlib.sha256(features).hexdigest()


def _share_distances(folder: Path) -> Iterator[Figure]:
    """Yield the time of distances part by part, with one worker and with two."""
    points = folder / "points.parquet"
    points.mkdir()
    part = random_events(PART).to_frame("geometry")
    for number in range(PARTS):
        part.to_parquet(points / f"part.{number}.parquet")
    measured = []
    for workers in (1, 2):
        start = time.perf_counter()
        out = folder / f"out-{workers}.parquet"
        write_distances_in_parts(points, out, BorderSource(BORDER), workers)
        seconds = time.perf_counter() - start
        yield f"distances of {PARTS * PART:,} points, {workers} workers", seconds, "s"
        measured.append(pd.read_parquet(out, columns=["distance_m"])["distance_m"].to_numpy())
    alone, shared = measured
    yield "distances: both give the same (1 = yes)", float(np.array_equal(alone, shared)), ""


@contextmanager
def _file_server(folder: Path) -> Iterator[tuple[str, list[bool]]]:
    """Serve a folder; yield its address, and for each request whether it was for a range."""
    asked: list[bool] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append("range" in self.headers)
            super().do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    main(*read_sizes(sys.argv[1:2], [EVENTS]))
