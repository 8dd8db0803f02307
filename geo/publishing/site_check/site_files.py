"""The files of a site on a disk, and where a link of one of its pages leads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from geo.errors import GeoError
from geo.publishing.site.paths import INDEX
from geo.publishing.site_check.page_reader import ReadPage, read_page


@dataclass(frozen=True)
class SiteProblem:
    """Something wrong with a site: on which page, and what was found."""

    page: str
    found: str

    def __str__(self) -> str:
        return f"{self.page}: {self.found}"


@dataclass(frozen=True)
class SiteFiles:
    """A site on a disk.

    Attributes
    ----------
    folder : Path
    sizes : mapping of str to int
        The bytes of each file, by its path within the site.
    """

    folder: Path
    sizes: Mapping[str, int]
    _read: dict[str, ReadPage] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def pages(self) -> list[str]:
        """The paths of all pages; what is only downloaded is none."""
        return [
            path
            for path in self.sizes
            if path.endswith(".html") and (path.endswith(INDEX) or "/" not in path)
        ]

    def read(self, path: str) -> ReadPage:
        """Return what a page holds."""
        if path not in self._read:
            content = (self.folder / path).read_bytes()
            self._read[path] = read_page(content.decode("utf-8", errors="replace"))
        return self._read[path]

    def judge_link(self, page: str, link: str) -> str:
        """Return what is wrong with a link within the site; "" if it leads somewhere.

        Parameters
        ----------
        page : str
            The path of the page that has it.
        link : str
            Relative, without a scheme or a host.
        """
        parts = urlsplit(link)
        if parts.path.startswith("/"):
            return "starts at the root of the host, wanted one that is relative to the page"
        target = _resolve(page, unquote(parts.path)) if parts.path else page
        if target is None:
            return "leads out of the site"
        if target not in self.sizes:
            if any(path.startswith(f"{target}/".lstrip("/")) for path in self.sizes):
                return f"leads to a folder, wanted its {INDEX}: from disk a folder is not a page"
            return "leads to no file of the site"
        anchor = unquote(parts.fragment)
        if anchor and target.endswith(".html") and anchor not in self.read(target).ids:
            return f"leads to {target}, which has no place of the name {anchor!r}"
        return ""


def read_site(folder: Path) -> SiteFiles:
    """Return the files of a site.

    Raises
    ------
    GeoError
        If the folder holds no site.
    """
    if not (folder / INDEX).is_file():
        name = folder.resolve().name
        raise GeoError(f"{name}: found no {INDEX}, wanted the folder of a published site")
    sizes = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return SiteFiles(folder, sizes)


def is_elsewhere(address: str) -> bool:
    """Return whether an address names a host, or is none of a file at all, such as mailto:."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _resolve(page: str, link: str) -> str | None:
    """Return the path within the site that a link leads to; None above its root."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / link).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return "/".join(parts)
