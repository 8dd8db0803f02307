"""Lines of text at the terminal, and options that several commands share."""

import argparse
import os
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from geo.errors import StoryFileError
from geo.events import EventSource
from geo.story.current import StoryFiles
from geo.story.neutral_folder import NEUTRAL_FOLDER


def print_line(line: Text, stderr: bool = False) -> None:
    """Print a line to the output, or to the error output."""
    # One problem per line, however narrow the window: reports are searched and piped.
    Console(stderr=stderr, highlight=False).print(line, soft_wrap=True)


def open_progress(disable: bool = False) -> Progress:
    """Return a progress bar at the error output; where nobody watches it, not even a line."""
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
    events = getattr(options, "events", None) or os.environ.get("EVENTS")
    named = options.story or os.environ.get("STORY")
    folder = Path(named or (NEUTRAL_FOLDER if events else "data"))
    if not folder.is_dir():
        raise StoryFileError(
            f"{folder.name}: found no such folder, wanted a story; name one with --story FOLDER"
        )
    border = os.environ.get("SECOND_BORDER")
    return StoryFiles(
        folder, EventSource.from_name(events) if events else None, Path(border) if border else None
    )
