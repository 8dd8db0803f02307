"""A new story on the command line: the `new` command."""

import argparse

from geo.cli.console import read_path
from geo.story.files.folder_name import name_folder
from geo.story.new_story.folder import NewStory, write_new_folder


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `new FOLDER --title T [--zone Z] [--border ISO3|FILE] [--language en]`."""
    command = commands.add_parser(
        "new",
        help="make the folder of a new story",
        description="Make a folder that can be opened at once: story.json, an empty list of "
        "events, a spreadsheet to enter events in, a method to fill in, and a README.",
    )
    command.add_argument(
        "folder", type=read_path, metavar="FOLDER", help="a new or an empty folder"
    )
    command.add_argument("--title", required=True, help="the title of the story")
    command.add_argument("--zone", default="UTC", help="its time zone, such as Asia/Aden")
    command.add_argument(
        "--border",
        metavar="ISO3|FILE",
        help="what distances are measured to: a country by its ISO 3166-1 alpha-3 code, or a file",
    )
    command.add_argument("--language", default="en", help="its language, such as en (default)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    asked = NewStory(options.title, options.zone, options.language, options.border)
    write_new_folder(options.folder, asked)
    print(f"{name_folder(options.folder)} is ready; its README.md says how to go on")
