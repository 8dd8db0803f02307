"""A map of the world is cut once, and never taken from a file that may be wrong."""

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from geo.drawing.basemap.world.cache import cached_world_map
from geo.drawing.basemap.world.world_map import WorldMap, draw_world, surround
from geo.events.files.cache_files import write_cache_file
from tests.drawing.basemap.world.world_boxes import ALL, NO_HOME, STORIES


def test_a_map_is_cut_once_and_kept_beside_its_story(tmp_path: Path) -> None:
    shown = surround(STORIES["a town"])
    first = cached_world_map(shown, NO_HOME, ALL, tmp_path)
    [kept] = (tmp_path / ".cache").iterdir()
    written = kept.stat().st_mtime_ns
    # Another story: what was cached in memory is forgotten, the file is read.
    for box in ("a country", "an ocean"):
        cached_world_map(surround(STORIES[box]), NO_HOME, frozenset(), tmp_path)
    again = cached_world_map(shown, NO_HOME, ALL, tmp_path)
    assert again == first
    assert repr(again) == repr(first), "0 and 0.0 are equal, but not the same bytes in a layer"
    assert kept.stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip", gzip.compress(b"[]", mtime=0), gzip.compress(b"{", mtime=0)],
    ids=["empty", "no gzip", "no map", "no JSON"],
)
def test_a_cache_that_holds_anything_else_is_not_used(tmp_path: Path, content: bytes) -> None:
    shown = surround((10.0, 50.0, 10.5 + len(content) / 100, 50.5))
    first = draw_world(shown, NO_HOME, ALL)
    cached_world_map(shown, NO_HOME, ALL, tmp_path)
    [kept] = (tmp_path / ".cache").iterdir()
    write_cache_file(kept, content, 1)
    for west in (1.0, 2.0):
        other = surround((west, 50.0, west + 0.1, 50.1))
        cached_world_map(other, NO_HOME, frozenset(), tmp_path)
    assert cached_world_map(shown, NO_HOME, ALL, tmp_path) == first


def test_what_is_asked_for_twice_at_once_is_cut_once() -> None:
    shown = surround((30.0, 50.0, 30.5, 50.5))
    start = threading.Barrier(2)

    def ask(_: int) -> WorldMap:
        start.wait()
        return cached_world_map(shown, NO_HOME, ALL, None)

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(ask, range(2))
    assert one is other


def test_where_nothing_can_be_written_the_map_is_still_drawn(tmp_path: Path) -> None:
    file = tmp_path / "events.geojson"
    file.write_text("{}")
    shown = surround((20.0, 50.0, 20.5, 50.5))
    assert cached_world_map(shown, NO_HOME, ALL, file).drawings
    assert cached_world_map(shown, NO_HOME, ALL, None).drawings
