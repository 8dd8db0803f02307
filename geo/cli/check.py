"""The `check` command: what is wrong with the files of a story."""

import argparse
from pathlib import Path

from rich.text import Text

from geo.cli.console import print_line
from geo.errors import EventFileError, GeoError


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check FILE...`."""
    command = commands.add_parser(
        "check",
        help="report problems in event files, briefings and corrections",
        description="Report every problem in the files: where it is, what was found and what was "
        "wanted. The exit status is 1 if there is any.",
    )
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="file or URL of events (GeoJSON or GeoParquet), a briefing, or corrections (.jsonl)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems of each file; return 1 if there is any."""
    # A list: every file is checked, whatever was wrong with the ones before.
    return max([_check_file(name) for name in options.files])


def _check_file(name: str) -> int:
    from geo.events import EventSource, read_events
    from geo.summaries import format_count

    source = EventSource.from_name(name)
    # A file's name comes from outside as well and may move the cursor; a URL may hold a key.
    shown = name if source.path else source.name
    print_line(Text(shown if shown.isprintable() else repr(shown), "bold"))
    if source.path and source.path.resolve().parent.name == "briefings":
        return _check_briefing(source.path.resolve())
    if source.path and source.path.suffix == ".jsonl":
        return _check_corrections(source.path)
    try:
        reading = read_events(source)
    except EventFileError as error:
        print_line(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    for rejection in reading.rejected:
        print_line(
            Text.assemble(
                ("  rejected  ", "red"),
                (rejection.where, "bold"),
                ": found ",
                (rejection.found, "red"),
                ", wanted ",
                (rejection.wanted, "green"),
            )
        )
    for note in reading.notes:
        print_line(Text.assemble(("  note  ", "yellow"), note))
    good = len(reading.events)
    bad = len({rejection.record for rejection in reading.rejected} - {None})
    counts = f"  {format_count(good + bad, 'record')}: {good:,} good, {bad:,} rejected"
    if reading.rejected:
        counts += f", with {format_count(len(reading.rejected), 'problem')}"
    print_line(Text(counts, "red" if reading.rejected else "green"))
    return 1 if reading.rejected else 0


def _check_briefing(path: Path) -> int:
    from geo.story.briefing_check import check_briefing_file
    from geo.summaries import format_count

    try:
        briefing, problems = check_briefing_file(path)
    except GeoError as error:
        print_line(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    for problem in problems:
        print_line(Text.assemble(("  problem  ", "red"), problem))
    counts = f"{format_count(len(briefing.steps), 'step')}, "
    counts += format_count(len(problems), "problem")
    print_line(Text(f"  {counts}", "red" if problems else "green"))
    return 1 if problems else 0


def _check_corrections(path: Path) -> int:
    from geo.story.corrections import read_corrections
    from geo.summaries import format_count

    try:
        corrections = read_corrections(path)
    except (EventFileError, OSError, UnicodeDecodeError) as error:
        print_line(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    print_line(Text(f"  {format_count(len(corrections), 'correction')}, 0 problems", "green"))
    return 0
