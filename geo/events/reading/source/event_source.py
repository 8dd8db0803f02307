"""Where a file of events is: a path or a URL, which is decided once, at the start."""

import hashlib
import threading
import time
from abc import ABC, abstractmethod
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import EventFileError
from geo.events.files.whole_file import read_wanted_file
from geo.events.reading.source.decompression import EVENT_LIMITS, DecompressionLimits, decompress
from geo.events.reading.source.url import is_url, shorten_url
from geo.events.rejections import FILE_WANTED

if TYPE_CHECKING:
    from geo.events.reading.source.remote import Fetched

Stamp = tuple[int, int]
"""Modification time and size of a file, or the changes of a URL; (0, 0) if it is missing."""


class EventSource(ABC):
    """A file of events, GeoJSON or GeoParquet, here or at a URL; also compressed with gzip.

    Two sources are equal if they are the same file.

    Attributes
    ----------
    name : str
        What the file is called in messages: no folder of this machine, no key of a URL.
    path : Path or None
        Where the file is; None for a URL.
    """

    def __init__(self, location: str, name: str, path: Path | None) -> None:
        self._location = location
        self.name = name
        self.path = path

    @staticmethod
    def from_name(
        name: str | PathLike[str], limits: DecompressionLimits = EVENT_LIMITS
    ) -> "EventSource":
        """Return the source with this path or URL (http, https).

        Parameters
        ----------
        name : str or path
        limits : DecompressionLimits, optional
            How much a compressed file may hold; another kind of file allows more.
        """
        text = fspath(name)
        return UrlSource(text, limits=limits) if is_url(text) else FileSource(Path(text), limits)

    @abstractmethod
    def read_stamp(self) -> Stamp:
        """Return a stamp that changes when the file does or disappears; never waits."""

    @abstractmethod
    def read(self) -> bytes:
        """Return what is in the file.

        Raises
        ------
        EventFileError
            If the file does not exist.
        """

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EventSource) and self._location == other._location

    def __hash__(self) -> int:
        return hash(self._location)

    def __repr__(self) -> str:
        return f"EventSource({self.name!r})"


class FileSource(EventSource):
    """A file of events on this machine."""

    def __init__(self, path: Path, limits: DecompressionLimits = EVENT_LIMITS) -> None:
        super().__init__(str(path), path.name, path)
        self._path = path
        self._limits = limits

    def read_stamp(self) -> Stamp:
        """Return modification time in nanoseconds and size in bytes."""
        try:
            status = self._path.stat()
        except (OSError, ValueError):
            return (0, 0)
        return status.st_mtime_ns, status.st_size

    def read(self) -> bytes:
        """Return what is in the file; an error does not name the folder it would be in."""
        content = read_wanted_file(self._path, self.name, FILE_WANTED, EventFileError)
        return decompress(content, self.name, self._limits)


class UrlSource(EventSource):
    """A file of events at a URL, fetched again from time to time while others read the last one.

    Parameters
    ----------
    url : str
    every_s : float
        How long fetched content stays valid. It is fetched only when a stamp is read.
    limits : DecompressionLimits
    """

    def __init__(
        self, url: str, every_s: float = 30.0, limits: DecompressionLimits = EVENT_LIMITS
    ) -> None:
        super().__init__(url, shorten_url(url), None)
        self._limits = limits
        self._every_s = every_s
        self._lock = threading.Lock()
        self._fetched_at: float | None = None
        self._last: Fetched | None = None
        self._content: bytes | None = None
        self._error: EventFileError | None = None
        self._state: str | None = None
        self._changes = 0

    def read_stamp(self) -> Stamp:
        """Return the number of changes; where it is due, fetch in the background."""
        due = self._fetched_at is not None and time.monotonic() - self._fetched_at > self._every_s
        if due and self._lock.acquire(blocking=False):
            threading.Thread(target=self._fetch_and_release, daemon=True).start()
        return self._changes, 0

    def read(self) -> bytes:
        """Return the file as it was last fetched; fetch it where that has not been done.

        Raises
        ------
        EventFileError
            If it could not be fetched the last time.
        """
        with self._lock:
            if self._content is None and self._error is None:
                self._fetch(wanted=True)
            if self._error:
                raise self._error.with_traceback(None)
            content, self._content = self._content, None  # held once, by the reader
            assert content is not None
            return decompress(content, self.name, self._limits)

    def _fetch_and_release(self) -> None:
        try:
            self._fetch()
        finally:
            self._lock.release()

    def _fetch(self, *, wanted: bool = False) -> None:
        """Fetch the file; hold it if it has changed or is wanted now, and count the changes."""
        # Readers of a file of this machine do not wait for the library that fetches.
        from geo.events.reading.source.remote import fetch

        try:
            fetched = fetch(self._location, None if wanted else self._last)
        except EventFileError as error:
            # The next fetch is complete, even if the content is the same as before the error.
            self._error, self._last, self._content = error, None, None
            state = str(error)
        else:
            self._error = None
            state = self._state or ""
            if fetched is not None:
                # Not every server answers "not modified".
                state = hashlib.sha256(fetched.content).hexdigest()
                self._last = replace(fetched, content=b"")
                if wanted or state != self._state:
                    self._content = fetched.content
        # The first state does not count as a change: no earlier stamp stood for another state.
        self._changes += self._state not in (None, state)
        self._state = state
        self._fetched_at = time.monotonic()
