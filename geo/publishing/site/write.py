"""A site as a folder: written beside its place first, then put there in one move."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from geo.errors import ExportError
from geo.publishing.site.for_robots import MANIFEST, write_manifest

File = tuple[str, bytes]
"""The path of a file within the site, with slashes, and its content."""


def write_site(files: Iterable[File], out: Path) -> int:
    """Write a site into a folder, with a list of the hashes of its files; return their number.

    Whoever reads the folder meanwhile finds the old site or the new one, and never a part; where
    writing fails, the old one stays. Files that are no longer part of the site go.

    Parameters
    ----------
    files : iterable of (str, bytes)
    out : Path
        A folder that is not there yet, is empty, or holds a site that this function wrote.

    Raises
    ------
    ExportError
        If the folder holds anything else, or cannot be written.
    """
    _check_place(out)
    hashes: dict[str, str] = {}
    try:
        with _new_folder(out) as folder:
            for path, content in files:
                if path in hashes:
                    raise ExportError(f"{path}: found two files of this name, wanted one")
                hashes[path] = sha256(content).hexdigest()
                place = folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            (folder / MANIFEST).write_bytes(write_manifest(hashes))
            _swap(folder, out)
    except OSError as error:
        raise ExportError(
            f"{out.name}: found a place that cannot be written to, wanted a folder for the site"
        ) from error
    return len(hashes) + 1


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


def _swap(new: Path, out: Path) -> None:
    old = new.with_name("old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
