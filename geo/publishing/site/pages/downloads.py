"""The record as files to download: every kind, each with where it comes from."""

import json
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from hashlib import sha256

from geo.publishing.citation import cite
from geo.publishing.export import FORMATS, name_file, prepare_export
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.head import describe_page
from geo.publishing.site.pages.render import render_page
from geo.publishing.site.paths import DOWNLOADS, DOWNLOADS_LIST
from geo.publishing.site.plan.plan import Plan


@dataclass(frozen=True)
class Download:
    """A file with all events.

    Attributes
    ----------
    kind : str
        The kind of file, as an address names it.
    label : str
        What readers call the kind of file.
    path : str
        Within the site.
    content : bytes
    hash : str
        Its SHA-256, in hexadecimal digits.
    """

    kind: str
    label: str
    path: str
    content: bytes
    hash: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]

    @property
    def size(self) -> str:
        """How large it is, in words."""
        kilobytes = len(self.content) / 1000
        return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{kilobytes:.0f} kB"


def list_downloads(plan: Plan, pieces: Pieces | None = None) -> list[Download]:
    """Return all events of a story as a file of each kind.

    Parameters
    ----------
    plan : Plan
    pieces : Pieces, optional
        What was written before.

    Raises
    ------
    GeoError
        If a kind of file cannot hold so many rows.
    """
    export = replace(prepare_export(plan.view, plan.base_url or None), pieces=pieces)
    downloads = []
    for kind, kind_of_file in FORMATS.items():
        content = b"".join(kind_of_file.write(export))
        path = f"downloads/{name_file(plan.view, kind)}"
        hash_ = sha256(content).hexdigest()
        downloads.append(Download(kind, kind_of_file.label, path, content, hash_))
    return downloads


def write_downloads(plan: Plan, written: Future[list[Download]]) -> Iterator[File]:
    """Yield the files to download, once they are written, and the page that offers them."""
    downloads = written.result()
    yield DOWNLOADS, write_downloads_page(plan, downloads)
    yield DOWNLOADS_LIST, write_downloads_list(plan, downloads)
    for one in downloads:
        yield one.path, one.content


def write_downloads_list(plan: Plan, downloads: list[Download]) -> bytes:
    """Return the list of files for programs, at an address that stays: theirs change with the data.

    Paths are relative to the list.
    """
    files = [
        {"kind": one.kind, "path": one.name, "bytes": len(one.content), "sha256": one.hash}
        for one in downloads
    ]
    content = {"version": plan.view.record.version, "as_of": plan.day or None, "files": files}
    return f"{json.dumps(content, indent=1)}\n".encode()


def write_downloads_page(plan: Plan, downloads: list[Download]) -> bytes:
    """Return the page that offers the files, with how to cite them."""
    words = (
        f"The record of {plan.view.story.title} as {len(downloads)} kinds of file, each with where "
        "its events come from, and how to cite it."
    )
    head = describe_page(plan, "Downloads", DOWNLOADS, words)
    # Each reader knows their own day; the page stays the same.
    citation = cite(plan.view, address=plan.base_url or None)
    return render_page(
        plan,
        "downloads.html",
        head,
        downloads=downloads,
        citation=str(citation),
        bibtex=citation.bibtex(),
    )
