"""A file of a cache is read as it was written, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.files.cache_files import read_cache_file, write_cache_file


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("story") / ".cache" / "pieces-1.bin"


@given(content=st.binary())
def test_what_is_written_is_read(path: Path, content: bytes) -> None:
    write_cache_file(path, content, 1)
    read = read_cache_file(path)
    assert read is not None
    assert bytes(read) == content


@given(content=st.binary(), place=st.integers(0), bit=st.integers(0, 7))
def test_a_file_with_one_other_bit_is_not_read(
    path: Path, content: bytes, place: int, bit: int
) -> None:
    write_cache_file(path, content, 1)
    file = bytearray(path.read_bytes())
    file[place % len(file)] ^= 1 << bit
    path.write_bytes(file)
    assert read_cache_file(path) is None


@given(content=st.binary(), length=st.integers(0))
def test_a_file_that_is_cut_off_is_not_read(path: Path, content: bytes, length: int) -> None:
    write_cache_file(path, content, 1)
    file = path.read_bytes()
    path.write_bytes(file[: length % len(file)])
    assert read_cache_file(path) is None


def test_a_missing_file_and_a_folder_are_not_read(tmp_path: Path) -> None:
    assert read_cache_file(tmp_path / "missing") is None
    assert read_cache_file(tmp_path) is None
