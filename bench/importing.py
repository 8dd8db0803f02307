"""What it takes to make events of a large table: 385,000 rows in the layout of UCDP GED.

`python -m bench.importing [rows]` prints one figure a line (name, value, unit). Seconds are the
processor's, of one core; memory is the most that the process used.
"""

import csv
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figure, print_figures
from bench.memory import read_memory_mb
from bench.rounds import read_sizes

ROWS = 385_000
_SAMPLE = Path(__file__).parents[1] / "tests/data/import/ucdp-ged.csv"


def figures(rows: int = ROWS) -> Iterator[Figure]:
    """Yield name, value and unit of every figure."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "ged.csv"
        write_rows(table, rows)
        # A pool of multiprocessing waits for ever for a worker that the system has killed.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            out = Path(folder) / "out.parquet"
            made, seconds, wall, memory = pool.submit(import_rows, table, out).result()
    name = f"{rows:,} rows of UCDP's layout to GeoParquet"
    yield f"{name}: events", made, ""
    yield f"{name}: processor", seconds, "s"
    yield f"{name}: on the clock", wall, "s"
    yield f"{name}: memory", memory, "MB"


def write_rows(path: Path, rows: int) -> None:
    """Write a table of invented deaths, as many columns and letters as the real one has."""
    chance = random.Random(1)
    with _SAMPLE.open(encoding="utf-8", newline="") as file:
        sample = next(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(sample))
        writer.writeheader()
        for number in range(rows):
            writer.writerow({**sample, **_invent(number, chance)})


def _invent(number: int, chance: random.Random) -> dict[str, object]:
    day = date(1989, 1, 1) + timedelta(days=chance.randrange(13_000))
    end = day + timedelta(days=chance.choice((0, 0, 0, 0, 1, 6)))
    lat, lon = round(chance.uniform(-35, 40), 6), round(chance.uniform(-18, 120), 6)
    best = chance.randrange(20)
    headline = f"Fighting reported in the north as sides blame each other, number {number}"
    return {
        "id": number,
        "relid": f"FIC-{day.year}-1-{number}",
        "year": day.year,
        "dyad_name": f"Government - Group {chance.randrange(200)}",
        "source_article": f'"Agency,{day},{headline}"',
        "source_headline": headline,
        "where_coordinates": f"Town {chance.randrange(20_000)}",
        "adm_1": f"Province {chance.randrange(400)}",
        "adm_2": f"District {chance.randrange(4_000)}",
        "latitude": f"{lat:f}",
        "longitude": f"{lon:f}",
        "geom_wkt": f"POINT ({lon:f} {lat:f})",
        "where_prec": chance.choice((1, 2, 3, 4)),
        "date_start": f"{day} 00:00:00.000",
        "date_end": f"{end} 00:00:00.000",
        "best": best,
        "high": best + 3,
        "low": max(best - 3, 0),
    }


def import_rows(table: Path, out: Path) -> tuple[int, float, float, float]:
    """Import a table; return events, seconds of processor and clock, and megabytes."""
    from geo.importing.files.event_file import write_parquet
    from geo.importing.files.import_file import open_file
    from geo.importing.rows.destination import Destination

    processor, clock = time.process_time(), time.monotonic()
    outcome, rows = open_file(table.read_bytes(), table.name, Destination())
    made = write_parquet(rows, out, Destination(), outcome)
    assert made + len(outcome.rejected) == len(outcome.table)
    memory = read_memory_mb("VmHWM")
    return made, time.process_time() - processor, time.monotonic() - clock, memory


if __name__ == "__main__":
    print_figures(figures(*read_sizes(sys.argv[1:2], [ROWS])))
