"""A picture of a view at the command line: the `picture` command."""

import argparse

from geo.cli.console import REPLACES, add_story_option, check_ending, read_path, story_files
from geo.drawing.picture.paper import PAPERS, PICTURE_TYPES, Picture
from geo.link.link import find_asked_version, read_query
from geo.publishing.export import write_file
from geo.story.briefings.briefing import read_step, read_step_link
from geo.story.current import open_current
from geo.story.old_versions import open_version
from geo.story.view import build_view, build_view_from_query


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `picture [LINK] --out FILE [--paper NAME] [--dark]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "picture",
        help=f"draw the map of a link as {', '.join(PICTURE_TYPES).upper()}",
        description="Draw the map that a link of the app shows, with legend, scale bar, filters "
        "in words, credit and date: for print, a card or a slide.",
    )
    command.add_argument(
        "link",
        nargs="?",
        default="",
        metavar="LINK",
        help="address of the map or of a step of a briefing, or the part after its question mark "
        "(default: all events)",
    )
    command.add_argument(
        "--out",
        type=read_path,
        required=True,
        metavar=f"FILE.{'|'.join(PICTURE_TYPES)}",
        help=f"file to write; {REPLACES}",
    )
    command.add_argument(
        "--paper", choices=PAPERS, default="half-a4", help="size of the picture (default: half-a4)"
    )
    command.add_argument("--dark", action="store_true", help="use dark colours, for a dark page")
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Draw the map that the command line names."""
    # Imported here: it loads matplotlib, which other commands should not wait for.
    from geo.drawing.picture.draw import draw_picture

    kinds = {f".{kind}": kind for kind in PICTURE_TYPES}
    kind = kinds[check_ending(options.out, [*kinds])]
    query = read_query(options.link)
    files = story_files(options)
    asked = find_asked_version(query)
    current = open_version(open_current(files), asked, files.second_border)
    view = build_view_from_query(current, query)
    if view.link.briefing:
        step = read_step(current.folder, view.link.briefing, view.link.step or 1)
        view = build_view(current, read_step_link(step, current.record)[0])
    picture = Picture(kind, PAPERS[options.paper], options.dark)
    write_file([draw_picture(view, picture)], options.out)
