"""Distances of many events are measured once, and never taken from a file that may be wrong."""

import io
import struct
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from numpy.typing import NDArray
from pandas.testing import assert_frame_equal

from geo.border import Border, cache, distance_to_border
from geo.border.cache import cached_distances
from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file

SQUARE = Border(shapely.box(0, 0, 1, 1))
PLACES = gpd.GeoSeries(
    [shapely.Point(2, 0.5), shapely.Point(0.5, 0.5), None, shapely.Point(-180, 90)],
    index=pd.Index(["a", "b", "c", "d"], name="id"),
    crs="EPSG:4326",
)


@pytest.fixture(autouse=True)
def times(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Keep even three distances, and note how many are measured each time."""
    measured: list[int] = []

    def noted(places: gpd.GeoSeries, border: Border) -> pd.DataFrame:
        measured.append(len(places))
        return distance_to_border(places, border)

    monkeypatch.setattr(cache, "FEWEST", 3)
    monkeypatch.setattr(cache, "distance_to_border", noted)
    return measured


def files(folder: Path) -> list[Path]:
    return sorted((folder / CACHE_FOLDER).iterdir())


def test_distances_are_measured_once(tmp_path: Path, times: list[int]) -> None:
    first = cached_distances(PLACES, SQUARE, tmp_path)
    second = cached_distances(PLACES, SQUARE, tmp_path)
    assert times == [4]
    assert_frame_equal(first, second)
    assert_frame_equal(second, distance_to_border(PLACES, SQUARE))


def test_other_places_and_other_borders_are_measured(tmp_path: Path, times: list[int]) -> None:
    cached_distances(PLACES, SQUARE, tmp_path)
    moved = PLACES.copy()
    moved.iloc[0] = shapely.Point(2, 0.5000001)
    cached_distances(moved, SQUARE, tmp_path)
    cached_distances(PLACES[::-1], SQUARE, tmp_path)
    wider = cached_distances(PLACES, Border(shapely.box(0, 0, 1, 1.0000001)), tmp_path)
    assert times == [4] * 4
    assert wider["distance_m"].notna().tolist() == [True, True, False, True]


def test_few_events_leave_no_file(tmp_path: Path) -> None:
    cached_distances(PLACES[:2], SQUARE, tmp_path)
    assert not list(tmp_path.iterdir())


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _turned(path: Path) -> None:
    content = bytearray(path.read_bytes())
    distance = distance_to_border(PLACES, SQUARE)["distance_m"].iloc[0]
    content[content.index(struct.pack("<d", distance))] ^= 1
    path.write_bytes(content)


def _foreign(path: Path) -> None:
    content = io.BytesIO()
    np.save(content, np.zeros(4))
    write_cache_file(path, content.getvalue(), 1)


def _write_other(path: Path, **columns: NDArray[np.generic]) -> None:
    """Write a whole file of the cache in which some columns are others."""
    with np.load(io.BytesIO(read_cache_file(path) or b"")) as stored:
        there = dict(stored)
    content = io.BytesIO()
    np.savez(content, allow_pickle=True, **there | columns)
    write_cache_file(path, content.getvalue(), 1)


def _of_others(path: Path) -> None:
    _write_other(path, key=np.array("other"))


def _too_short(path: Path) -> None:
    _write_other(path, inside=np.array([True]))


def _of_objects(path: Path) -> None:
    _write_other(path, key=np.array([{}], dtype=object))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage",
    [_cut, _turned, _foreign, _of_others, _too_short, _of_objects, _folder],
    ids=lambda damage: str(damage.__name__),
)
def test_a_damaged_file_is_not_believed(
    tmp_path: Path, times: list[int], damage: Callable[[Path], None]
) -> None:
    first = cached_distances(PLACES, SQUARE, tmp_path)
    (path,) = files(tmp_path)
    damage(path)
    assert_frame_equal(cached_distances(PLACES, SQUARE, tmp_path), first)
    assert times == [4, 4]
    if path.is_file():
        cached_distances(PLACES, SQUARE, tmp_path)
        assert times == [4, 4]


def test_a_folder_that_cannot_be_written_is_not_an_error(tmp_path: Path, times: list[int]) -> None:
    (tmp_path / CACHE_FOLDER).write_text("a file where the folder would be")
    cached_distances(PLACES, SQUARE, tmp_path)
    cached_distances(PLACES, SQUARE, tmp_path)
    assert times == [4, 4]


def test_old_files_go_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / CACHE_FOLDER).mkdir()
    (tmp_path / CACHE_FOLDER / "notes.txt").write_text("mine")
    for width in range(1, 8):
        cached_distances(PLACES, Border(shapely.box(0, 0, width, 1)), tmp_path)
    names = [path.name for path in files(tmp_path)]
    assert "notes.txt" in names
    assert len(names) == 5
