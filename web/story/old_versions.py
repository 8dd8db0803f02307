"""The versions of the data that readers ask for by a link, a few of them held in memory."""

from functools import lru_cache
from pathlib import Path

from geo.story.current import Current
from geo.story.old_versions import can_open_version, open_version
from geo.story.story_file import Story
from web.settings import settings

_MOST_HELD = 4


def find_version(current: Current, version: str | None) -> Current:
    """Return the story with the data of a version; else the newest, with a note saying so.

    Parameters
    ----------
    current : Current
        With the newest data.
    version : str or None
        As the link has it; None is the newest.
    """
    if version is None or not can_open_version(current, version):
        return open_version(current, version)
    return _open(version, _Key(current))


class _Key:
    """A story with its newest data, compared by version instead of row by row."""

    def __init__(self, current: Current) -> None:
        self.current = current
        self._parts: tuple[str, Story, Path] = (
            current.record.version,
            current.story,
            current.folder,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)


@lru_cache(maxsize=_MOST_HELD)
def _open(version: str, key: _Key) -> Current:
    return open_version(key.current, version, settings().files.second_border)
