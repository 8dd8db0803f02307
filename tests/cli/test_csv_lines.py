"""Lines of a table of any length."""

from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.importing.tables.limits import LONGEST_CELL, LONGEST_LINE
from tests.cli.measuring import measure_file, refuse_file


def test_a_line_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"lon,lat\n1,2\n" + b" " * (LONGEST_LINE + 2))
    assert "found a line of more than 16 MB" in refuse_file(path)


def test_a_cell_as_long_as_an_import_takes_is_measured_and_a_longer_one_is_named(
    tmp_path: Path,
) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,lon,lat\n" + "x" * LONGEST_CELL + ",1,2\n")
    assert measure_file(path).stat().st_size > LONGEST_CELL
    path.write_text("id,lon,lat\na,1,2\n" + "x" * (LONGEST_CELL + 1) + ",1,2\n")
    with pytest.raises(EventFileError) as refused:
        measure_file(path)
    assert str(refused.value) == (
        "in.csv, row 2: found a cell of more than 1,048,576 letters, wanted shorter ones"
    )
