"""Versions of the data at the command line: the `version` command."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from geo.current import Files, current_record, served_files
from geo.record import Record
from geo.versions import FILE_NAME, add_version


def add_version_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `version [--story FOLDER]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "version",
        help="enter the events as they are now into the list of versions",
        description=f"Add a line to {FILE_NAME} in the story's folder, so that links to the data "
        "as they are now can tell later what has changed. Run it after each change of the events.",
    )
    command.add_argument("--story", type=Path, help="the story's folder ($STORY, or data)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    files = Files(options.story) if options.story else served_files()
    record = current_record(files).open().record
    today = datetime.now(UTC).date()
    changes = add_version(files.folder / FILE_NAME, record, today)
    if changes is None:
        print(f"{record.version} is known already")
    elif changes.since.id:
        print(f"{record.version} added; since {changes.since.id}: {changes}")
    else:
        print(f"{record.version} added; the first version, {_count(record)}")


def _count(record: Record) -> str:
    number = len(record.events)
    return f"{number:,} event" if number == 1 else f"{number:,} events"
