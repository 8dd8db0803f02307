"""Versions of the data at the command line: the `version` command."""

import argparse
from datetime import UTC, datetime

from geo.cli.console import add_story_option, story_files
from geo.errors import EventFileError
from geo.events import EventSource
from geo.story.current import Current, open_current
from geo.story.versions.archive import archive_data, list_broken_archives, name_version
from geo.story.versions.files import VERSIONS_FOLDER, add_version, read_versions
from geo.summaries import format_count


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `version [--story FOLDER]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "version",
        help="record the current events as a new version of the data",
        description=f"Add a file to {VERSIONS_FOLDER} in the story's folder, so that links to the "
        "current data can say later what has changed. Run it after each change of the events.",
    )
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Add the version, and print what has changed."""
    current = open_current(story_files(options))
    record = current.record
    if record.rejected:
        # Events that were not read would be recorded as removed.
        raise EventFileError(
            f"{current.story.events}: found {record.rejected[0]}; wanted a file that is read "
            "whole: see geo check; nothing was recorded"
        )
    today = datetime.now(UTC).date()
    before = next(reversed(read_versions(current.folder)), None)
    changes = add_version(
        current.folder, record.version, record.events, record.about.get("as_of", ""), today
    )
    _keep(current, before)
    if changes is None:
        print(f"{record.version} is already recorded")
    elif changes.since.id:
        print(f"{record.version} added; since {changes.since.id}: {changes}")
    else:
        count = format_count(len(record.events), "event")
        print(f"{record.version} added; the first version, {count}")


def _keep(current: Current, before: str | None) -> None:
    """Keep the data themselves beside their hashes, so that old links can open them."""
    if not current.own_events:
        print("not archived: these events are not the story's own")
        return
    content = EventSource.from_name(current.folder / current.story.events).read()
    if name_version(content) != current.record.version:
        print("not archived: the file has changed meanwhile; run it again")
        return
    version = current.record.version
    was_broken = version in list_broken_archives(current.folder)
    if not archive_data(current.folder, content, before):
        print("not archived: more than 64 MB")
    elif was_broken:
        print(f"the archive of {version} was broken, and is written again")
