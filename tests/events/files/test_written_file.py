"""Files written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.events.files.written_file import write_whole_file
from tests.full_disk import fill_disk


def list_names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(b"what was there")
    with fill_disk(most=100), pytest.raises(OSError, match=r"events\.geojson") as failure:
        write_whole_file(path, b"x" * 1000)
    assert failure.value.filename == str(path)
    assert path.read_bytes() == b"what was there"
    assert list_names(tmp_path) == ["events.geojson"]


def test_pieces_that_break_off_leave_the_file_as_it_was(tmp_path: Path) -> None:
    def break_off() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    path = tmp_path / "events.geojson"
    write_whole_file(path, [b"o", b"ld"])
    with pytest.raises(KeyboardInterrupt):
        write_whole_file(path, break_off())
    assert path.read_bytes() == b"old"
    assert list_names(tmp_path) == ["events.geojson"]


def test_the_new_file_has_the_permissions_of_the_old_one(tmp_path: Path) -> None:
    path, usual = tmp_path / "events.geojson", tmp_path / "usual"
    usual.touch()
    write_whole_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    path.chmod(0o640)
    write_whole_file(path, b"newer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == b"newer"


def test_writing_to_a_link_writes_the_file_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    link, path = tmp_path / "events.geojson", tmp_path / "kept" / "a.geojson"
    link.symlink_to(path)
    write_whole_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert list_names(tmp_path / "kept") == ["a.geojson"]


def test_a_device_is_written_into_and_stays_one(tmp_path: Path) -> None:
    link = tmp_path / "nothing"
    link.symlink_to(os.devnull)
    write_whole_file(link, b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert list_names(tmp_path) == ["nothing"]


def test_a_name_of_many_letters_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("я" * 127)
    write_whole_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_whole_file(path, b"new")
    assert path.read_bytes() == b"old"
