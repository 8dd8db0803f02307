"""One run at a time writes into a folder: the others wait for it, or are refused."""

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
        # Windows opens no folder.
        if fcntl is not None:
            descriptor = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            with suppress(OSError):
                lock(descriptor, waits=True)
        yield


def lock(descriptor: int, *, waits: bool) -> None:
    """Lock an open file or folder until it is closed.

    Raises
    ------
    BlockingIOError
        If another run has locked it, and this one does not wait.
    OSError
        If its disk has no locks.
    """
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
