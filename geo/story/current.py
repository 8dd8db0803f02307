"""The current story: its file, its record and the folder that both come from."""

from dataclasses import dataclass
from pathlib import Path

from geo.events import EventSource
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story


@dataclass(frozen=True)
class StoryFiles:
    """Which files are opened: a story's folder, and what replaces parts of it.

    Attributes
    ----------
    folder : Path
        Holds story.json and the files that it names.
    events : EventSource or None
        Another event file, in place of the story's own.
    second_border : Path or None
        A second polygon to measure from, for example a border as controlled.
    """

    folder: Path
    events: EventSource | None = None
    second_border: Path | None = None


@dataclass(frozen=True)
class Current:
    """A story with its record, as they are shown now.

    Attributes
    ----------
    story : Story
    record : Record
    folder : Path
        The story's folder, from which base map, briefings and corrections are read.
    own_events : bool
        Whether the record is the story's own, and not read from another file in its place.
    problem : str or None
        Why the files could not be used as they are now, so that an earlier record is shown.
    """

    story: Story
    record: Record
    folder: Path
    own_events: bool = True
    problem: str | None = None


def open_current(files: StoryFiles) -> Current:
    """Return the story of some files, with its record.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If a file cannot be used.
    """
    story = read_story(files.folder)
    record = open_record(story, files.folder, files.events, files.second_border)
    return Current(story, record, files.folder, own_events=files.events is None)
