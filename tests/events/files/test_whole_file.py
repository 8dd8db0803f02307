"""A file is read whole or not at all, and what is no file is named without its path."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.errors import EventFileError
from geo.events.files.whole_file import read_wanted_file, read_whole_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"all of it")
    assert read_whole_file(path) == read_whole_file(path, most=9) == b"all of it"
    (tmp_path / "link").symlink_to(path)
    assert read_whole_file(tmp_path / "link") == b"all of it"
    assert read_wanted_file(path, "a", "a list", EventFileError) == b"all of it"


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda _: None, "no such file"),
        (os.mkdir, "a folder"),
        (os.mkfifo, "a pipe or a device"),
        (lambda path: path.symlink_to("/dev/null"), "a pipe or a device"),
        (lambda path: path.symlink_to("lost"), "a link to no file"),
        (lambda path: path.symlink_to(path.name), "a file that cannot be opened"),
    ],
)
def test_what_is_no_file_is_named(
    tmp_path: Path, make: Callable[[Path], object], found: str
) -> None:
    path = tmp_path / "a"
    make(path)
    with pytest.raises(EventFileError) as error:
        read_wanted_file(path, "a.json", "a list", EventFileError)
    [problem] = error.value.problems
    assert problem.found == found
    assert str(tmp_path) not in str(error.value)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="a name that no file can have"):
        read_wanted_file(tmp_path / "a\0b", "a", "a list", EventFileError)


def test_a_file_larger_than_allowed_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes((1 << 20) + 1))
    with pytest.raises(OSError, match="more than 1 MB"):
        read_whole_file(tmp_path / "a", most=1 << 20)
