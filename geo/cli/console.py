"""Lines of text at the terminal, and what several commands do with their options."""

import argparse
import os
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from geo.errors import GeoError, StoryFileError
from geo.story.current import StoryFiles


def print_line(line: Text, stderr: bool = False) -> None:
    """Print a line to the output, or to the error output."""
    # One problem per line, however narrow the window: reports are searched and piped.
    Console(stderr=stderr, highlight=False).print(line, soft_wrap=True)


def open_progress(disable: bool = False) -> Progress:
    """Return a progress bar at the error output; without a terminal it prints nothing."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=disable or not console.is_terminal)


def add_story_option(command: argparse.ArgumentParser) -> None:
    """Add ``--story FOLDER`` to a command; without it, $STORY or ./data is used."""
    command.add_argument(
        "--story",
        type=Path,
        metavar="FOLDER",
        help="folder of the story (default: the variable STORY, or data)",
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
        name = files.folder.name
        raise StoryFileError(
            f"{name}: found no such folder, wanted a story; name one with --story FOLDER"
        )
    return files


REPLACES = "an earlier file of that name is replaced, a file of a story or one that is read never"
"""What the help of a command says of a file that it writes, where it can be made again."""


def check_new_file(option: str, path: Path | None) -> None:
    """Raise GeoError if a file to write, which people fill in, is there: it may be anybody's."""
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
