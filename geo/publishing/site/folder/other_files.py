"""Files in a site's folder that we did not write: publishing never changes them."""

import os
from collections.abc import Iterable
from pathlib import Path

from geo.publishing.site.paths import MANIFEST

# In the folder of the site itself.
_HOST_FILES = frozenset(
    {
        ".git",
        ".gitattributes",
        ".github",
        ".gitignore",
        ".gitlab-ci.yml",
        ".htaccess",
        ".nojekyll",
        ".well-known",
        "CNAME",
        "_headers",
        "_redirects",
        "netlify.toml",
        "vercel.json",
    }
)


def is_for_host(path: str) -> bool:
    """Return whether a path within a site is of what hosts of sites read, such as ``_headers``."""
    return path.partition("/")[0] in _HOST_FILES


def list_other_files(folder: Path, ours: Iterable[str], new: Iterable[str] = ()) -> list[str]:
    """Return the paths of what lies in a site's folder and is not part of the site, sorted.

    A folder is one path, unless a file of the site lies in it.

    Parameters
    ----------
    folder : Path
    ours : iterable of str
        The paths of the site's files.
    new : iterable of str
        The paths of the files that the next site will have.
    """
    paths = set(ours)
    folders = list_folders((*paths, *new))
    others: list[str] = []
    # A text: to make ten thousand paths takes as long as to look into their folders.
    prefix = f"{folder}{os.sep}"
    waiting = [""]
    while waiting:
        start = waiting.pop()
        with os.scandir(f"{prefix}{start}") as entries:
            for entry in entries:
                path, is_folder = f"{start}{entry.name}", entry.is_dir(follow_symlinks=False)
                if is_folder and path in folders:
                    waiting.append(f"{path}/")
                elif is_folder or path not in paths:
                    others.append(path)
    return sorted(path for path in others if path != MANIFEST)


def list_folders(paths: Iterable[str]) -> set[str]:
    """Return the paths of all folders that hold some files, without the site's own folder."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders
