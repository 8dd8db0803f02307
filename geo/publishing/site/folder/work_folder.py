"""The folder beside a site in which the next one is built, by one run at a time."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from geo.errors import ExportError
from geo.events.files.folder_lock import lock


@dataclass(frozen=True)
class WorkFolder:
    """Where a site is built, on the same disk, so that it can be moved to its place at once.

    Attributes
    ----------
    site : Path
        The folder of the site, which may be missing.
    """

    site: Path

    @property
    def folder(self) -> Path:
        """The folder itself. Its name is always the same: the next run finds what one left."""
        return self.site.with_name(f".{self.site.name}.geo-publish")

    @property
    def new(self) -> Path:
        """The files of the next site that changed, or all of them."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The whole site before, while the next one takes its place."""
        return self.folder / "old"

    @property
    def backup(self) -> Path:
        """Second names of the files that are being replaced or deleted."""
        return self.folder / "backup"

    @property
    def waste(self) -> Path:
        """A site before of which nothing is needed any more."""
        return self.folder / "waste"


@contextmanager
def lock_work_folder(work: WorkFolder) -> Iterator[None]:
    """Create the folder, and delete it at the end if it is empty; refuse a second run meanwhile.

    Raises
    ------
    ExportError
        If another run writes this site, or somebody else made the folder.
    OSError
        If it cannot be created.
    """
    path = work.folder / "lock"
    descriptor = _open_lock(work, path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        with suppress(OSError):
            work.folder.rmdir()
        os.close(descriptor)


def _open_lock(work: WorkFolder, path: Path) -> int:
    while True:
        _create_folder(work)
        try:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(path, flags, 0o600)
        except FileNotFoundError:
            continue  # A run that ended has just deleted the folder.
        try:
            lock(descriptor, waits=False)
            # The run that held the lock deletes its file at the end; a deleted file locks nothing.
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BlockingIOError:
            os.close(descriptor)
            raise ExportError(
                f"{work.site.name}: found that another run is writing this site, wanted one at a "
                "time; publish again when it has ended"
            ) from None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _create_folder(work: WorkFolder) -> None:
    work.folder.mkdir(mode=0o755, exist_ok=True)
    found = work.folder.lstat()
    is_mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or not is_mine:
        raise ExportError(
            f"{work.folder}: found a folder that somebody else made, wanted one of our own to "
            "build the site in; delete it"
        )
