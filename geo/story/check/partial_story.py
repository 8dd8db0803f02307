"""A story file read without what is wrong in it, so that events are checked all the same."""

import json
from pathlib import Path

from pydantic import ValidationError

from geo.errors import StoryFileError
from geo.events.files.whole_file import read_whole_file
from geo.story.story_file import Story

# Without these, events would be called wrong for what only the story file lacks.
_NEEDED = frozenset({"events", "zone", "groups", "sides", "event_types", "targets"})


def read_partial_story(folder: Path) -> Story | None:
    """Return the story of a folder without the members that are wrong.

    Parameters
    ----------
    folder : Path
        Holds a story.json that `read_story` refuses.

    Returns
    -------
    Story or None
        None if the file is not an object of JSON, or a member by which events are judged is wrong
        or has an unknown name.
    """
    try:
        # A name that is there twice counts as the last.
        members = json.loads(read_whole_file(folder / "story.json"))
    except (OSError, ValueError, RecursionError, StoryFileError):
        return None
    if not isinstance(members, dict):
        return None
    members.setdefault("title", "untitled")
    try:
        return Story.model_validate_json(json.dumps(members))
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    if not wrong or wrong & _NEEDED or wrong - set(Story.model_fields):
        return None
    rest = {name: value for name, value in members.items() if name not in wrong}
    return Story.model_validate_json(json.dumps({"title": "untitled"} | rest))
