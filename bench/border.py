"""How fast and how right the distance to a border is, beside the usual ways, all in one run.

`python -m bench.border` prints one figure a line (name, value, unit) and writes methods.json, which
the method page shows. Everything runs on one core; times are the processor's, so that other work
on the machine counts less. See requirements.txt for what is needed.
"""

import datetime
import json
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bench import postgis
from bench.methods import METHODS, OURS, POSTGIS, S2, Floats
from geo.border import Border, distance_to_border, read_border

ROOT = Path(__file__).parent.parent
WEST, SOUTH, EAST, NORTH = 22.0, 44.3, 40.5, 52.5  # Around Ukraine: half inside, half outside.
FARTHEST_M = 3_000e3  # Rows of the reference that methods are judged by.


def main() -> None:
    """Print the figures and write methods.json."""
    for name, value, unit in figures():
        print(f"{name:<56} {value:>12,.4g} {unit}", flush=True)


def figures() -> Iterator[tuple[str, float, str]]:
    """Yield name, value and unit of every figure."""
    ukraine = read_border(ROOT / "data/border/ukraine.geojson")
    yield from _own_figures(ukraine)
    rows = list(_method_rows(ukraine))
    speed = {row.method: row.points_per_s for row in rows}
    for row in rows:
        yield f"{row.method}: points on one core", row.points_per_s, "points/s"
        yield f"{row.method}: worst error", row.worst_error_m, "m"
    yield "times the points of PostGIS", speed[OURS] / speed[POSTGIS], "x"
    yield "times the points of spherely", speed[OURS] / speed[S2], "x"
    about = {
        "date": datetime.date.today().isoformat(),
        "machine": f"one core of {_processor()}",
        "vertices": 20_000,
        "judged_by": "tests/data/truth_ua_wa.csv below 3,000 km",
        "methods": [asdict(row) for row in rows],
    }
    text = json.dumps(about, indent=1, ensure_ascii=False) + "\n"
    (ROOT / "bench/methods.json").write_text(text, encoding="utf-8")


def _own_figures(ukraine: Border) -> Iterator[tuple[str, float, str]]:
    few, many = random_events(100), random_events(1_000_000)
    yield "build the border", _best_s(lambda: _fresh(ukraine).linework, 3) * 1e3, "ms"
    distance_to_border(few, ukraine)
    yield "100 events", _best_s(lambda: distance_to_border(few, ukraine), 20) * 1e3, "ms"
    yield "1,000,000 events", _best_s(lambda: distance_to_border(many, ukraine), 2), "s"
    seconds = {}
    some = many[:200_000]
    for count in (1_000, 200_000):
        border = with_vertices(ukraine, count)
        distance_to_border(few, border)
        seconds[count] = _best_s(partial(distance_to_border, some, border), 3)
        yield f"200,000 events, border of {count:,} vertices", seconds[count], "s"
    yield "growth from 1,000 to 200,000 vertices", seconds[200_000] / seconds[1_000], "x"


@dataclass(frozen=True)
class MethodRow:
    """What methods.json says of a method."""

    method: str
    worst_error_m: float
    worst_within_100_km_m: float
    points_per_s: float


def _method_rows(ukraine: Border) -> Iterator[MethodRow]:
    """Yield what each method gets wrong and how fast it is."""
    truth = pd.read_csv(ROOT / "tests/data/truth_ua_wa.csv").query("distance_m < @FARTHEST_M")
    polygon = read_border(ROOT / "tests/data/truth_ua_wa_polygon.geojson")
    lon, lat = truth.lon.to_numpy(), truth.lat.to_numpy()
    far = random_events(100_000)
    crowd = far.x.to_numpy(), far.y.to_numpy(), with_vertices(ukraine, 20_000)
    for method in METHODS:
        measure = method.prepare(*crowd)
        seconds = _best_s(measure, 3)
        found = method.prepare(lon, lat, polygon)()
        yield _row(method.name, truth.distance_m.to_numpy(), found, len(far) / seconds)
    with postgis.postgis() as server:
        postgis.load(server, shapely.points(*crowd[:2]), crowd[2].line)
        clock = partial(postgis.processor_s, server)
        seconds = _best_s(partial(postgis.total_distance, server), 3, clock)
        postgis.load(server, shapely.points(lon, lat), polygon.line)
        found = np.array(postgis.distances(server))
    yield _row(POSTGIS, truth.distance_m.to_numpy(), found, len(far) / seconds)


def _row(method: str, truth: Floats, found: Floats, speed: float) -> MethodRow:
    error = np.abs(found - truth)
    return MethodRow(
        method=method,
        worst_error_m=_three_figures(error.max()),
        worst_within_100_km_m=_three_figures(error[truth < 100e3].max()),
        points_per_s=_three_figures(speed),
    )


def random_events(count: int) -> gpd.GeoSeries:
    """Return points spread evenly over a box around Ukraine, the same at each run."""
    chance = np.random.default_rng(20230503)
    lon, lat = chance.uniform(WEST, EAST, count), chance.uniform(SOUTH, NORTH, count)
    return gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def with_vertices(border: Border, count: int) -> Border:
    """Return the border with about as many vertices: simplified, or its edges divided."""
    enough = shapely.get_num_coordinates(border.polygon) >= count
    change = shapely.simplify if enough else shapely.segmentize
    low, high = 1e-6, 1.0  # degrees: more of either leaves fewer vertices
    for _ in range(40):
        middle = (low * high) ** 0.5
        changed = change(border.polygon, middle)
        if shapely.get_num_coordinates(changed) > count:
            low = middle
        else:
            high = middle
    return Border(shapely.make_valid(change(border.polygon, high)))


def _fresh(border: Border) -> Border:
    return Border(border.polygon)


def _best_s(
    work: Callable[[], object], times: int, clock: Callable[[], float] = time.process_time
) -> float:
    """Return the shortest of some runs, in seconds of the processor: the one least disturbed."""
    best = float("inf")
    for _ in range(times):
        start = clock()
        work()
        best = min(best, clock() - start)
    return best


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _three_figures(value: float) -> float:
    return float(f"{value:.3g}")


if __name__ == "__main__":
    main()
