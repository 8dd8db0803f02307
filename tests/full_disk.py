"""A disk without room, for tests: this process may write no file of more than a few bytes."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def fill_disk(most: int = 64) -> Iterator[None]:
    """Let no file grow beyond `most` bytes; more ends in an OSError, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patch:
        # Python takes what there was room for of a module's bytecode for all of it: no later run
        # could import that.
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
