"""A site as a folder: built beside its place first, then put there."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import ExportError
from geo.publishing.site.folder.file import File, UnchangedFile, hash_content
from geo.publishing.site.folder.last_site import LastSite, open_last_site
from geo.publishing.site.folder.manifest import write_manifest
from geo.publishing.site.folder.other_files import is_for_host
from geo.publishing.site.folder.replacement import (
    link_file,
    move_files,
    restore_order,
    swap_folders,
)
from geo.publishing.site.folder.work_folder import WorkFolder, lock_work_folder
from geo.publishing.site.paths import MANIFEST

# Up to so many files are moved into the existing site, which takes a moment; with more, a new
# folder replaces it.
MOST_MOVED = 500


def write_site(files: Iterable[File], out: Path) -> int:
    """Write a site into a folder, with a list of the hashes of its files; return their number.

    Nothing of the old site changes before all of the new one is built, and where anything fails,
    the old one stays. Files with the same bytes are left alone; the others are moved into place,
    or a new folder takes the place of the old one where they are many. Files that are no longer
    part of the site go; files that are not in its list were never part of it, and stay.

    Parameters
    ----------
    files : iterable of (str, bytes or UnchangedFile)
    out : Path
        A folder that is not there yet, is empty but for what hosts read, or holds a site that this
        function wrote. It may be a link to one.

    Raises
    ------
    ExportError
        If the folder holds anything else, another run is writing it, or it cannot be written.
    """
    with hold_site(out) as work:
        return write_files(files, open_last_site(work.site), work)


@contextmanager
def hold_site(out: Path) -> Iterator[WorkFolder]:
    """Hold the folder of a site for one run, after what an earlier one left half done is completed.

    Yields
    ------
    WorkFolder
        Beside the folder itself, wherever a link led to it.

    Raises
    ------
    ExportError
        As `write_site`, also where anything within cannot be read or written.
    """
    work = WorkFolder(_resolve(out))
    try:
        work.site.parent.mkdir(parents=True, exist_ok=True)
        with lock_work_folder(work):
            restore_order(work)
            _check_place(work.site)
            try:
                yield work
            finally:
                restore_order(work)
    except OSError as error:
        raise ExportError(
            f"{work.site.name}: found a place that cannot be written to ({error.strerror}), "
            "wanted a folder for the site"
        ) from error


def write_files(files: Iterable[File], last: LastSite, work: WorkFolder) -> int:
    """Write a site into a folder that is held, as `write_site` does; return the number of files.

    Parameters
    ----------
    files : iterable of (str, bytes or UnchangedFile)
    last : LastSite
        What the folder holds.
    work : WorkFolder
    """
    hashes: dict[str, str] = {}
    unchanged: list[str] = []
    work.new.mkdir()
    for path, content in files:
        if path in hashes:
            raise ExportError(f"{path}: found two files of this name, wanted one")
        hashes[path] = hash_content(content)
        if isinstance(content, UnchangedFile) or (
            last.hashes.get(path) == hashes[path] and last.find(path)
        ):
            unchanged.append(path)
        else:
            target = work.new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    _replace_site(work, last, hashes, unchanged)
    return len(hashes) + 1


def _replace_site(
    work: WorkFolder, last: LastSite, hashes: dict[str, str], unchanged: list[str]
) -> None:
    """Put a site that is built in its place."""
    (work.new / MANIFEST).write_bytes(write_manifest(hashes))
    gone = [path for path in last.paths if path not in hashes]
    is_small = unchanged and len(hashes) - len(unchanged) + len(gone) <= MOST_MOVED
    # Another folder in its place would not be the one that a terminal is in.
    if is_small or Path.cwd().is_relative_to(work.site):
        move_files(work, last, gone)
        return
    for path in unchanged:
        link_file(work.site / path, work.new / path)
    swap_folders(work, last, hashes)


def _resolve(out: Path) -> Path:
    try:
        site = out.resolve()
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises the second.
        raise ExportError(f"{out}: found a link that leads nowhere, wanted a folder") from error
    if not site.name:
        raise ExportError(f"{out}: found the root of a disk, wanted a folder for the site")
    return site


def _check_place(out: Path) -> None:
    if not out.exists() or (out / MANIFEST).is_file():
        return
    if not out.is_dir():
        raise ExportError(f"{out.name}: found a file, wanted a folder for the site")
    other = min((one.name for one in out.iterdir() if not is_for_host(one.name)), default=None)
    if other is not None:
        raise ExportError(
            f"{out.name}: found a folder with other files, such as {other!r}; wanted an empty "
            f"folder, a new one, or a site written before (it has a file {MANIFEST})"
        )
