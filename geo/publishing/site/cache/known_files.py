"""Which files were made from what, so that those of an event that did not change stay."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file
from geo.publishing.site.folder.file import UnchangedFile
from geo.publishing.site.folder.last_site import LastSite

_NAME = "site-files.json"


@dataclass
class KnownFiles:
    """The files of a site by a hash of what each group of them was made from.

    Attributes
    ----------
    last : LastSite
        Where the files are.
    before : mapping of str to mapping of str to str
        By the hash of what they were made from: the hash of each file, by its path.
    now : dict
        The same of the site that is being built.
    """

    last: LastSite
    before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    now: dict[str, dict[str, str]] = field(default_factory=dict)

    def find(self, inputs: str) -> dict[str, UnchangedFile] | None:
        """Return the files that were made from the same; None if any is missing or changed."""
        unchanged: dict[str, UnchangedFile] = {}
        for path, hash_ in self.before.get(inputs, {}).items():
            found = self.last.find(path)
            if found is None or found.hash != hash_:
                return None
            unchanged[path] = found
        return unchanged or None

    def note(self, inputs: str, path: str, hash_: str) -> None:
        """Note what a file was made from."""
        self.now.setdefault(inputs, {})[path] = hash_

    def save(self, cache_folder: Path | None) -> None:
        """Write it where the next site finds it; failing to write a cache is not an error."""
        if cache_folder is None:
            return
        content = json.dumps(self.now, separators=(",", ":")).encode()
        with suppress(OSError):
            write_cache_file(cache_folder / CACHE_FOLDER / _NAME, content, 1)


def read_known_files(last: LastSite, cache_folder: Path | None) -> KnownFiles:
    """Return what is known of the site before; nothing if the cache is missing or damaged.

    Parameters
    ----------
    last : LastSite
    cache_folder : Path or None
        The folder whose cache holds it.
    """
    if cache_folder is None:
        return KnownFiles(last)
    try:
        content = read_cache_file(cache_folder / CACHE_FOLDER / _NAME)
        read = json.loads(bytes(content)) if content else {}
        before = {
            str(inputs): {str(path): str(hash_) for path, hash_ in files.items()}
            for inputs, files in read.items()
        }
    except (ValueError, AttributeError):
        return KnownFiles(last)
    return KnownFiles(last, before)
