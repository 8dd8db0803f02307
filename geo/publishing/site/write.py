"""A site as a folder: built beside its place first, then put there."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from geo.errors import ExportError
from geo.publishing.site.last_site import LastSite, UnchangedFile, open_last_site
from geo.publishing.site.manifest import MANIFEST, write_manifest
from geo.publishing.site.replacement import link_file, move_files, swap_folders

File = tuple[str, bytes | UnchangedFile]
"""The path of a file within the site, with slashes, and its content, or that it stays."""

# Up to so many files are moved into the site that is there, which takes a moment; with more, a
# whole new folder takes its place.
MOST_MOVED = 500


def write_site(files: Iterable[File], out: Path) -> int:
    """Write a site into a folder, with a list of the hashes of its files; return their number.

    Nothing of the old site changes before all of the new one is built, and where anything fails,
    the old one stays. Files with the same bytes are left alone; the others are moved into place,
    or a new folder takes the place of the old one where they are many. Files that are no longer
    part of the site go.

    Parameters
    ----------
    files : iterable of (str, bytes or UnchangedFile)
    out : Path
        A folder that is not there yet, is empty, or holds a site that this function wrote.

    Raises
    ------
    ExportError
        If the folder holds anything else, or cannot be written.
    """
    _check_place(out)
    last = open_last_site(out)
    hashes: dict[str, str] = {}
    unchanged: list[str] = []
    try:
        with _new_folder(out) as folder:
            for path, content in files:
                if path in hashes:
                    raise ExportError(f"{path}: found two files of this name, wanted one")
                hashes[path] = hash_content(content)
                if _is_unchanged(last, path, content):
                    unchanged.append(path)
                elif isinstance(content, bytes):
                    place = folder / path
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(content)
            _replace_site(folder, last, hashes, unchanged)
    except OSError as error:
        raise ExportError(
            f"{out.name}: found a place that cannot be written to, wanted a folder for the site"
        ) from error
    return len(hashes) + 1


def hash_content(content: bytes | UnchangedFile) -> str:
    """Return the SHA-256 of a file of a site, in hexadecimal digits."""
    return content.hash if isinstance(content, UnchangedFile) else _hash_bytes(content)


# Who builds a site and who writes it ask for the same file, one after the other.
@lru_cache(maxsize=1)
def _hash_bytes(content: bytes) -> str:
    return sha256(content).hexdigest()


def _is_unchanged(last: LastSite, path: str, content: bytes | UnchangedFile) -> bool:
    if isinstance(content, UnchangedFile):
        return True
    return last.hashes.get(path) == hash_content(content) and last.find(path) is not None


def _replace_site(
    folder: Path, last: LastSite, hashes: dict[str, str], unchanged: list[str]
) -> None:
    """Put a site that is built in its place."""
    (folder / MANIFEST).write_bytes(write_manifest(hashes))
    gone = [path for path in last.hashes if path not in hashes]
    if unchanged and len(hashes) - len(unchanged) + len(gone) <= MOST_MOVED:
        move_files(folder, last, gone)
        return
    for path in unchanged:
        link_file(last.folder / path, folder / path)
    swap_folders(folder, last.folder)


def _check_place(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise ExportError(f"{out.name}: found a file, wanted a folder for the site")
    if any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise ExportError(
            f"{out.name}: found a folder with other files, which would be lost; wanted an empty "
            f"folder, a new one, or a site written before (it has a file {MANIFEST})"
        )


@contextmanager
def _new_folder(out: Path) -> Iterator[Path]:
    """Yield an empty folder on the same disk, so that it can be moved to its place at once."""
    out.parent.mkdir(parents=True, exist_ok=True)
    holder = Path(mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        folder = holder / "new"
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(holder, ignore_errors=True)
