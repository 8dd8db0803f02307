"""The `schema` command: the JSON Schema of each kind of file of a story."""

import argparse
import json
from collections.abc import Callable
from functools import partial

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaValue

from geo.cli.console import read_path
from geo.events.schema import build_schema
from geo.story.briefings.briefing import Briefing
from geo.story.corrections.correction import Correction
from geo.story.story_file import Story, read_story

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, Callable[[], JsonSchemaValue]] = {
    "events": build_schema,
    "story": Story.model_json_schema,
    "briefing": Briefing.model_json_schema,
    "corrections": TypeAdapter(Correction).json_schema,
}


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `schema [events|story|briefing|corrections] [--story FOLDER]`."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of a kind of file",
        description="Print the JSON Schema of a file of events, of story.json, of a briefing, or "
        "of one line of corrections.",
    )
    command.add_argument(
        "kind",
        nargs="?",
        choices=SCHEMAS,
        default="events",
        help="which file to describe (default: events)",
    )
    command.add_argument(
        "--story",
        type=read_path,
        metavar="FOLDER",
        help="a story whose own words its events may have (default: none)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the schema that the command line names; its `run` raises StoryFileError."""
    build = SCHEMAS[options.kind]
    if options.story and options.kind == "events":
        build = partial(build_schema, read_story(options.story).vocabulary)
    schema = {"$schema": _DIALECT, **build()}
    print(json.dumps(schema, indent=1, ensure_ascii=False))
