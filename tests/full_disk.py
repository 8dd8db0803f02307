"""A disk without room, for tests: this process may write no file of more than a few bytes."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def fill_disk(most: int = 64) -> Iterator[None]:
    """Let no file grow beyond `most` bytes; more ends in an OSError, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
