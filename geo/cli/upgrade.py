"""A story rewritten in today's format at the command line: the `upgrade` command."""

import argparse

from geo.cli.console import read_path
from geo.errors import EventFileError
from geo.events import EventSource, parse_events, write_events
from geo.events.actor import dump_actor
from geo.events.files.written_file import write_whole_file
from geo.story.files.own_file import find_own_file
from geo.story.story_file import read_story
from geo.summaries import format_count


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `upgrade FOLDER [--dry-run]`; its `run` raises GeoError."""
    command = commands.add_parser(
        "upgrade",
        help="rewrite a story's events so that they say only what is known",
        description="Rewrite the GeoJSON events of a story: members that say nothing are left "
        "out, and times become `when` where that says the same. Nothing that is known is lost. "
        "Speakers given as a plain name stay as they are: name, role and kind are for a person to "
        "say, not for a program to guess. Files of the earlier format stay readable; nobody has to "
        "upgrade.",
    )
    command.add_argument("folder", type=read_path, metavar="FOLDER", help="a story's folder")
    command.add_argument("--dry-run", action="store_true", help="only say what would be done")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Rewrite the file, and print what was done."""
    story = read_story(options.folder)
    path = find_own_file(options.folder, story.events, EventFileError)
    source = EventSource.from_name(path)
    content = source.read()
    reading = parse_events(content, source.name, story.zone, story.vocabulary)
    if not content.lstrip().startswith(b"{"):
        wanted = "GeoJSON: a table of GeoParquet says nothing twice"
        raise EventFileError(f"{source.name}: found no GeoJSON, wanted {wanted}")
    if reading.rejected or reading.notes:
        # Anything that was not read would be lost.
        first = next(iter([*map(str, reading.rejected), *reading.notes]))
        raise EventFileError(
            f"{source.name}: found {first}; wanted a file that is read whole: see geo check"
        )
    # A record keeps its zone: the file is also read without its folder.
    sparse = write_events(reading, sparse=True, zone=None)
    again = parse_events(sparse, source.name, vocabulary=story.vocabulary)
    if write_events(again, sparse=False) != write_events(reading, sparse=False):
        raise EventFileError(f"{source.name}: found other events when read again; left as it was")
    actors = [claim.actor for claims in reading.events["claims"] for claim in claims]
    plain = sum(isinstance(dump_actor(actor), str) for actor in actors)
    if not options.dry_run:
        write_whole_file(path, sparse)
    verb = "would go" if options.dry_run else "went"
    count = format_count(len(reading.events), "event")
    print(f"{source.name}: {count}, {verb} from {len(content):,} to {len(sparse):,} bytes")
    if plain:
        print(
            f"plain names of speakers, left as they are: {plain:,}; what in a name is a role "
            "cannot be read safely; docs/format.md says how to give name, role and kind"
        )
    if not options.dry_run:
        print("next: geo check, then geo version")
