"""The story as it was at a version of its data that was kept."""

import re
from dataclasses import replace
from pathlib import Path

from geo.errors import EventFileError
from geo.events import EventSource
from geo.events.reading.source.event_source import Stamp
from geo.link.parameter import list_some
from geo.story.current import Current
from geo.story.files.problems import VERSION
from geo.story.record import open_record
from geo.story.versions.archive import is_archived, read_archived_data
from geo.story.versions.files import read_versions


class ArchivedSource(EventSource):
    """The file of events of a version that was kept; it never changes."""

    def __init__(self, folder: Path, version: str) -> None:
        super().__init__(f"{folder}#{version}", f"version {version}", None)
        self._folder, self._version = folder, version

    def read_stamp(self) -> Stamp:
        """Return nothing that changes."""
        return (0, 0)

    def read(self) -> bytes:
        """Return what was entered."""
        return read_archived_data(self._folder, self._version)


def can_open_version(current: Current, version: str) -> bool:
    """Return whether `open_version` shows other data than the newest."""
    is_other = version != current.record.version and re.fullmatch(VERSION, version) is not None
    return is_other and current.own_events and is_archived(current.folder, version)


def open_version(
    current: Current, version: str | None, second_border: Path | None = None
) -> Current:
    """Return the story with the data of a version, and a note that says which data they are.

    Parameters
    ----------
    current : Current
        With the newest data.
    version : str or None
        None is the newest.
    second_border : Path, optional
        As for `open_record`.

    Returns
    -------
    Current
        Where the version is not archived, with the newest data and a note that says so.
    """
    newest = current.record.version
    if version is None or version == newest or not re.fullmatch(VERSION, version):
        return current
    if not can_open_version(current, version):
        known = "is not archived" if _find_date(current.folder, version) else "is not known"
        return replace(current, note=f"Version {version} {known}: these are the data of {newest}.")
    try:
        source = ArchivedSource(current.folder, version)
        record = open_record(current.story, current.folder, source, second_border)
    except EventFileError:
        note = f"Version {version} cannot be read: these are the data of {newest}."
        return replace(current, note=note)
    entered = _find_date(current.folder, version)
    of_day = f" of {entered}" if entered else ""
    note = f"These are the data of version {version}{of_day}; the newest are {newest}."
    # What was taken back must not be quoted as if it still stood.
    gone = frozenset(record.events.index.difference(current.record.events.index))
    withdrawn = gone & current.record.withdrawn
    if withdrawn:
        note += f" Withdrawn since: {list_some(withdrawn)}."
        workflow = record.events["workflow"].mask(record.events.index.isin(withdrawn), "withdrawn")
        record = replace(record, events=record.events.assign(workflow=workflow))
    if others := gone - withdrawn:
        note += f" No longer in the newest: {list_some(others)}."
    return replace(current, record=record, note=note, gone=gone)


def describe_gone(current: Current, event: str) -> str:
    """Return in a sentence that the newest data do not have an event of these; "" of all others."""
    if event not in current.gone:
        return ""
    if current.record.events.at[event, "workflow"] == "withdrawn":
        return "This event has been withdrawn since."
    return "The newest data do not have this event: it may have been withdrawn or renamed since."


def _find_date(folder: Path, version: str) -> str:
    """Return the day of a version; "" if it was never entered."""
    try:
        known = read_versions(folder).get(version)
    except EventFileError:
        return ""
    return known.date if known else ""
