"""The site as it was published before: what of it may stay as it is."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from geo.errors import ExportError
from geo.publishing.site.folder.file import UnchangedFile
from geo.publishing.site.folder.manifest import UNSURE, read_manifest
from geo.publishing.site.paths import MANIFEST


@dataclass(frozen=True)
class LastSite:
    """A folder as a site was written to it.

    Attributes
    ----------
    folder : Path
    hashes : mapping of str to str
        The SHA-256 of each file, by its path; empty if there is no site yet.
    unsure : frozenset of str
        The paths of files that a run which broke off was replacing or deleting.
    moment : int
        When the list of hashes was written, after all files: nanoseconds since 1970.
    """

    folder: Path
    hashes: Mapping[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    moment: int = 0

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all its files."""
        return self.unsure.union(self.hashes)

    @cached_property
    def _prefix(self) -> str:
        return f"{self.folder}{os.sep}"

    def find(self, path: str) -> UnchangedFile | None:
        """Return a file that still has the bytes that were written; None if it has not."""
        hash_ = self.hashes.get(path)
        if hash_ is None:
            return None
        # A text: to make 20,000 paths takes longer than to look at their files.
        file = f"{self._prefix}{path}"
        try:
            stated = os.stat(file)  # noqa: PTH116
            # Neither written to nor replaced since: as it was. Else its bytes are compared.
            if max(stated.st_ctime_ns, stated.st_mtime_ns) >= self.moment:
                content = Path(file).read_bytes()
                if sha256(content).hexdigest() != hash_:
                    return None
        except OSError:
            return None
        return UnchangedFile(hash_, stated.st_size)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file that still has the bytes that were written."""
        return (self.folder / path).read_bytes() if self.find(path) else None


def open_last_site(folder: Path) -> LastSite:
    """Return the site in a folder, which may be missing or hold none.

    Raises
    ------
    ExportError
        If its list of files was not written by this program.
    OSError
        If the list cannot be read.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return LastSite(folder)
    try:
        listed = read_manifest(manifest.read_bytes())
    except ValueError as error:
        raise ExportError(
            f"{folder.name}: found a {MANIFEST} that geo publish did not write, or that somebody "
            "changed since; wanted a new folder, an empty one, or a site written before"
        ) from error
    unsure = frozenset(path for path, hash_ in listed.items() if hash_ == UNSURE)
    hashes = {path: hash_ for path, hash_ in listed.items() if path not in unsure}
    return LastSite(folder, hashes, unsure, manifest.stat().st_ctime_ns)
