"""A table into the folder of a story: what is there before, what becomes of it, and the writing."""

import io
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from geo.events import Reading
from geo.importing.canonical import check_made, index_features
from geo.importing.context import Setting, build_setting
from geo.importing.merge import Merge, merge_events
from geo.importing.outcome import Members, Outcome
from geo.importing.own_files import find_claims_table, know_claimless
from geo.importing.state import ImportState, is_part, name_import, read_state
from geo.importing.story_events import read_current, write_merged
from geo.story.new_folder import NewStory, write_new_folder
from geo.story.story_file import Story, read_story


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
    def setting(self) -> Setting:
        """What the rows of the file are read with."""
        return build_setting(self.story, self.workflow, name_import(self.file))

    @property
    def current(self) -> dict[str, Members]:
        """The events of the story by their ids, with every member."""
        return index_features(self.reading)

    def merge(self, outcome: Outcome, answers: dict[str, str]) -> Merge:
        """Return what becomes of the story's events; rows that the model refuses are rejected."""
        state = self.state
        if find_claims_table([outcome.table]):
            state = know_claimless(state, outcome.table, self.current)
        built = check_made(outcome, self.story.zone, self.story.vocabulary)
        merge = merge_events(outcome, built, self.reading, state, is_part(self.file))
        merge.state.mapping = state.mapping.model_copy(update={"answers": answers})
        return merge

    def write(self, merge: Merge) -> None:
        """Write the events, and what the import remembers."""
        path = self.folder / self.story.events
        write_merged(path, self.content, self.reading, merge, name_import(self.file), self.file)


def open_story_import(folder: Path, file: str, workflow: str = "published") -> StoryImport:
    """Return a story as it is before a file is imported into it.

    Raises
    ------
    StoryFileError, EventFileError, ImportStateError
        If the story cannot be read whole.
    """
    story = read_story(folder)
    content, reading = read_current(folder / story.events, story.zone, story.vocabulary)
    state = read_state(folder, name_import(file))
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
        target.write(target.merge(outcome, answers or {}))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                archive.write(path, path.relative_to(place))
    return out.getvalue()
