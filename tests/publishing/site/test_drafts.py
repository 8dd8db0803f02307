"""What is not published is in no file of a site, also not in those that are compressed."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from pyarrow import parquet


def _read_archive(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [archive.read(name).decode(errors="replace") for name in archive.namelist()]
        return "\n".join([*archive.namelist(), *files, archive.comment.decode()])


def _read_database(content: bytes) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    return "\n".join(database.iterdump())


def _read_columns(content: bytes) -> str:
    table = parquet.read_table(io.BytesIO(content))
    return f"{table.schema.to_string(truncate_metadata=False)}\n{table.to_pylist()}"


DECOMPRESS: dict[str, Callable[[bytes], str]] = {
    ".xlsx": _read_archive,
    ".kmz": _read_archive,
    ".gpkg": _read_database,
    ".parquet": _read_columns,
}


@pytest.fixture(scope="module")
def texts(site: dict[str, bytes]) -> dict[str, str]:
    """All text of each file by its path, of compressed ones as it was before."""
    read = {}
    for path, content in site.items():
        text = content.decode(errors="replace")
        if decompress := DECOMPRESS.get(PurePosixPath(path).suffix):
            text += decompress(content)
        read[path] = text
    return read


def test_what_is_published_is_found_in_every_kind_of_download(texts: dict[str, str]) -> None:
    found = {
        PurePosixPath(path).suffix
        for path, text in texts.items()
        if path.startswith("downloads/") and "Fire in the port" in text
    }
    assert found == {*DECOMPRESS, ".csv", ".geojson", ".html"}


def test_nothing_of_a_draft_is_in_any_file(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        # The drawing library is not ours, and has words of its own.
        own = "" if path == "explorer/deck.js" else text
        if path.startswith("downloads/briefing-"):
            own = re.sub(r"<script>.*?</script>", "", text, count=1, flags=re.DOTALL)
        assert "secret" not in path
        assert "secret" not in own, path
        assert "Nobody may know" not in text, path
