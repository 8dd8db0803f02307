"""How fast and how accurate the distance to a border is, next to the usual ways, all in one run.

`python -m bench.border [rounds] [events]` prints one figure a line (name, value, unit). With no
fewer rounds and events than it has by itself, and with all that is compared installed, it writes
measured_methods.json, which the method page shows. `make bench BENCH=border` starts it on one core;
times are the processor's, so that other work on the machine counts less. What is compared is
measured in turn; a ratio is the middle of its rounds, with the lowest and the highest.
"""

import datetime
import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from bench import postgis
from bench.figures import print_figures
from bench.in_turn import Work, compare, measure_in_turn
from bench.methods import METHODS, OURS, POSTGIS, S2, has_spherely
from bench.rounds import read_rounds, read_sizes
from geo.border import Border, distance_to_border, read_border
from geo.border.comparison import MEASURED
from geo.border.linework import Linework
from geo.events.geometry.arrays import Floats

ROOT = Path(__file__).parent.parent
WEST, SOUTH, EAST, NORTH = 22.0, 44.3, 40.5, 52.5  # Around Ukraine: half inside, half outside.
ROUNDS, EVENTS = 5, 1_000_000
FARTHEST_M = 3_000e3  # Rows of the reference that methods are judged by.


def main(rounds: int = ROUNDS, events: int = EVENTS) -> None:
    """Print the figures and write measured_methods.json."""
    print_figures(figures(rounds, events))
    for method, is_there in ((POSTGIS, postgis.is_installed()), (S2, has_spherely())):
        if not is_there:
            print(f"{method} is not installed: nothing was compared with it")


def figures(rounds: int, events: int) -> Iterator[tuple[str, float, str]]:
    """Yield name, value and unit of every figure."""
    ukraine = read_border(ROOT / "data/border/ukraine.geojson")
    yield from _own_figures(ukraine, rounds, events)
    rows, seconds = _measure_methods(ukraine, rounds, events // 10)
    for row in rows:
        yield f"{row.method}: points on one core", row.points_per_s, "points/s"
        yield f"{row.method}: worst error", row.worst_error_m, "m"
    for name, method in (("PostGIS", POSTGIS), ("spherely", S2)):
        if method in seconds:
            yield from compare(f"times the points of {name}", seconds[method], seconds[OURS])
    if rounds >= ROUNDS and events >= EVENTS and {POSTGIS, S2} <= seconds.keys():
        _write_methods(rows)


def _read_truth() -> pd.DataFrame:
    return pd.read_csv(ROOT / "tests/data/truth_ua_wa.csv").query("distance_m < @FARTHEST_M")


def _write_methods(rows: "list[MethodRow]") -> None:
    about = {
        "date": datetime.date.today().isoformat(),
        "machine": f"one core of {_processor()}",
        "vertices": 20_000,
        "judged_by": f"{len(_read_truth()):,} reference points within 3,000 km of the border",
        "methods": [asdict(row) for row in rows],
    }
    text = json.dumps(about, indent=1, ensure_ascii=False) + "\n"
    MEASURED.write_text(text, encoding="utf-8")


def _own_figures(ukraine: Border, rounds: int, events: int) -> Iterator[tuple[str, float, str]]:
    few, many = random_events(100), random_events(events)
    yield "build the border", _best_s(lambda: _fresh(ukraine).linework, 3) * 1e3, "ms"
    distance_to_border(few, ukraine)
    yield "100 events", _best_s(lambda: distance_to_border(few, ukraine), 20) * 1e3, "ms"
    yield f"{events:,} events", _best_s(lambda: distance_to_border(many, ukraine), 2), "s"
    some = many[: events // 5]
    borders = {f"{count:,} vertices": with_vertices(ukraine, count) for count in (1_000, 200_000)}
    for name, border in borders.items():
        distance_to_border(few, border)
        pieces = _count_pieces(some, border) / len(some)
        yield f"pieces looked at for an event, border of {name}", pieces, ""
    works = {name: partial(distance_to_border, some, each) for name, each in borders.items()}
    seconds = measure_in_turn(works, rounds)
    for name, each in seconds.items():
        yield f"{len(some):,} events, border of {name}", median(each), "s"
    small, large = seconds.values()
    yield from compare("growth from 1,000 to 200,000 vertices", large, small)


@dataclass(frozen=True)
class MethodRow:
    """What measured_methods.json says of a method."""

    method: str
    worst_error_m: float
    worst_within_100_km_m: float
    points_per_s: float


def _count_pieces(events: gpd.GeoSeries, border: Border) -> int:
    """Return how many pieces of a border are measured for events: the work, whatever the clock."""
    measured, measure = 0, Linework._feet

    def count(self: Linework, position: Floats, piece: NDArray[np.intp]) -> tuple[Floats, Floats]:
        nonlocal measured
        measured += piece.size
        return measure(self, position, piece)

    with patch.object(Linework, "_feet", count):
        distance_to_border(events, border)
    return measured


def _measure_methods(
    ukraine: Border, rounds: int, points: int
) -> tuple[list[MethodRow], dict[str, list[float]]]:
    """Return what each method gets wrong and how fast it is, and its seconds round by round.

    Those that are not installed here are left out.
    """
    methods = [method for method in METHODS if method.name != S2 or has_spherely()]
    truth = _read_truth()
    polygon = read_border(ROOT / "tests/data/truth_ua_wa_polygon.geojson")
    lon, lat = truth.lon.to_numpy(), truth.lat.to_numpy()
    far = random_events(points)
    crowd = far.x.to_numpy(), far.y.to_numpy(), with_vertices(ukraine, 20_000)
    works: dict[str, Work] = {method.name: method.prepare(*crowd) for method in methods}
    found = {method.name: method.prepare(lon, lat, polygon)() for method in methods}
    if postgis.is_installed():
        with postgis.postgis() as server:
            postgis.load(server, shapely.points(*crowd[:2]), crowd[2].line)
            works[POSTGIS] = partial(postgis.total_distance, server)
            clock = partial(postgis.processor_s, server)
            seconds = measure_in_turn(works, rounds, {POSTGIS: clock})
            postgis.load(server, shapely.points(lon, lat), polygon.line)
            found[POSTGIS] = np.array(postgis.distances(server))
    else:
        seconds = measure_in_turn(works, rounds)
    length = truth.distance_m.to_numpy()
    rows = [
        _row(name, length, found[name], len(far) / median(each)) for name, each in seconds.items()
    ]
    return rows, seconds


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


def _best_s(work: Work, times: int) -> float:
    """Return the shortest of some runs, in seconds of the processor: the one least disturbed."""
    return min(measure_in_turn({"": work}, times)[""])


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _three_figures(value: float) -> float:
    return float(f"{value:.3g}")


if __name__ == "__main__":
    main(read_rounds(sys.argv[1:], ROUNDS), *read_sizes(sys.argv[2:3], [EVENTS]))
