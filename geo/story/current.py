"""The current story: its file, its record and the folder that both come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from geo.events import EventSource
from geo.story.files.neutral_folder import NEUTRAL_FOLDER, find_cache_folder
from geo.story.record import Record, open_record
from geo.story.story_file import Story, read_story

CurrentKey = tuple[str, int]
"""Changes with the data and with the story, for caches of what is made of both."""


@dataclass(frozen=True)
class StoryFiles:
    """Which files are opened: a story's folder, and what replaces parts of it.

    Attributes
    ----------
    folder : Path
        Holds story.json and the files that it names; `NEUTRAL_FOLDER` for events alone.
    events : EventSource or None
        Another event file, in place of the story's own.
    second_border : Path or None
        A second polygon to measure from, for example a border as controlled.
    """

    folder: Path
    events: EventSource | None = None
    second_border: Path | None = None

    @staticmethod
    def from_environment(
        environment: Mapping[str, str], default: Path, story: str = "", events: str = ""
    ) -> "StoryFiles":
        """Return the files that STORY, EVENTS and SECOND_BORDER name; a blank one names nothing.

        Events alone are a story without border, groups and presets. With neither story nor events
        it is the story in the folder `default`. `story` and `events` come before the variables.
        """
        story = story or environment.get("STORY", "").strip()
        events = events or environment.get("EVENTS", "").strip()
        second_border = environment.get("SECOND_BORDER", "").strip()
        named = Path(story) if story else None
        return StoryFiles(
            folder=named or (NEUTRAL_FOLDER if events else default),
            events=EventSource.from_name(events) if events else None,
            second_border=Path(second_border) if second_border else None,
        )

    @property
    def cache_folder(self) -> Path | None:
        """The folder whose caches lie beside its files; None without one."""
        return find_cache_folder(self.folder, self.events)


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
    cache_folder : Path or None
        The folder whose .cache holds what is slow to make; None if nothing is cached.
    note : str
        Which data these are where a link asked for others than the newest; "" for the newest.
    gone : frozenset of str
        Ids of events of these data that the newest do not have; none where these are the newest.
    """

    story: Story
    record: Record
    folder: Path
    own_events: bool = True
    problem: str | None = None
    cache_folder: Path | None = None
    note: str = ""
    gone: frozenset[str] = frozenset()

    @property
    def key(self) -> CurrentKey:
        """The version of the data and a hash of the story."""
        return self.record.version, hash(self.story)


def open_current(files: StoryFiles) -> Current:
    """Return the story of some files, with its record.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If a file cannot be used.
    """
    story = read_story(files.folder)
    record = open_record(story, files.folder, files.events, files.second_border)
    return join_current(files, story, record)


def join_current(files: StoryFiles, story: Story, record: Record) -> Current:
    """Return a story and a record that were read from some files as one.

    Events alone are shown under the title that their file states, or under its name.
    """
    if files.folder == NEUTRAL_FOLDER:
        title = record.about.get("title") or _file_name(files.events)
        story = story.model_copy(update={"title": title or story.title})
    return Current(
        story,
        record,
        files.folder,
        own_events=files.events is None,
        cache_folder=files.cache_folder,
    )


def _file_name(events: EventSource | None) -> str:
    path = PurePosixPath(urlsplit(events.name).path) if events else PurePosixPath()
    return path.name.split(".")[0].replace("_", " ")
