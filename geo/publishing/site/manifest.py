"""The list of all files of a site, each with its hash."""

from collections.abc import Mapping

MANIFEST = "manifest-sha256.txt"


def write_manifest(hashes: Mapping[str, str]) -> bytes:
    """Return the SHA-256 of every file by its path, as ``sha256sum --check`` reads it."""
    return "".join(f"{hash_}  {path}\n" for path, hash_ in sorted(hashes.items())).encode()


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the hashes that `write_manifest` wrote, by path.

    Examples
    --------
    >>> read_manifest(write_manifest({"index.html": "ab12"}))
    {'index.html': 'ab12'}
    """
    pairs = (line.split("  ", 1) for line in content.decode().splitlines())
    return {path: hash_ for hash_, path in pairs}
