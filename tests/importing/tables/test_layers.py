"""Layers of other programs: their places, whatever the system, their columns, their depth."""

import io
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from geo.importing import Outcome
from geo.importing.tables.limits import TableFileError
from tests.importing.reading import members_of
from tests.importing.tables.kinds import PLACED, as_zipped_shapes, read


def test_a_reprojected_file_says_so(tmp_path: Path) -> None:
    outcome = read("a.zip", as_zipped_shapes(tmp_path, "EPSG:3857"))
    assert any("reprojected from WGS 84 / Pseudo-Mercator" in text for text in outcome.remarks)


def test_shapes_without_any_column_are_rejected_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.fgb"
    PLACED[["geometry"]].to_file(path, driver="FlatGeobuf")
    outcome = read("a.fgb", path.read_bytes())
    assert [one.row for one in outcome.rejected] == [1, 2]


def test_metres_of_no_named_system_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    metres = PLACED.to_crs("EPSG:3857").set_crs(None, allow_override=True)
    with pytest.warns(UserWarning, match="crs"):
        metres.to_file(path, driver="GPKG")
    with pytest.raises(TableFileError, match=r"found places up to .* wanted degrees"):
        read("a.gpkg", path.read_bytes())


def test_a_layer_on_no_system_of_the_earth_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    PLACED.to_file(path, driver="GPKG")
    with closing(sqlite3.connect(path)) as book, book:
        book.execute("UPDATE gpkg_geometry_columns SET srs_id = -1")
        book.execute("UPDATE gpkg_contents SET srs_id = -1")
    found = "found places in 'Undefined Cartesian SRS', wanted a coordinate system of the Earth"
    with pytest.raises(TableFileError, match=found):
        read("a.gpkg", path.read_bytes())


def read_columns(**columns: object) -> Outcome:
    """Import a Parquet file of two events with these columns too."""
    out = io.BytesIO()
    given = {"title": ["A", "B"], "date": ["2023-05-01", "2023-05-02"], **columns}
    parquet.write_table(pa.table(given), out)
    return read("a.parquet", out.getvalue())


def test_times_of_day_are_read_whatever_their_unit() -> None:
    nanoseconds = pa.array([45_240_000_000_000, 45_240_000_000_001], pa.time64("ns"))
    outcome = read_columns(time=nanoseconds)
    assert outcome.table.column("time") == ["12:34:00.000000000", "12:34:00.000000001"]
    seconds = read_columns(time=pa.array([45_240, 0], pa.time32("s")))
    assert members_of(seconds)[1]["when"].startswith("2023-05-01T12:34")


def test_a_decimal_is_the_number_that_it_is() -> None:
    figures = pa.array([Decimal("3.000"), Decimal("1.500")], pa.decimal128(10, 3))
    outcome = read_columns(killed=figures)
    assert outcome.table.column("killed") == ["3", "1.5"]
    assert members_of(outcome)[1]["killed"]["best"] == 3


def test_bytes_are_read_only_where_they_are_text() -> None:
    outcome = read_columns(title=["A", "B"], note=pa.array([b"\xff\x00", "Ä".encode()]))
    assert outcome.table.column("note") == ["", "Ä"]
    assert "column 'note': bytes that are not text, left out" in outcome.remarks


def test_days_and_lengths_of_time_are_texts_without_quotes() -> None:
    days = pa.array([19_478, 19_479], pa.date32())
    outcome = read_columns(date=days, length=pa.array([1, 86_400], pa.duration("s")))
    assert outcome.table.column("date") == ["2023-05-01", "2023-05-02"]
    assert outcome.table.column("length") == ["0 days 00:00:01", "1 days 00:00:00"]
