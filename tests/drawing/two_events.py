"""A story of two events, and what is stored for its map."""

import json
from pathlib import Path

from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import write_story


class Stored:
    """Keeps what is stored by its name, which is its address too."""

    def __init__(self) -> None:
        self.content: dict[str, object] = {}

    def __call__(self, content: bytes, media_type: str, name: str) -> str:
        assert media_type == "application/json"
        self.content[name] = json.loads(content)
        return name


def open_two(folder: Path) -> View:
    """Return a view of two events, of which one speaks of a ferry."""
    return open_view(write_story(folder, record("bridge"), record("ferry", title="A ferry")))
