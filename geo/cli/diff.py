"""The `diff` command: what differs between two versions of the data."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable

from rich.text import Text

from geo.cli.console import add_story_option, print_line, story_files
from geo.events.files.csv_formulas import escape_formula
from geo.story.current import open_current


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `diff OLD [NEW] [--format FORMAT] [--story FOLDER]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "diff",
        help="list what differs between two versions of the data",
        description="List each member of each published event that differs between two versions "
        "that `geo version` has recorded. The paths are those of corrections.",
    )
    command.add_argument("old", metavar="OLD", help="the earlier version, such as 3f9a0c417be2")
    command.add_argument(
        "new", metavar="NEW", nargs="?", help="the later one (default: the newest data)"
    )
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the differences."""
    from geo.story.differences import compare_versions

    current = open_current(story_files(options))
    differences, note = compare_versions(current, options.old, options.new)
    rows = [(one.event, one.field, one.was, one.is_) for one in differences]
    if note:
        print_line(Text(note, "yellow"), stderr=True)
    if options.format == "json":
        names = ("event", "field", "was", "is")
        made = [dict(zip(names, row, strict=True)) for row in rows]
        print(json.dumps(made, ensure_ascii=False, indent=1))
    elif options.format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("event", "field", "was", "is"))
        writer.writerows([_write(value) for value in row] for row in rows)
    else:
        _print_table([(event, field, _show(was), _show(is_)) for event, field, was, is_ in rows])


def _print_table(rows: Iterable[tuple[str, ...]]) -> None:
    table = [("event", "field", "was", "is"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print_line(Text("  ".join([*cells, row[3]]).rstrip()))


def _write(value: object) -> str:
    """Return a value as a cell: text as it is, but never a formula of a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, str):
        return escape_formula(value)
    return json.dumps(value, ensure_ascii=False)


def _show(value: object) -> str:
    """Return a value on one line, short enough to be shown beside others."""
    from geo.errors import quote

    if value is None or isinstance(value, str | int | float):
        return quote(value)
    return quote(json.dumps(value, ensure_ascii=False))
