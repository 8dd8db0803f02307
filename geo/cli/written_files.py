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
_FOLDERS = (CORRECTIONS_FOLDER, VERSIONS_FOLDER, IMPORTS_FOLDER, CACHE_FOLDER)
_WRITTEN = {"out": "--out", "save_mapping": "--save-mapping"}
# All other options that name a file have a path as their value.
_MAY_BE_URLS = ("file", "events")


def check_written_files(options: argparse.Namespace) -> None:
    """Raise GeoError if a command would write over a file that nobody can make again.

    It looks at the options of any command: each path to write, and each other path. A file that is
    not there yet, and another of that name, are left to the command.
    """
    named = {option: getattr(options, name, None) for name, option in _WRITTEN.items()}
    written = {option: path for option, path in named.items() if path is not None}
    for option, path in written.items():
        others = [other for each, other in written.items() if each != option]
        if any(_are_same(path, other) for other in others):
            found = f"{path.name!r}, which another option names, too"
        elif any(_are_same(path, read) for read in _list_read(options)):
            found = f"{path.name!r}, which this command reads"
        elif path.exists() and _is_of_story(path):
            found = f"{path.name!r} in a story's folder, where it is a file of the story"
        else:
            continue
        raise GeoError(f"{option}: found {found}, wanted another name; nothing was written")


def _list_read(options: argparse.Namespace) -> Iterator[Path]:
    """Yield the files that the options and the environment name."""
    for name, value in vars(options).items():
        if name not in _WRITTEN and (isinstance(value, Path) or (value and name in _MAY_BE_URLS)):
            yield Path(value)
    if hasattr(options, "story"):
        named = StoryFiles.from_environment(os.environ, Path("data"))
        yield from (
            path for path in (named.second_border, named.events and named.events.path) if path
        )


def _is_of_story(path: Path) -> bool:
    """Return whether a file that is there is of the story in whose folder it lies, if any."""
    # Where a link leads, the file would be written.
    target = Path(os.path.realpath(path))
    return any(
        _belongs_to(target, folder)
        for folder in target.parents
        if (folder / "story.json").is_file()
    )


def _belongs_to(target: Path, folder: Path) -> bool:
    if target.is_relative_to(os.path.realpath(folder / BRIEFINGS_FOLDER)):
        # A briefing that was written there beside what it was made from is made again.
        return target.suffix == ".json" or target.is_dir()
    if any(target.is_relative_to(os.path.realpath(folder / name)) for name in _FOLDERS):
        return True
    try:
        story = read_story(folder)
    except StoryFileError:
        # What it names is not known.
        return True
    # Whatever member names a file, also one that stories do not have yet.
    named = (folder / name for name in (*_FILES, *_list_texts(story.model_dump())))
    return any(_are_same(target, path) and path.is_file() for path in named)


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
