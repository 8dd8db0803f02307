"""A file is read whole or not at all, and what is no file is named without its path."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.events.files.whole_file import describe_no_file, read_whole_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"all of it")
    assert read_whole_file(path) == read_whole_file(path, most=9) == b"all of it"
    (tmp_path / "link").symlink_to(path)
    assert read_whole_file(tmp_path / "link") == b"all of it"


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda _: None, "no such file"),
        (os.mkdir, "a folder"),
        (os.mkfifo, "a pipe or a device"),
        (lambda path: path.symlink_to("/dev/null"), "a pipe or a device"),
        (lambda path: path.symlink_to("lost"), "a link to no file"),
        (lambda path: path.symlink_to(path.name), "a file that cannot be opened"),
        (lambda path: path.write_bytes(bytes((1 << 20) + 1)), "more than 1 MB"),
    ],
)
def test_what_is_no_file_is_named(
    tmp_path: Path, make: Callable[[Path], object], found: str
) -> None:
    path = tmp_path / "a"
    make(path)
    with pytest.raises(OSError) as error:  # noqa: PT011
        read_whole_file(path, most=1 << 20)
    assert describe_no_file(error.value) == found
