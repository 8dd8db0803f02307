"""Versions of the data at the command line: the `version` command."""

import argparse
from datetime import UTC, datetime

from geo.cli.console import add_story_option, format_count, story_files
from geo.story.current import open_current
from geo.story.versions import VERSIONS_FILE, add_version


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `version [--story FOLDER]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "version",
        help="enter the events as they are now into the list of versions",
        description=f"Add a line to {VERSIONS_FILE} in the story's folder, so that links to the "
        "current data can say later what has changed. Run it after each change of the events.",
    )
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    current = open_current(story_files(options))
    record = current.record
    today = datetime.now(UTC).date()
    changes = add_version(current.folder / VERSIONS_FILE, record, today)
    if changes is None:
        print(f"{record.version} is known already")
    elif changes.since.id:
        print(f"{record.version} added; since {changes.since.id}: {changes}")
    else:
        count = format_count(len(record.events), "event")
        print(f"{record.version} added; the first version, {count}")
