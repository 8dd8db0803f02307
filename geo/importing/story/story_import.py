"""A table into the folder of a story: what is there before, what becomes of it, and the writing."""

import io
import re
import tempfile
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from geo.errors import EventFileError
from geo.events import Reading
from geo.events.files.folder_lock import lock_folder
from geo.importing.exports.claims import find_claims_table
from geo.importing.outcome.checked import check_made, index_features
from geo.importing.outcome.outcome import Members, Outcome
from geo.importing.rows.destination import Destination, build_destination
from geo.importing.story.events import read_content, read_current, write_merged
from geo.importing.story.merge import Merge, merge_events
from geo.importing.story.state import ImportState, holds_rejected_rows, know_claimless, name_import
from geo.importing.story.state_file import read_state
from geo.story.new_story.folder import NewStory, write_new_folder
from geo.story.story_file import Story, read_story

_UNDATED = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class StoryImport:
    """A story that a file is imported into, as it is before that.

    Attributes
    ----------
    folder : Path
    story : Story
    file : str
        The name of the file that is imported.
    workflow : str
        Of the events that come in.
    content : bytes
        The file of the story's events.
    reading : Reading
        The same as it is read.
    state : ImportState
        What earlier imports of the file left.
    """

    folder: Path
    story: Story
    file: str
    workflow: str
    content: bytes
    reading: Reading
    state: ImportState

    @property
    def path(self) -> Path:
        """The file of the story's events."""
        return self.folder / self.story.events

    @property
    def destination(self) -> Destination:
        """What the rows of the file are read with."""
        return build_destination(self.story, self.workflow, name_import(self.file))

    @property
    def current(self) -> dict[str, Members]:
        """The events of the story by their ids, with every member."""
        return index_features(self.reading)

    def merge(self, outcome: Outcome, answers: dict[str, str]) -> Merge:
        """Return what would become of the events; rows that the model refuses are rejected."""
        state = self.state
        if find_claims_table([outcome.table]):
            state = know_claimless(state, outcome.table, self.current)
        built = check_made(outcome, self.story.zone, self.story.vocabulary)
        merge = merge_events(outcome, built, self.reading, state, holds_rejected_rows(self.file))
        merge.state.mapping = state.mapping.model_copy(update={"answers": answers})
        merge.forgotten = self._list_forgotten(merge)
        return merge

    def _list_forgotten(self, merge: Merge) -> list[str]:
        """Return the events that an earlier import must have added, though nothing says of what."""
        known = {made.id for made, _ in merge.conflicts} | set(merge.state.rows)
        pattern = re.compile(rf"{re.escape(name_import(self.file))}-[0-9a-f]{{10}}(-\d+)?")
        return [one for one in self.current if one not in known and pattern.fullmatch(one)]

    def add(self, outcome: Outcome, answers: dict[str, str]) -> Merge:
        """Add the events to the story as it is now: somebody may have saved it since it was opened.

        Raises
        ------
        GeoError
            If the table has to be read again for that, or nothing can be written.
        """
        name = self.story.events
        try:
            with lock_folder(self.folder):
                now = self._reopen(outcome)
                merge = now.merge(outcome, answers)
                stem = name_import(self.file)
                write_merged(self.path, now.content, now.reading, merge, stem, self.file)
        except OSError as error:
            raise EventFileError(
                f"{name}: found no way to write it ({error.strerror}), wanted room and a folder "
                "that may be written; nothing was added"
            ) from error
        return merge

    def _reopen(self, outcome: Outcome) -> "StoryImport":
        """Return the story as it is now."""
        story, content = read_story(self.folder), read_content(self.path)
        is_same = content == self.content
        if story != self.story or (find_claims_table([outcome.table]) and not is_same):
            found = "the story's events" if story == self.story else "story.json"
            raise EventFileError(
                f"{self.file}: found that {found} changed while it was read, wanted them as they "
                "were; nothing was added, import again"
            )
        if not is_same:
            return open_story_import(self.folder, self.file, self.workflow)
        return replace(self, state=read_state(self.folder, name_import(self.file), content))


def open_story_import(folder: Path, file: str, workflow: str = "published") -> StoryImport:
    """Return a story as it is before a file is imported into it.

    Raises
    ------
    StoryFileError, EventFileError, ImportStateError
        If the story cannot be read whole.
    """
    story = read_story(folder)
    content, reading = read_current(folder / story.events, story.zone, story.vocabulary)
    state = read_state(folder, name_import(file), content)
    return StoryImport(folder, story, file, workflow, content, reading, state)


def bundle_story(
    outcome: Outcome, file: str, about: NewStory, answers: dict[str, str] | None = None
) -> bytes:
    """Return a zip file with the folder of a new story that holds the events of a table."""
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name_import(file)
        write_new_folder(folder, about)
        target = open_story_import(folder, file)
        target.add(outcome, answers or {})
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                # Without the file's time: the same table gives the same bytes.
                entry = zipfile.ZipInfo.from_file(path, path.relative_to(place))
                entry.date_time = _UNDATED
                content = b"" if entry.is_dir() else path.read_bytes()
                method = zipfile.ZIP_STORED if entry.is_dir() else zipfile.ZIP_DEFLATED
                archive.writestr(entry, content, method)
    return out.getvalue()
