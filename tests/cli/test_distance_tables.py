"""Whatever lies at a path, it is measured or refused in our words, and breaks no process."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from geo.errors import EventFileError
from tests.cli.measuring import (
    PLACE,
    assert_is_message,
    make_parquet,
    make_small_package,
    measure,
    measure_file,
    refuse_file,
    write_points,
)
from tests.events.mutations import damaged_bytes
from tests.full_disk import fill_disk

DEEP = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000 + shapely.to_wkb(Point(1, 2))


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg", ".parquet"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"in{kind}"
    os.mkfifo(path)
    assert "a pipe" in refuse_file(path)


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg", ".parquet"])
def test_a_full_disk_leaves_the_copy_of_before(tmp_path: Path, kind: str) -> None:
    path = write_points(tmp_path / f"in{kind}")
    out = measure_file(path)
    before, names = out.read_bytes(), sorted(tmp_path.iterdir())
    with fill_disk(most=500):
        assert "out" in refuse_file(path)
    assert out.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == names


def test_parts_that_cannot_be_written_leave_no_folder(tmp_path: Path) -> None:
    path = write_points(tmp_path / "in.parquet")
    with fill_disk(most=500), pytest.raises(OSError, match="File too large"):
        measure_file(path, "--workers", "1")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.parquet", "square.json"]


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg"])
def test_a_folder_is_not_a_table(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"in{kind}"
    path.mkdir()
    assert "a folder" in refuse_file(path)


@pytest.mark.parametrize(
    "shapes",
    [
        pa.array([DEEP]),
        pa.array([DEEP], pa.large_binary()),
        pa.array([DEEP], pa.binary(len(DEEP))),
        pa.array([DEEP], pa.binary_view()),
        pa.array([DEEP]).dictionary_encode(),
        pa.array([DEEP.hex()]),
    ],
    ids=["bytes", "large", "fixed", "view", "dictionary", "digits"],
)
@pytest.mark.parametrize("options", [(), ("--workers", "1")])
def test_shapes_within_shapes_end_no_process(
    tmp_path: Path, shapes: pa.Array, options: tuple[str, ...]
) -> None:
    path = tmp_path / "in.parquet"
    path.write_bytes(make_parquet(shapes))
    assert "nested too deeply" in refuse_file(path, *options)


def test_a_text_that_is_repeated_in_all_rows_is_refused_before_it_fills_the_memory(
    tmp_path: Path,
) -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000, pa.int32()), ["x" * 1_000_000])
    path = tmp_path / "in.parquet"
    path.write_bytes(make_parquet(pa.array([PLACE] * 3_000), note=texts))
    assert "bytes that decompress to" in refuse_file(path)


with TemporaryDirectory() as folder:
    PACKAGE = make_small_package(Path(folder) / "in.gpkg").read_bytes()
TABLE = make_parquet(pa.array([PLACE, None, PLACE]), id=pa.array(["a", "b", "c"]))


@given(damaged_bytes(TABLE))
def test_a_damaged_table_is_measured_or_refused_in_our_words(content: bytes) -> None:
    _measure_or_refuse(".parquet", content)


@given(damaged_bytes(PACKAGE))
def test_a_damaged_geopackage_is_measured_or_refused_in_our_words(content: bytes) -> None:
    _measure_or_refuse(".gpkg", content)


def _measure_or_refuse(kind: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"in{kind}"
        path.write_bytes(content)
        with suppress(EventFileError):
            assert measure_file(path).stat().st_size


@given(
    st.binary(max_size=80) | damaged_bytes('id,lon,lat\r\n"7",9.5,0\r\nб,"9,5",1°\r\n'.encode()),
    st.sampled_from([".csv", ".geojson", ".gpkg", ".parquet"]),
)
def test_no_file_breaks_the_command(content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            measure(content, Path(folder), suffix)
        except EventFileError as error:
            assert_is_message(str(error))
