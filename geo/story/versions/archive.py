"""The events of a version as they were: archived beside its hashes, compressed, checked by hash.

``versions/ID.xz`` holds the file of events whose hash begins with ID, or what turns the file of an
earlier version into it.
"""

import hashlib
import lzma
from pathlib import Path

from geo.errors import EventFileError
from geo.events.files.whole_file import read_whole_file
from geo.events.files.written_file import write_whole_file
from geo.story.files.own_file import find_own_file
from geo.story.versions.delta import apply_delta, make_delta

VERSION_LENGTH = 12
_FOLDER = "versions"
# Larger files are the business of those who make them: a repository should stay small.
_MOST_BYTES = 64 * 2**20
# To read a version, all differences since the last full copy are applied: after so many, a full
# copy is archived again.
_MOST_STEPS = 20


def name_version(content: bytes) -> str:
    """Return the version of a file of events: the start of its hash."""
    return hashlib.sha256(content).hexdigest()[:VERSION_LENGTH]


def is_archived(folder: Path, version: str) -> bool:
    """Return whether the data of a version are archived in a story's folder."""
    return _path(folder, version).is_file()


def archive_data(folder: Path, content: bytes, since: str | None = None) -> bool:
    """Archive a file of events; return whether it is archived now.

    Parameters
    ----------
    folder : Path
        The story's.
    content : bytes
        Of the file of events; more than 64 MB are not archived. A broken archive of it is replaced.
    since : str, optional
        The version before; where its data are archived, only the difference is written.
    """
    version = name_version(content)
    # A broken file is written again: its name says what was in it.
    if is_archived(folder, version) and _try_read(folder, version) == content:
        return True
    if len(content) > _MOST_BYTES:
        return False
    head, body = "", content
    before = _try_read(folder, since) if since and since != version else None
    if since and before is not None and len(_list_steps(folder, since)) < _MOST_STEPS:
        delta = make_delta(before, content)
        if len(delta) < len(content) / 2:
            head, body = since, delta
    path = _path(folder, version)
    path.parent.mkdir(exist_ok=True)
    compressed = lzma.compress(head.encode() + b"\n" + body, preset=9, check=lzma.CHECK_CRC32)
    write_whole_file(path, compressed)
    return True


def list_broken_archives(folder: Path) -> tuple[str, ...]:
    """Return the archived versions of a story's folder that cannot be read, in order.

    Each file is read to its end, and that from which it is made must be there.
    """
    versions = sorted(path.stem for path in (folder / _FOLDER).glob("*.xz"))
    return tuple(version for version in versions if not _is_readable(folder, version))


def read_archived_data(folder: Path, version: str) -> bytes:
    """Return the file of events of a version, as it was to the byte.

    Raises
    ------
    EventFileError
        If this version was not archived, or its file is broken.
    """
    content = b""
    for step in reversed(_list_steps(folder, version)):
        head, body = _read(folder, step)
        try:
            content = apply_delta(content, body) if head else body
        except ValueError as error:
            raise _broken(step) from error
    if name_version(content) != version:
        raise _broken(version)
    return content


def _is_readable(folder: Path, version: str) -> bool:
    try:
        since, _ = _read(folder, version)
    except EventFileError:
        return False
    return not since or is_archived(folder, since)


def _try_read(folder: Path, version: str) -> bytes | None:
    """Return the data of a version; None if they cannot be read."""
    try:
        return read_archived_data(folder, version)
    except EventFileError:
        return None


def _list_steps(folder: Path, version: str) -> list[str]:
    """Return the version and those that it is made from, the one that is archived whole last."""
    steps = [version]
    while (since := _read(folder, steps[-1])[0]) and len(steps) <= _MOST_STEPS:
        steps.append(since)
    return steps


def _read(folder: Path, version: str) -> tuple[str, bytes]:
    try:
        path = find_own_file(folder, f"{_FOLDER}/{version}.xz", EventFileError)
        compressed = read_whole_file(path)
    except OSError as error:
        raise EventFileError(f"version {version}: is not archived, wanted one that is") from error
    try:
        # Never more than was archived: a few bytes can stand for gigabytes.
        engine = lzma.LZMADecompressor()
        content = engine.decompress(compressed, _MOST_BYTES + VERSION_LENGTH + 1)
    except lzma.LZMAError as error:
        raise _broken(version) from error
    if not engine.eof:
        raise _broken(version)
    head, _, body = content.partition(b"\n")
    return head.decode("ascii", "replace"), body


def _broken(version: str) -> EventFileError:
    return EventFileError(f"{_FOLDER}/{version}.xz: found a broken file, wanted what was entered")


def _path(folder: Path, version: str) -> Path:
    return folder / _FOLDER / f"{version}.xz"
