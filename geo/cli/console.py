"""Lines of text at the terminal, and what several commands do with their options."""

import argparse
import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from geo.errors import GeoError, StoryFileError
from geo.story.current import StoryFiles
from geo.story.files.folder_name import name_folder


def print_line(line: Text, stderr: bool = False) -> None:
    """Print a line to the output, or to the error output."""
    # One problem per line, however narrow the window: reports are searched and piped.
    Console(stderr=stderr, highlight=False).print(line, soft_wrap=True)


def open_progress(disable: bool = False) -> Progress:
    """Return a progress bar at the error output; without a terminal it prints nothing."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=disable or not console.is_terminal)


def add_story_option(command: argparse.ArgumentParser) -> None:
    """Add ``--story FOLDER`` to a command; without it, $STORY, $EVENTS or ./data."""
    command.add_argument(
        "--story",
        type=read_path,
        metavar="FOLDER",
        help="folder of the story (default: STORY, else the events of EVENTS, else data)",
    )


def story_files(options: argparse.Namespace) -> StoryFiles:
    """Return the files of the story that the options of a command name.

    Raises
    ------
    StoryFileError
        If no story is named and the current folder has none in `data`.
    """
    files = StoryFiles.from_environment(
        os.environ,
        default=Path("data"),
        story=str(options.story or ""),
        events=getattr(options, "events", None) or "",
    )
    if not files.folder.is_dir():
        found = "a file" if files.folder.is_file() else "no such folder"
        raise StoryFileError(
            f"{name_folder(files.folder)}: found {found}, wanted a story; "
            "name one with --story FOLDER"
        )
    return files


REPLACES = "replaces an earlier file of that name, but never a story's file or an input"
"""What the help of a command says of a file that it writes, where it can be made again."""


def read_path(text: str) -> Path:
    """Return the path that an option names; what is empty would be the current folder."""
    return Path(read_name(text))


def read_name(text: str) -> str:
    """Return the path or URL that an option names, as it is."""
    if not text.strip():
        raise argparse.ArgumentTypeError("found an empty name, wanted a path; '.' is this folder")
    return text


def check_ending(path: Path, endings: Sequence[str]) -> str:
    """Return the ending of a file to write, in lower case; raise GeoError if it is none of some."""
    ending = path.suffix.lower()
    if ending not in endings:
        *others, last = endings
        wanted = f"{', '.join(others)} or {last}" if others else last
        raise GeoError(
            f"{path.name}: found another ending, wanted a name that ends in {wanted}; "
            "nothing was written"
        )
    return ending


def check_new_file(option: str, path: Path | None) -> None:
    """Raise GeoError if a file is there already: people fill it in, and it may be anybody's."""
    if path is None or not _is_there(path):
        return
    others = (path.parent / f"{path.stem}.{number}{path.suffix}" for number in count(2))
    free = next(other for other in others if not _is_there(other))
    raise GeoError(
        f"{option}: found a file called {path.name!r}, wanted a name that no file has, such as "
        f"{free.name!r}; to use this one again, first move or delete the file; nothing was written"
    )


def _is_there(path: Path) -> bool:
    # A link that leads nowhere is there too.
    return path.exists() or path.is_symlink()
