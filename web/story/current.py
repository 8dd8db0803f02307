"""The record that a server shows now: read again when its files change, kept when they break."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from geo.errors import EventFileError, GeoError, StoryFileError
from geo.events.rejections import find_broken_end
from geo.events.story_words import describe_story_words
from geo.story.current import Current, StoryFiles, join_current
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story
from web.settings import settings

_log = logging.getLogger(__name__)
_MOST_LOGGED = 100

Stamps = tuple[tuple[int, int], ...]
"""The stamp of each file; (0, 0) if it is missing."""


class CurrentRecord:
    """The record of some files, as they are now or as they last could be used.

    One record is shared by all readers and never changed: a copy for each would cost 142 ms
    at 100,000 events. It may be opened from many threads at once.
    """

    def __init__(self, files: StoryFiles) -> None:
        self.files = files
        self._lock = threading.Lock()
        self._story: Story | None = None
        self._current: Current | None = None
        self._problem: GeoError | None = None
        self._last_stamp: Stamps | None = None

    def read_stamp(self) -> Stamps:
        """Return what changes when one of the files does."""
        events = [self.files.events.read_stamp()] if self.files.events else []
        return (*events, *(stamp_file(path) for path in self._paths()))

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
                if self.read_stamp() != self._last_stamp:
                    self._read()
            finally:
                self._lock.release()
        if self._current is None:
            assert self._problem is not None
            raise self._problem.with_traceback(None)
        return self._current

    def _read(self) -> None:
        """Read all files. A failure is remembered as well, so that bad files are read once."""
        files = self.files
        # Before anything is read: what changes meanwhile is seen the next time.
        self._last_stamp = self.read_stamp()
        try:
            self._story = read_story(files.folder)
            # Only now is it known which files the story names.
            self._last_stamp = self.read_stamp()
            record = open_record(self._story, files.folder, files.events, files.second_border)
            self._refuse_half(record, files.events.name if files.events else self._story.events)
        except GeoError as problem:
            self._keep_last(problem)
        except Exception as error:  # noqa: BLE001
            # Any error of a library about a broken file: readers keep what they had.
            _log.exception("the story cannot be read")
            self._keep_last(
                StoryFileError(f"the story: found what cannot be read, {type(error).__name__}")
            )
        else:
            _log_rejections(record)
            self._current = join_current(files, self._story, record)

    def _refuse_half(self, record: Record, name: str) -> None:
        """Refuse a file that somebody was still writing, or could not, in place of a whole one."""
        end = find_broken_end(record.rejected)
        if end and self._current and not find_broken_end(self._current.record.rejected):
            raise EventFileError(f"{name}: found {end.found}, wanted {end.wanted}")

    def _keep_last(self, problem: GeoError) -> None:
        """Remember why nothing newer can be shown than before."""
        self._problem = problem
        _log.error("the story cannot be read: %s", problem)
        if self._current:
            self._current = replace(self._current, problem=str(problem))

    def _paths(self) -> Iterator[Path]:
        folder, events = self.files.folder, self.files.events
        yield folder / "story.json"
        if self._story and not events:
            yield folder / self._story.events
        if self._story and self._story.border and self._story.border.file:
            yield folder / self._story.border.file
        if self.files.second_border:
            yield self.files.second_border


def _log_rejections(record: Record) -> None:
    """Log the rejected events; readers only see how many."""
    for rejection in record.rejected[:_MOST_LOGGED]:
        _log.warning("rejected: %s", rejection)
    if len(record.rejected) > _MOST_LOGGED:
        _log.warning("%d more problems; geo check lists them", len(record.rejected) - _MOST_LOGGED)
    if advice := describe_story_words(record.rejected):
        _log.warning("%s", advice)


@cache
def watch_files(files: StoryFiles) -> CurrentRecord:
    """Return the one `CurrentRecord` of these files that this process has."""
    return CurrentRecord(files)


def open_served() -> Current:
    """Return the story and the record that all pages and the API show now.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If the files cannot be used and never could.
    """
    return watch_files(settings().files).open()


def read_served_stamp() -> Stamps:
    """Return what changes when a file of the served story does."""
    return watch_files(settings().files).read_stamp()


def stamp_file(path: Path) -> tuple[int, int]:
    """Return a stamp that changes when a file does; (0, 0) if it is missing."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size
