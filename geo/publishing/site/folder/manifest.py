"""The list of all files of a site, each with its hash: only what it names is ours to delete."""

import re
from collections.abc import Mapping

from geo.errors import quote
from geo.publishing.site.paths import EXPLORER, MANIFEST, OFFLINE, START

UNSURE = "0" * 64
"""In place of the hash of a file that is being replaced or deleted."""

# Archives of other programs have a list of this name too. `sha256sum` skips the line.
_MARK = "# Written by geo publish, which replaces and deletes the files that are listed here."
# Those of sites before there was a mark; no other program writes all of them.
_UNMARKED = {START, OFFLINE, f"{EXPLORER}/explorer.js", f"{EXPLORER}/data.js"}
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_ODD = re.compile(r"[A-Za-z]:|.*[\\\x00-\x1f\x7f]")


def write_manifest(hashes: Mapping[str, str]) -> bytes:
    """Return the SHA-256 of every file by its path, as ``sha256sum --check`` reads it."""
    lines = (f"{hash_}  {path}" for path, hash_ in sorted(hashes.items()))
    return "".join(f"{line}\n" for line in (_MARK, *lines)).encode()


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the hashes that `write_manifest` wrote, by path.

    Raises
    ------
    ValueError
        If `write_manifest` did not write it, or a path leads out of the site.

    Examples
    --------
    >>> read_manifest(write_manifest({"index.html": "ab12" * 16}))["index.html"][:8]
    'ab12ab12'
    """
    lines = content.decode().split("\n")
    is_marked = lines[0] == _MARK
    if lines.pop() != "":
        raise ValueError("found no end of the last line, wanted a complete list")
    hashes = dict(_read_line(line) for line in lines[is_marked:])
    if not is_marked and not hashes.keys() >= _UNMARKED:
        raise ValueError("found a list of another program")
    return hashes


def _read_line(line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    if not found or not _is_inside(found[2]):
        raise ValueError(f"found {quote(line)}, wanted a hash and a path within the site")
    return found[2], found[1]


def _is_inside(path: str) -> bool:
    """Return whether a path names a file below the site's folder, other than the list itself."""
    parts = path.split("/")
    return path != MANIFEST and not _ODD.match(path) and not {"", ".", ".."}.intersection(parts)
