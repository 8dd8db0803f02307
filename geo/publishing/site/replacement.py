"""Files of a new site put in the place of the old ones; whatever fails, the old ones come back."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from geo.publishing.site.last_site import LastSite
from geo.publishing.site.manifest import MANIFEST, write_manifest


def swap_folders(new: Path, out: Path) -> None:
    """Put a folder in the place of another, which may be missing."""
    old = new.with_name("old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def move_files(new: Path, last: LastSite, gone: Iterable[str]) -> None:
    """Move the files of a folder into a site, over the old ones, and take others away.

    Pages come last, so that what they load is there before them. If it breaks off half way, the
    list of hashes names none of the files that were being moved: the next site is complete again.

    Parameters
    ----------
    new : Path
        Holds the files that changed, and the new list of hashes.
    last : LastSite
    gone : iterable of str
        The paths of files that are no longer part of the site.
    """
    out, old, gone = last.folder, new.with_name("old"), list(gone)
    moved = sorted(
        (path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()),
        key=lambda path: (path == MANIFEST, path.endswith(".html"), path),
    )
    for path in (*moved, *gone):
        if (out / path).exists():
            link_file(out / path, old / path)
    done: list[str] = []
    try:
        unsure = {*moved, *gone}
        sure = {path: hash_ for path, hash_ in last.hashes.items() if path not in unsure}
        _write_list(out, sure)
        for path in moved:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).replace(out / path)
            done.append(path)
        for path in gone:
            (out / path).unlink(missing_ok=True)
    except OSError:
        _bring_back(old, out, done)
        raise
    _remove_empty(out, gone)


def link_file(file: Path, to: Path) -> None:
    """Give a file a second name on the same disk, or copy it where a disk knows no such names."""
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, to)
    except OSError:
        shutil.copy2(file, to)


def _write_list(out: Path, hashes: dict[str, str]) -> None:
    part = out / f"{MANIFEST}.part"
    part.write_bytes(write_manifest(hashes))
    part.replace(out / MANIFEST)


def _bring_back(old: Path, out: Path, moved: Iterable[str]) -> None:
    for path in moved:
        if not (old / path).exists():
            (out / path).unlink()
    for file in [path for path in old.rglob("*") if path.is_file()]:
        file.replace(out / file.relative_to(old))


def _remove_empty(out: Path, gone: Iterable[str]) -> None:
    for path in gone:
        for folder in (out / path).parents:
            if folder == out or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
