"""What it takes to read events, measure them and draw them, each figure in a process of its own.

`python -m bench.reading` prints one figure a line (name, value, unit). Times are the processor's,
memory is the most that the process used.
"""

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import geopandas as gpd
import numpy as np

from bench.events import event_file, event_table

DATA = Path(__file__).parent.parent / "data"
_POINTS = 1_000_000
Step = tuple[str, float]
Figure = tuple[str, float, str]


def main() -> None:
    """Print the figures."""
    for name, value, unit in figures():
        print(f"{name:<56} {value:>12,.4g} {unit}", flush=True)


def figures() -> Iterator[Figure]:
    """Yield name, value and unit of every figure."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.geojson", Path(folder) / "many.parquet"
        few.write_bytes(event_file(100_000))
        many.write_bytes(event_table(1_000_000))
        yield from _alone("100,000 GeoJSON records", partial(_read, few))
        yield from _alone("1,000,000 GeoParquet rows", partial(_read, many))
        for when in ("nothing cached", "cached"):
            yield from _alone(f"100,000 events, {when}", partial(_start, few))
            yield from _alone(f"1,000,000 points, {when}", partial(_measure, Path(folder)))


def _alone(name: str, work: Callable[[], list[Step]]) -> Iterator[Figure]:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        steps, memory_mb = pool.apply(_with_memory, (work,))
    for step, seconds in steps:
        yield f"{name}: {step}", seconds, "s"
    yield f"{name}: memory", memory_mb, "MB"


def _with_memory(work: Callable[[], list[Step]]) -> tuple[list[Step], float]:
    steps = work()
    return steps, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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


def _measure(folder: Path) -> list[Step]:
    from geo.border import read_border
    from geo.border.cache import cached_distances

    border = read_border(DATA / "border/ukraine.geojson")
    chance = np.random.default_rng(20230503)
    lon, lat = (chance.uniform(*ends, _POINTS) for ends in ((22.0, 40.5), (44.3, 52.5)))
    places = gpd.GeoSeries.from_xy(lon, lat, crs="EPSG:4326")
    start = time.process_time()
    distances = cached_distances(places, border, folder)
    seconds = time.process_time() - start
    assert np.isfinite(distances["distance_m"]).all()
    return [("distances", seconds)]


if __name__ == "__main__":
    main()
