"""The `events` command: events chosen by the parameters of a link."""

import argparse
import sys
from functools import partial
from pathlib import Path

from geo.cli.console import REPLACES, add_story_option, open_progress, read_path, story_files
from geo.errors import EventFileError
from geo.link.parameters import ON_PAGES, list_parameters
from geo.publishing.export import FORMATS, stream_view, write_file
from geo.publishing.site.plan.addresses import read_address
from geo.story.current import open_current
from geo.story.view import build_view_from_query
from geo.summaries import count_presence


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `events [--from DAY] [--group WORD] ... [--format KIND] [--out FILE]`.

    Its `run` raises GeoError for files and choices that cannot be used.
    """
    command = commands.add_parser(
        "events",
        help="export the events that match filters",
        description="Export the events that match the filters: the same events that the app "
        "shows and the API sends for a link with these parameters. Their number is printed to "
        "standard error.",
    )
    choices = command.add_argument_group("filters, as in a link of the app")
    for row in list_parameters():
        if row.chooses_events:
            # Where one value is allowed, the last one counts, as in a link.
            choices.add_argument(
                f"--{row.name}",
                dest=row.name,
                metavar="WORD" if row.repeated else "TEXT",
                action="append",
                # What only a page can show is refused with its reason, like in a link.
                help=argparse.SUPPRESS if row.name in ON_PAGES else row.help.replace("%", "%%"),
            )
    add_story_option(command)
    command.add_argument(
        "--events", metavar="FILE", help="file or URL of events to read instead of the story's"
    )
    command.add_argument(
        "--format", choices=FORMATS, help="kind of file (default: by the name of OUT, or geojson)"
    )
    command.add_argument(
        "--out",
        type=read_path,
        metavar="OUT",
        help=f"file to write (default: standard output); {REPLACES}",
    )
    command.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="address of the app, for the link that the file holds",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Export the events that the command line chooses."""
    address = read_address("--address", options.address)
    current = open_current(story_files(options))
    given = {row.name: getattr(options, row.name, None) for row in list_parameters()}
    query = {name: texts for name, texts in given.items() if isinstance(texts, list)}
    view = build_view_from_query(current, query)
    count = count_presence(view.presence)
    with open_progress() as progress:
        task = progress.add_task("Writing events", total=count.shown)
        kind = options.format or _kind_of(options.out)
        pieces = stream_view(view, kind, address, partial(progress.advance, task))
        if options.out:
            write_file(pieces, options.out)
        else:
            sys.stdout.buffer.writelines(pieces)
            sys.stdout.buffer.flush()
    print(count, file=sys.stderr)
    for words in (view.record.rejected_words, view.search_note.words):
        if words:
            print(words, file=sys.stderr)


def _kind_of(out: Path | None) -> str:
    """Return the kind of file that a name asks for."""
    if out is None:
        return "geojson"
    # "-claims.csv" before ".csv", which ends it too.
    for kind in sorted(FORMATS, key=lambda kind: -len(FORMATS[kind].extension)):
        if out.name.lower().endswith(FORMATS[kind].extension):
            return kind
    known = ", ".join(one.extension for one in FORMATS.values())
    raise EventFileError(f"{out.name}: found no kind of file, wanted one of {known}, or --format")
