"""A story with words of its own, in a folder: invented, a lighthouse and what befell it."""

import json
from pathlib import Path

from tests.event_texts import record
from tests.story_folders import write_story

BLOCKADE = {
    "id": "blockade",
    "label": "Blockade",
    "meaning": "A port is said to have been closed to ships.",
}
LIGHTHOUSE = {
    "id": "lighthouse",
    "label": "Lighthouse",
    "meaning": "Lights that ships steer by.",
}


def write_own_words(folder: Path, *records: object, **members: object) -> Path:
    """Write a story that declares words, by default the two above, and return its folder."""
    write_story(folder, *(records or (record("closed", event_type="blockade"), record("bridge"))))
    return change_story(folder, **({"event_types": [BLOCKADE], "targets": [LIGHTHOUSE]} | members))


def change_story(folder: Path, **members: object) -> Path:
    """Set members of story.json, and return the folder."""
    path = folder / "story.json"
    story = json.loads(path.read_text("utf-8")) | members
    path.write_text(json.dumps(story, ensure_ascii=False), "utf-8")
    return folder
