"""Ten million points through `distances --workers`, in less memory than they take: not in CI.

`python -m bench.parts [workers] [points]` prints the time, and the memory of the largest process.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from bench.border import ROOT, random_events
from bench.rounds import read_rounds, read_sizes
from geo.cli.distance_tables import BorderSource
from geo.cli.distances_in_parts import write_distances_in_parts

WORKERS = 2
POINTS = 10_000_000
PART = 250_000
BORDER = BorderSource(ROOT / "data/border/ukraine.geojson")


def main(workers: int, points: int) -> None:
    """Write the points part by part, measure them, and print what it took."""
    with tempfile.TemporaryDirectory(prefix="bench-parts-") as folder:
        path = Path(folder) / "points.parquet"
        path.mkdir()
        size = min(PART, points)
        part = random_events(size).to_frame("geometry")
        for number in range(points // size):
            part.to_parquet(path / f"part.{number}.parquet")
        start = time.perf_counter()
        write_distances_in_parts(path, Path(folder) / "out.parquet", BORDER, workers)
        seconds = time.perf_counter() - start
    largest_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{points:,} points by {workers} workers {seconds:12.4g} s")
    print(f"memory of the largest worker {largest_kb / 1024:12.4g} MB")


if __name__ == "__main__":
    main(read_rounds(sys.argv[1:], WORKERS), *read_sizes(sys.argv[2:3], [POINTS]))
