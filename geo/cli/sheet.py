"""The spreadsheet of a story written again: the `sheet` command."""

import argparse
from pathlib import Path

from geo.cli.console import check_ending, check_new_file, read_path
from geo.errors import StoryFileError
from geo.story.new_story.entry_sheet import write_entry_sheet
from geo.story.story_file import read_story


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `sheet FOLDER --out FILE.xlsx`; its `run` raises GeoError."""
    command = commands.add_parser(
        "sheet",
        help="make the spreadsheet to enter a story's events in",
        description="Make the empty spreadsheet that `geo new` makes, with the groups and words "
        "that story.json declares now. An existing file is never overwritten.",
    )
    command.add_argument("folder", type=read_path, metavar="FOLDER", help="a story's folder")
    command.add_argument(
        "--out", type=read_path, metavar="FILE", required=True, help="new file to write"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the spreadsheet."""
    out: Path = options.out
    check_ending(out, [".xlsx"])
    story = read_story(options.folder)
    check_new_file("--out", out)
    try:
        write_entry_sheet(out, story)
    except OSError as error:
        raise StoryFileError(
            f"{out.name}: found no way to write there, wanted a folder that may be written"
        ) from error
    print(f"{out.name} is ready")
