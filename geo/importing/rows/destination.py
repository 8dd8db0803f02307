"""Where the events of a table go: what the story says of zones, places and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.border.boxes import Box
from geo.events.vocabulary import VOCABULARY, Vocabulary, Word
from geo.story.story_file import Story


@dataclass(frozen=True)
class Destination:
    """Where the events go: the zone and the words of the story, and its bounds if it has some.

    `workflow` is that of the events; `stem` starts the ids that the table does not give; `groups`
    are those of the story by their ids.
    """

    zone: str = "UTC"
    bounds: Box | None = None
    workflow: str = "published"
    stem: str = "row"
    vocabulary: Vocabulary = VOCABULARY
    groups: Mapping[str, Word] = field(default_factory=dict, hash=False)


def build_destination(story: Story, workflow: str, stem: str) -> Destination:
    """Return where events go that are for a story."""
    groups = {one.id: Word(one.label, "") for one in story.groups}
    return Destination(story.zone, story.bounds, workflow, stem, story.vocabulary, groups)
