"""One run at a time writes into a folder: the others wait for it."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none: there, nothing keeps two runs apart.
    fcntl = None  # type: ignore[assignment]


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Wait until no other run has locked a folder, and lock it; nothing is written into it.

    Parameters
    ----------
    folder : Path
        A folder that exists. A disk without locks, as some in a network are, locks nothing.
    """
    with ExitStack() as stack:
        if fcntl is not None:
            descriptor = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            with suppress(OSError):
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
