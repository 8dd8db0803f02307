"""A folder is locked for one run at a time."""

import os
from pathlib import Path

import pytest

from geo.events.files.folder_lock import lock, lock_folder

fcntl = pytest.importorskip("fcntl")


def try_to_lock(folder: Path) -> bool:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(descriptor)


def test_nobody_else_locks_a_folder_until_it_is_free_again(tmp_path: Path) -> None:
    with lock_folder(tmp_path):
        assert not try_to_lock(tmp_path)
    assert try_to_lock(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock_folder(tmp_path):
        raise KeyError
    assert try_to_lock(tmp_path)


def test_a_run_that_does_not_wait_is_refused_until_the_folder_is_free(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path, os.O_RDONLY)
    with lock_folder(tmp_path), pytest.raises(BlockingIOError):
        lock(descriptor, waits=False)
    lock(descriptor, waits=False)
    os.close(descriptor)
