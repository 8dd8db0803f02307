"""Replace the files of a site by new ones; if anything fails, the old ones come back."""

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from geo.errors import ExportError
from geo.publishing.site.folder.last_site import LastSite, open_last_site
from geo.publishing.site.folder.manifest import UNSURE, write_manifest
from geo.publishing.site.folder.other_files import list_folders, list_other_files
from geo.publishing.site.folder.work_folder import WorkFolder
from geo.publishing.site.paths import MANIFEST


def swap_folders(work: WorkFolder, last: LastSite, new: Collection[str]) -> None:
    """Put a whole new site in the place of the one before, which may be missing.

    Files that we did not write move from the old folder into the new one. If it breaks off,
    `restore_order` completes it, or brings the old site back.

    Raises
    ------
    ExportError
        If a file that we did not write is where the new site has one.
    """
    if work.site.exists():
        taken = {*new, *list_folders(new)}
        for path in list_other_files(work.site, last.paths, new):
            if path in taken:
                raise _refuse(path)
        work.site.rename(work.old)
    work.new.rename(work.site)
    restore_order(work)


def restore_order(work: WorkFolder) -> None:
    """Complete or undo what a run left half done, and delete what it does not need any more.

    Raises
    ------
    ExportError
        If a file that we did not write is in the old site and in the new one.
    """
    if work.old.exists() and not work.site.exists():
        work.old.rename(work.site)
    elif work.old.exists():
        new = open_last_site(work.site).paths
        for path in list_other_files(work.old, open_last_site(work.old).paths, new):
            _move_other(work, path)
        shutil.rmtree(work.waste, ignore_errors=True)
        # Half of a site that is being deleted must not be mistaken for one.
        work.old.rename(work.waste)
    for folder in (work.new, work.backup, work.waste):
        shutil.rmtree(folder, ignore_errors=True)


def move_files(work: WorkFolder, last: LastSite, gone: Iterable[str]) -> None:
    """Move the files that changed into a site, over the old ones, and delete others.

    Pages come last, so that what they load is there before them. If it breaks off half way, the
    list of hashes names all these files as unsure: the next site is complete again, and what was
    to be deleted is deleted then.

    Parameters
    ----------
    work : WorkFolder
        Holds the files that changed, and the new list of hashes.
    last : LastSite
    gone : iterable of str
        The paths of files that are no longer part of the site.

    Raises
    ------
    ExportError
        If a file that we did not write is where the new site has one.
    """
    out, new, gone = work.site, work.new, list(gone)
    moved = sorted(
        (path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()),
        key=lambda path: (path.endswith(".html"), path),
    )
    moved.remove(MANIFEST)
    _check_places(last, moved, gone)
    for path in (*moved, *gone, MANIFEST):
        if (out / path).exists():
            link_file(out / path, work.backup / path)
    replaced = [MANIFEST]
    try:
        _write_list(work, {**last.hashes, **dict.fromkeys((*last.unsure, *moved, *gone), UNSURE)})
        for path in moved:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            replaced.append(path)
            (new / path).replace(out / path)
        for path in gone:
            (out / path).unlink(missing_ok=True)
        _remove_empty(out, gone)
        (new / MANIFEST).replace(out / MANIFEST)
    except BaseException:
        _bring_back(work, reversed(replaced))
        raise


def link_file(file: Path, to: Path) -> None:
    """Give a file a second name on the same disk, or copy it if the disk has no hard links."""
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, to)
    except OSError:
        shutil.copy2(file, to)


def _check_places(last: LastSite, moved: Iterable[str], gone: Iterable[str]) -> None:
    for path in moved:
        if path not in last.paths and os.path.lexists(last.folder / path):
            raise _refuse(path)
    # The target of a link lies outside this folder and is not ours.
    for path in list_folders((*moved, *gone)):
        if (last.folder / path).is_symlink():
            raise _refuse(path)


def _refuse(path: str) -> ExportError:
    return ExportError(
        f"{path!r}: found a file or link that geo publish did not write, wanted this place for one "
        "of the site; move it away"
    )


def _move_other(work: WorkFolder, path: str) -> None:
    to = work.site / path
    if os.path.lexists(to):
        raise ExportError(
            f"{work.old / path}: found a file of yours that is also in the site, where it was "
            "before a run that broke off; move one of them away"
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    (work.old / path).rename(to)


def _write_list(work: WorkFolder, hashes: dict[str, str]) -> None:
    part = work.new / f"{MANIFEST}.part"
    part.write_bytes(write_manifest(hashes))
    part.replace(work.site / MANIFEST)


def _bring_back(work: WorkFolder, replaced: Iterable[str]) -> None:
    for path in replaced:
        if not (work.backup / path).exists():
            (work.site / path).unlink(missing_ok=True)
    backups = [path for path in work.backup.rglob("*") if path.is_file()]
    for file in sorted(backups, key=lambda file: file.name == MANIFEST):
        to = work.site / file.relative_to(work.backup)
        to.parent.mkdir(parents=True, exist_ok=True)
        file.replace(to)


def _remove_empty(out: Path, gone: Iterable[str]) -> None:
    for path in gone:
        for folder in (out / path).parents:
            if folder == out or (folder.is_dir() and any(folder.iterdir())):
                break
            if folder.is_dir():
                folder.rmdir()
