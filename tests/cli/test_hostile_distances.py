"""Files that were made to harm those who measure them: refused before they are opened."""

import argparse
import io
import json
import os
import sqlite3
import zipfile
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from pyarrow import parquet
from shapely import Point, box

from geo.cli.distances import add_command
from geo.errors import EventFileError
from geo.importing.tables.limits import LONGEST_LINE
from tests.events.mutations import damaged_bytes

DEEP = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000 + shapely.to_wkb(Point(1, 2))
PLACE = shapely.to_wkb(Point(9.5, 0))
GEO = json.dumps(
    {
        "version": "1.0.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}},
    }
)


def measure(path: Path, *options: str) -> Path:
    """Run the command on a file, and return the copy."""
    border, out = path.with_name("square.json"), path.with_name(f"out{path.suffix}")
    geometry = box(10, -1, 12, 1).__geo_interface__
    border.write_text(json.dumps(geometry))
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    words = ["distances", str(path), "--out", str(out), "--border", str(border), *options]
    parsed = parser.parse_args(words)
    parsed.run(parsed)
    return out


def refuse(path: Path, *options: str) -> str:
    with pytest.raises(EventFileError) as refused:
        measure(path, *options)
    assert str(refused.value).startswith(f"{path.name}: found ")
    return str(refused.value)


def make_parquet(shapes: pa.Array, **columns: pa.Array) -> bytes:
    table = pa.table({**columns, "geometry": shapes}).replace_schema_metadata({"geo": GEO})
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()


def make_package(path: Path) -> Path:
    gpd.GeoDataFrame({"id": ["a"]}, geometry=[Point(9.5, 0)], crs=4326).to_file(path, layer="a")
    return path


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg", ".parquet"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"in{kind}"
    os.mkfifo(path)
    assert "a pipe" in refuse(path)


@pytest.mark.parametrize("kind", [".csv", ".geojson", ".gpkg"])
def test_a_folder_is_no_table(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"in{kind}"
    path.mkdir()
    assert "a folder" in refuse(path)


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
    assert "nested too deeply" in refuse(path, *options)


def test_a_text_that_is_repeated_in_all_rows_is_refused_before_it_fills_the_memory(
    tmp_path: Path,
) -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000, pa.int32()), ["x" * 1_000_000])
    path = tmp_path / "in.parquet"
    path.write_bytes(make_parquet(pa.array([PLACE] * 3_000), note=texts))
    assert "made to fill a memory" in refuse(path)


def test_a_folder_of_parts_leads_nowhere_else(tmp_path: Path) -> None:
    path, other = tmp_path / "in.parquet", tmp_path / "other"
    path.mkdir()
    (path / "1.parquet").write_bytes(make_parquet(pa.array([PLACE])))
    assert len(gpd.read_parquet(measure(path))) == 1
    other.write_bytes(make_parquet(pa.array([PLACE])))
    (path / "2.parquet").symlink_to(other)
    assert "a link" in refuse(path)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE VIEW v AS SELECT * FROM a",
        "CREATE TABLE v(id, wide AS (printf('%.*c', 100000000, 'x')))",
        "CREATE TRIGGER v AFTER INSERT ON gpkg_contents BEGIN DELETE FROM a; END",
        "CREATE TRIGGER v AFTER UPDATE ON [gpkg_ogr_contents] BEGIN DELETE FROM a; END",
        "CREATE VIRTUAL TABLE v USING fts5(text)",
    ],
)
def test_a_geopackage_that_works_out_what_it_shows_is_refused(tmp_path: Path, made: str) -> None:
    path = make_package(tmp_path / "in.gpkg")
    assert measure(path).exists()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(made)
    assert "leads elsewhere" in refuse(path)


def test_a_view_by_another_name_is_found(tmp_path: Path) -> None:
    path = make_package(tmp_path / "in.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW v AS SELECT * FROM a")
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET type = 'table' WHERE name = 'v'")
    assert "leads elsewhere" in refuse(path)


def _zip_of_list() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.vrt", "<OGRVRTDataSource/>")
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/hostname</SrcDataSource>',
        b"/vsicurl/http://127.0.0.1:9/a.gpkg",
        _zip_of_list(),
        b"",
    ],
)
def test_a_list_of_other_files_is_no_geopackage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.gpkg"
    path.write_bytes(content)
    assert "leads elsewhere" in refuse(path)


def test_a_line_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"lon,lat\n1,2\n" + b" " * (LONGEST_LINE + 2))
    assert "found a line of more than 16 MB" in refuse(path)


with TemporaryDirectory() as folder:
    PACKAGE = make_package(Path(folder) / "in.gpkg").read_bytes()
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
            assert measure(path).stat().st_size
