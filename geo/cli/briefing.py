"""A briefing as one file at the command line: the `briefing` command."""

import argparse
from pathlib import Path

from geo.cli.console import add_story_option, story_files
from geo.errors import GeoError
from geo.story.current import open_current


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `briefing NAME --out FILE.html [--story FOLDER]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "briefing",
        help="write a briefing as one HTML file that needs no server and no network",
        description="Write a briefing of the story as one HTML file: steps, map, time bar, table "
        "of the events, sources and corrections. It opens from disk and asks for nothing.",
    )
    command.add_argument("name", metavar="NAME", help="of the file in the folder briefings")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.html")
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    # It brings the drawing, for which other commands should not have to wait.
    from geo.link.link import Link
    from geo.publishing.one_file import build_one_file
    from geo.story.briefing import read_briefing
    from geo.story.references import find_unbacked_steps
    from geo.story.view import build_view

    if options.out.suffix.lower() not in (".html", ".htm"):
        raise GeoError(f"{options.out.name}: wanted a name that ends in .html")
    current = open_current(story_files(options))
    briefing = read_briefing(current.folder, options.name)
    if unbacked := find_unbacked_steps(briefing, current.record.events):
        raise GeoError(
            f"briefing {options.name!r}: {'; '.join(unbacked)}: a sentence rests on what the "
            "record does not hold; python -m geo check names it"
        )
    view = build_view(current, Link())
    try:
        options.out.write_bytes(build_one_file(briefing, view))
    except OSError as error:
        raise GeoError(f"{options.out.name}: cannot be written there") from error
