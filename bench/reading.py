"""What it takes to read events, measure them and draw them, each figure in a process of its own.

`python -m bench.reading [events]` prints one figure a line (name, value, unit): of so many events
of GeoJSON, and of ten times as many of GeoParquet. Times are the processor's, memory is the most
that the process used.
"""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import geopandas as gpd
import numpy as np

from bench.events import event_file, event_table
from bench.figures import Figure, print_figures
from bench.memory import read_memory_mb
from bench.rounds import read_sizes

DATA = Path(__file__).parent.parent / "data"
EVENTS = 100_000
Step = tuple[str, float]


def figures(events: int = EVENTS) -> Iterator[Figure]:
    """Yield name, value and unit of every figure."""
    rows = 10 * events
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.geojson", Path(folder) / "many.parquet"
        few.write_bytes(event_file(events))
        many.write_bytes(event_table(rows))
        yield from _alone(f"{events:,} GeoJSON records", partial(_read, few))
        yield from _alone(f"{rows:,} GeoParquet rows", partial(_read, many))
        for when in ("nothing cached", "cached"):
            yield from _alone(f"{events:,} events, {when}", partial(_start, few))
            yield from _alone(f"{rows:,} points, {when}", partial(_measure, Path(folder), rows))


def _alone(name: str, work: Callable[[], list[Step]]) -> Iterator[Figure]:
    # A pool of multiprocessing waits for ever for a worker that the system has killed.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        steps, memory_mb = pool.submit(_with_memory, work).result()
    for step, seconds in steps:
        yield f"{name}: {step}", seconds, "s"
    yield f"{name}: memory", memory_mb, "MB"


def _with_memory(work: Callable[[], list[Step]]) -> tuple[list[Step], float]:
    steps = work()
    return steps, read_memory_mb("VmHWM")


def _read(path: Path) -> list[Step]:
    from geo.events import read_events

    start = time.process_time()
    read_events(path)
    return [("read and check", time.process_time() - start)]


def _start(path: Path) -> list[Step]:
    """Return what is done before the first page can be answered."""
    from geo.drawing.drawn_record import draw_record
    from geo.events import EventSource
    from geo.story.current import StoryFiles, open_current

    start = time.process_time()
    current = open_current(StoryFiles(DATA, EventSource.from_name(path)))
    opened = time.process_time()
    draw_record(current, lambda *_: "")
    return [("open_current", opened - start), ("draw_record", time.process_time() - opened)]


def _measure(folder: Path, points: int) -> list[Step]:
    from geo.border import read_border
    from geo.border.cache import cached_distances

    border = read_border(DATA / "border/ukraine.geojson")
    chance = np.random.default_rng(20230503)
    lon, lat = (chance.uniform(*ends, points) for ends in ((22.0, 40.5), (44.3, 52.5)))
    places = gpd.GeoSeries.from_xy(lon, lat, crs="EPSG:4326")
    start = time.process_time()
    distances = cached_distances(places, border, folder)
    seconds = time.process_time() - start
    assert np.isfinite(distances["distance_m"]).all()
    return [("distances", seconds)]


if __name__ == "__main__":
    print_figures(figures(*read_sizes(sys.argv[1:2], [EVENTS])))
