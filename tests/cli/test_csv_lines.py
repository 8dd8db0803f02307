"""Lines of a table of any length."""

from pathlib import Path

from geo.importing.tables.limits import LONGEST_LINE
from tests.cli.measuring import refuse_file


def test_a_line_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"lon,lat\n1,2\n" + b" " * (LONGEST_LINE + 2))
    assert "found a line of more than 16 MB" in refuse_file(path)
