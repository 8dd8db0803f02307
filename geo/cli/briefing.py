"""A briefing as one file at the command line: the `briefing` command."""

import argparse

from geo.cli.console import REPLACES, add_story_option, check_ending, read_path, story_files
from geo.errors import GeoError
from geo.story.current import open_current


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `briefing NAME --out FILE [--story FOLDER] [--anyway]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "briefing",
        help="write a briefing as one HTML file that opens offline",
        description="Write a briefing of the story as one HTML file: steps, map, time bar, table "
        "of the events, sources and corrections. It opens from disk and needs no network.",
    )
    command.add_argument(
        "name", metavar="NAME", help="name of a file in the story's folder briefings, without .json"
    )
    command.add_argument(
        "--out",
        type=read_path,
        required=True,
        metavar="FILE.html",
        help=f"file to write; {REPLACES}",
    )
    command.add_argument(
        "--anyway",
        action="store_true",
        help="write it although geo check finds problems in it that must be solved",
    )
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the briefing that the command line names."""
    # Imported here: it loads the drawing, which other commands should not wait for.
    from geo.link.link import Link
    from geo.publishing.export import write_file
    from geo.publishing.one_file import build_one_file
    from geo.story.briefings.briefing import read_briefing
    from geo.story.check.finding import select_refusals
    from geo.story.check.rules.briefings import check_briefing
    from geo.story.view import build_view

    check_ending(options.out, [".html", ".htm"])
    current = open_current(story_files(options))
    briefing = read_briefing(current.folder, options.name)
    findings = check_briefing(briefing, current.record, current.story, options.name)
    refusals = [str(finding) for finding in select_refusals(findings)]
    if refusals and not options.anyway:
        raise GeoError(
            "\n".join(
                [*refusals, "not written: correct these, or write it all the same (--anyway)"]
            )
        )
    view = build_view(current, Link())
    write_file([build_one_file(briefing, view)], options.out)
