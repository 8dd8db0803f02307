"""Files of a cache beside a story: written completely or not at all, read only as written."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from geo.events.files.whole_file import read_whole_file

CACHE_FOLDER = ".cache"
# A cache holds copies of what the same process reads elsewhere, so that no more is ever needed.
_MOST_BYTES = 4 << 30
# The content follows its hash in hexadecimal. Arrow wants numbers at multiples of 64 bytes, which
# is the length of that hash.
_HASH_LENGTH = 64


def read_cache_file(path: Path) -> memoryview | None:
    """Return what was written to a file; None if it is missing or holds anything else.

    In a folder that others may write to, what they put there must not pass for what was made here:
    a file of another user is not read.
    """
    try:
        if hasattr(os, "geteuid") and path.stat().st_uid != os.geteuid():
            return None
        file = read_whole_file(path, _MOST_BYTES)
    except (OSError, ValueError):
        return None
    content = memoryview(file)[_HASH_LENGTH:]
    return content if file[:_HASH_LENGTH] == _hash(content) else None


def write_cache_file(path: Path, content: bytes | memoryview, most: int) -> None:
    """Write a file completely or not at all, and delete the oldest of its kind.

    Parameters
    ----------
    path : Path
        Its name is a kind, a hyphen and anything else.
    content : bytes
    most : int
        How many files of its kind are left in the folder.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    kind = path.name.partition("-")[0]
    path.parent.mkdir(mode=0o700, exist_ok=True)
    # Unlike other files, nobody else may read it, and a link is replaced, not followed. A file left
    # half written by a crash is detected by its hash.
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f"{kind}-", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_hash(content))
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    files = sorted(path.parent.glob(f"{kind}-*.*"), key=lambda one: one.stat().st_mtime)
    for old in files[:-most]:
        old.unlink(missing_ok=True)


def _hash(content: bytes | memoryview) -> bytes:
    return sha256(content).hexdigest().encode()
