"""Where the events of a table go: what the story says of zones, places and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from geo.border.boxes import Box, holds
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

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place lies inside the story's bounds, if it has some."""
        return self.bounds is None or bool(holds(self.bounds, np.array([lon]), np.array([lat]))[0])


def build_destination(story: Story, workflow: str, stem: str) -> Destination:
    """Return where events go that are for a story."""
    groups = {one.id: Word(one.label, "") for one in story.groups}
    return Destination(story.zone, story.bounds, workflow, stem, story.vocabulary, groups)
