"""The record that a server shows now: read again when its files change, kept when they break."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from geo.errors import GeoError
from geo.events.remote import RemoteFile, is_url
from geo.record import Record, open_record
from geo.story import Story, read_story

Stamp = tuple[tuple[int, int], ...]
"""Modification time and size of each file, changes of a URL; (0, 0) where there is none."""


class Files(NamedTuple):
    """The files of a server: a story's folder, and what stands in for parts of it.

    `events` is a path or a URL.
    """

    folder: Path
    events: Path | str | None = None
    second_border: Path | None = None


def served_files() -> Files:
    """Return the files that STORY, EVENTS and SECOND_BORDER name; the story shipped by default."""
    named = (os.environ.get(name) for name in ("STORY", "EVENTS", "SECOND_BORDER"))
    folder, events, border = named
    return Files(
        Path(folder) if folder else Path(__file__).parents[1] / "data",
        source_named(events) if events else None,
        Path(border) if border else None,
    )


def source_named(name: str) -> Path | str:
    """Return the path of a file of events, or its URL as it is."""
    return name if is_url(name) else Path(name)


@dataclass(frozen=True)
class Current:
    """A record as it is shown now.

    Attributes
    ----------
    story : Story
    record : Record
    fault : str or None
        Why the files as they are now could not be used, and an earlier record stands in.
    """

    story: Story
    record: Record
    fault: str | None = None


class CurrentRecord:
    """The record of some files, as they are now or as they last could be used.

    One record is shared by all readers and never changed: a copy for each would cost 142 ms
    at 100,000 events. It may be opened from many threads at once.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self._remote = RemoteFile(files.events) if isinstance(files.events, str) else None
        self._lock = threading.Lock()
        self._story: Story | None = None
        self._current: Current | None = None
        self._fault: GeoError | None = None
        self._seen: Stamp | None = None

    def stamp(self) -> Stamp:
        """Return what changes when one of the files does."""
        remote = [self._remote.stamp()] if self._remote else []
        return (*remote, *(_stamp(path) for path in self._paths()))

    def open(self) -> Current:
        """Return the record; read it first if a file has changed.

        While one thread reads, others get the last good record at once.

        Raises
        ------
        StoryFileError, EventFileError, BorderFileError
            If the files cannot be used and never could.
        """
        if self._lock.acquire(blocking=self._current is None):
            try:
                if self.stamp() != self._seen:
                    self._read()
            finally:
                self._lock.release()
        if self._current is None:
            assert self._fault is not None
            raise self._fault.with_traceback(None)
        return self._current

    def _read(self) -> None:
        """Read all files. A failure is remembered as well, so that broken files are read once."""
        folder, events, second_border = self.files
        # Before anything is read: what changes meanwhile is seen the next time.
        self._seen = self.stamp()
        try:
            self._story = read_story(folder)
            source = self._remote.content() if self._remote else events
            # Only now is it known which files the story names.
            self._seen = self.stamp()
            record = open_record(self._story, folder, source, second_border)
        except GeoError as fault:
            self._fault = fault
            if self._current:
                self._current = replace(self._current, fault=str(fault))
        else:
            self._current = Current(self._story, record)

    def _paths(self) -> Iterator[Path]:
        folder, events, second_border = self.files
        yield folder / "story.json"
        if isinstance(events, Path):
            yield events
        elif self._story and not events:
            yield folder / self._story.events
        if self._story and self._story.border:
            yield folder / self._story.border.file
        if second_border:
            yield second_border


@cache
def current_record(files: Files) -> CurrentRecord:
    """Return the one `CurrentRecord` of these files that this process has."""
    return CurrentRecord(files)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size
