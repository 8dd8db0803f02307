"""The `check` command: what is wrong with the files of a story."""

import argparse

from rich.text import Text

from geo.cli.console import print_line, read_name


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check FOLDER|FILE... [--format text|json|github]`."""
    command = commands.add_parser(
        "check",
        help="report problems in a story's folder or in single files",
        description="Report every problem of a story: where it is, what was found and what was "
        "wanted. 'must': an event is rejected, a file or briefing is not shown. 'should': shown "
        "all the same. The exit status is 1 if there is any 'must'.",
    )
    command.add_argument(
        "paths",
        nargs="+",
        type=read_name,
        metavar="FOLDER|FILE",
        help="folder of a story, file or URL of events (GeoJSON or GeoParquet), a briefing, "
        "corrections (.jsonl) or versions",
    )
    command.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="lines to read, JSON for machines, or notes for GitHub Actions (default: text)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the problems of each file or folder; return 1 if there is any that must be solved."""
    from geo.cli.check_formats import format_github, format_json, format_text
    from geo.events import EventSource
    from geo.story.check.any_file import check_path
    from geo.story.check.finding import count_grades

    # A URL may hold a key: it is shown without.
    sources = [(name, EventSource.from_name(name)) for name in options.paths]
    shown = [name if source.path else source.name for name, source in sources]
    checked = list(zip(shown, map(check_path, options.paths), strict=True))
    if options.format == "json":
        print(format_json(checked))
    elif options.format == "github":
        for line in format_github(checked):
            print_line(Text(line))
    else:
        for text in format_text(checked):
            print_line(text)
    must, _ = count_grades(finding for _, one in checked for finding in one.findings)
    return 1 if must else 0
