"""What 385,000 events cost: opening, API, exports, analysis and map, in one process after another.

`python -m bench.large [FILE [PART ...]]` prints name, value and unit of each figure, with what was
wanted. Seconds are the processor's, except where they are the clock's. The first part opens the
file with nothing cached, all others open it again. Without a file, the table that
`bench.importing` invents is imported first, in the layout of UCDP GED: every event has words of
its own.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from bench.figures import Figure, print_figures
from bench.importing import ROWS, import_rows, write_rows
from bench.memory import read_memory_mb
from geo.events import EventSource
from geo.events.files.cache_files import CACHE_FOLDER
from geo.story.current import Current, StoryFiles, open_current
from geo.story.files.neutral_folder import NEUTRAL_FOLDER
from geo.story.view import build_view_from_query

_ALONE = "--alone"
_ITEMS = "/api/collections/events/items"
# Name and query of each page of the API that is asked for, and the milliseconds wanted.
_PAGES: Mapping[str, tuple[str, int]] = {
    "first page": ("", 150),
    "first page again": ("", 150),
    "page 3,000": ("offset=299900", 150),
    "1,000 filtered items": ("limit=1000&bbox=0,0,40,40&filter=" + quote("radius_m < 30000"), 300),
    "1,000 items of a box": ("limit=1000&bbox=0,0,40,40", 300),
}


def main(path: Path | None, parts: Sequence[str]) -> None:
    """Measure each part in a process of its own, with a record that it opens itself."""
    with tempfile.TemporaryDirectory(prefix="bench-large-") as folder:
        # A user's own file may have a cache beside it; a link to it has none.
        link = Path(folder) / "events.parquet"
        link.symlink_to((path or import_large_table(Path(folder))).resolve())
        for part in parts or ("opening", *PARTS):
            subprocess.run([sys.executable, "-m", "bench.large", _ALONE, link, part], check=True)


def import_large_table(folder: Path) -> Path:
    """Return the file of 385,000 events that is made in a folder, in the layout of UCDP GED."""
    table, made = folder / "ged.csv", folder / "ged.parquet"
    write_rows(table, ROWS)
    import_rows(table, made)
    return made


def measure(path: Path, part: str) -> None:
    """Open the record, measure one part, and print its figures."""
    name = "open again" if list(path.parent.glob(f"{CACHE_FOLDER}/events-*")) else "open"
    start = time.perf_counter()
    with _timed() as opening:
        current = open_current(StoryFiles(NEUTRAL_FOLDER, EventSource.from_name(path)))
    figures = [
        (f"{name}, processor", opening["s"], "s"),
        (f"{name}, on the clock", time.perf_counter() - start, "s"),
        (f"{name}, memory after", read_memory_mb("VmRSS"), "MB"),
        (f"{name}, peak memory", read_memory_mb("VmHWM"), "MB"),
    ]
    title = f"{len(current.record.events):,} events: "
    print_figures(chain(figures, PARTS[part](current)), title)
    print(f"{part}: peak memory {read_memory_mb('VmHWM'):,.0f} MB", flush=True)


def measure_opening(_: Current) -> Iterator[Figure]:
    """Yield nothing: opening is measured for every part."""
    yield from ()


def measure_api(current: Current) -> Iterator[Figure]:
    """Yield what pages of the API take, as their route is called in this process."""
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from web.api import build_api_routes

    with TestClient(Starlette(routes=build_api_routes(lambda: current))) as client:
        for name, (query, wanted) in _PAGES.items():
            start, used = time.perf_counter(), time.process_time()
            answer = client.get(f"{_ITEMS}?{query}")
            seconds, processor = time.perf_counter() - start, time.process_time() - used
            assert answer.status_code == 200, answer.text
            count = len(answer.json()["features"])
            yield f"API, {name}: processor (wanted {wanted} ms)", processor * 1e3, "ms"
            yield f"API, {name}: on the clock", seconds * 1e3, "ms"
            yield f"API, {name}: events", count, ""


def measure_exports(
    current: Current, kinds: tuple[str, ...] = ("parquet", "csv")
) -> Iterator[Figure]:
    """Yield what files of everything take, and how much more memory."""
    from geo.publishing.export import stream_view

    view = build_view_from_query(current, {})
    for kind in kinds:
        Path("/proc/self/clear_refs").write_text("5")
        before, first, size = read_memory_mb("VmRSS"), 0.0, 0
        start = time.process_time()
        for piece in stream_view(view, kind):
            size += len(piece)
            first = first or (size > 0) * (time.process_time() - start)
        yield f"export as {kind}: processor", time.process_time() - start, "s"
        yield f"export as {kind}: until its first byte", first, "s"
        yield f"export as {kind}: memory more", read_memory_mb("VmHWM") - before, "MB"
        yield f"export as {kind}: length", size / 1e6, "MB"


def measure_analysis(current: Current) -> Iterator[Figure]:
    """Yield what each figure of the analysis takes, with the text of its chart."""
    from geo.drawing.charts import choose_look
    from geo.drawing.colours.palette import LIGHT
    from geo.link.analysis import PAGE_FIGURES
    from geo.publishing.figures import build_figure

    view = build_view_from_query(current, {})
    look = choose_look(view, LIGHT)
    whole = 0.0
    for name in PAGE_FIGURES:
        with _timed() as building:
            figure = build_figure(view, name)
        with _timed() as drawing:
            size = len(figure.draw(look).to_json()) if figure else 0
        whole += building["s"] + drawing["s"]
        yield f"analysis, {name}: counted", building["s"], "s"
        yield f"analysis, {name}: drawn", drawing["s"], "s"
        yield f"analysis, {name}: length of the chart", size / 1e3, "kB"
    yield "analysis: all figures of the page (wanted 5 s)", whole, "s"


def measure_map(current: Current) -> Iterator[Figure]:
    """Yield what storing the map takes, and what of it a browser receives."""
    from geo.drawing.drawn_record import draw_record
    from web.assets import AssetStore

    assets = AssetStore()
    with _timed() as drawing:
        drawn = draw_record(current, lambda *asset: assets.store(*asset))
    yield "map: drawn and stored (wanted 8 s to the map)", drawing["s"], "s"
    for name, address in (("rows", drawn.address), ("facets", drawn.facets)):
        asset = assets.find(address.split("/")[2])
        yield f"map: {name}, compressed", len(asset.compressed) / 1e6 if asset else 0, "MB"
        yield f"map: {name}", len(asset.content) / 1e6 if asset else 0, "MB"


PARTS: Mapping[str, Callable[[Current], Iterator[Figure]]] = {
    "opening": measure_opening,
    "api": measure_api,
    "exports": measure_exports,
    "analysis": measure_analysis,
    "map": measure_map,
}


@contextmanager
def _timed() -> Iterator[dict[str, float]]:
    used: dict[str, float] = {}
    start = time.process_time()
    yield used
    used["s"] = time.process_time() - start


if __name__ == "__main__":
    if sys.argv[1:2] == [_ALONE]:
        measure(Path(sys.argv[2]), sys.argv[3])
    else:
        main(Path(sys.argv[1]) if sys.argv[1:] else None, sys.argv[2:])
