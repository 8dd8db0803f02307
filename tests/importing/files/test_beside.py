"""Files beside a table, in which a desk may have worked."""

from pathlib import Path

from geo.importing.files.beside import write_beside


def test_a_file_that_is_there_stays_and_the_same_is_not_written_twice(tmp_path: Path) -> None:
    def write(content: bytes) -> str:
        return write_beside(tmp_path, "fires.csv", "rejected", "csv", content)

    assert write(b"first") == "fires.rejected.csv"
    assert write(b"first") == "fires.rejected.csv"
    assert write(b"second") == "fires.rejected.2.csv"
    assert write(b"second") == "fires.rejected.2.csv"
    assert (tmp_path / "fires.rejected.csv").read_bytes() == b"first"
