"""What a command may write over: never a file of a story, and never a file that it reads."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from geo.errors import GeoError, StoryFileError
from geo.events.files.cache_files import CACHE_FOLDER
from geo.importing.story.state_file import FOLDER as IMPORTS_FOLDER
from geo.story.briefings.briefing import BRIEFINGS_FOLDER
from geo.story.corrections.files import CORRECTIONS_FOLDER
from geo.story.current import StoryFiles
from geo.story.files.method_file import METHOD_FILE
from geo.story.files.street_map import STREETS_FILE
from geo.story.story_file import read_story
from geo.story.versions.files import SINGLE_FILE, VERSIONS_FOLDER

# What `geo new` lays into a story, and what is read there without being named in story.json.
_FILES = ("story.json", "README.md", "events.xlsx", METHOD_FILE, STREETS_FILE, SINGLE_FILE)
_FOLDERS = (BRIEFINGS_FOLDER, CORRECTIONS_FOLDER, VERSIONS_FOLDER, IMPORTS_FOLDER, CACHE_FOLDER)
_WRITTEN = {"out": "--out", "save_mapping": "--save-mapping"}


def check_written_files(options: argparse.Namespace) -> None:
    """Raise GeoError if a command would write over a file that nobody can make again.

    It looks at the options of any command: each path to write, and each other option that names a
    file. Another file of that name is left to the command.
    """
    written = {option: getattr(options, name, None) for name, option in _WRITTEN.items()}
    for option, path in written.items():
        if path is None:
            continue
        if any(_are_same(path, read) for read in _list_read(options)):
            found = f"{path.name!r}, which this command reads"
        elif _is_of_story(path):
            found = f"{path.name!r} in a story's folder, where it is a file of the story"
        else:
            continue
        raise GeoError(f"{option}: found {found}, wanted another name; nothing was written")


def _list_read(options: argparse.Namespace) -> Iterator[Path]:
    """Yield what the options and the environment name, whether it is a file or not."""
    for name, value in vars(options).items():
        if name not in _WRITTEN and value and isinstance(value, str | Path):
            yield Path(value)
    if hasattr(options, "story"):
        named = StoryFiles.from_environment(os.environ, Path("data"))
        yield from (
            path for path in (named.second_border, named.events and named.events.path) if path
        )


def _is_of_story(path: Path) -> bool:
    """Return whether a path is that of a file of the story in whose folder it lies, if any."""
    # Where a link leads, the file would be written.
    target = Path(os.path.realpath(path))
    return any(
        _belongs_to(target, folder)
        for folder in target.parents
        if (folder / "story.json").is_file()
    )


def _belongs_to(target: Path, folder: Path) -> bool:
    if any(target.is_relative_to(os.path.realpath(folder / name)) for name in _FOLDERS):
        return True
    try:
        story = read_story(folder)
    except StoryFileError:
        # What it names is not known.
        return target.exists()
    # Whatever member names a file, also one that stories do not have yet.
    named = (*_FILES, *_list_texts(story.model_dump()))
    return any(_are_same(target, folder / name) for name in named)


def _list_texts(value: object) -> Iterator[str]:
    """Yield each text of a value of JSON that may be the name of a file."""
    if isinstance(value, str) and value and "\0" not in value:
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _list_texts(part)


def _are_same(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, also by links or by letters of another case."""
    try:
        return one.samefile(other)
    except OSError:
        # One of them is not there, or is no name of a file at all.
        return os.path.realpath(one) == os.path.realpath(other)
