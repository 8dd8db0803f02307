"""The `schema` command: the JSON Schema of event files or corrections."""

import argparse
import json

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `schema [events|corrections]`."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of event files or corrections",
        description="Print the JSON Schema of an event file, or of one line of corrections.",
    )
    command.add_argument(
        "kind",
        nargs="?",
        choices=["events", "corrections"],
        default="events",
        help="which file to describe (default: events)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the schema that the command line names."""
    from pydantic import TypeAdapter

    from geo.events.event import FeatureCollection
    from geo.story.corrections import Correction

    model: type = Correction if options.kind == "corrections" else FeatureCollection
    schema = {"$schema": _DIALECT, **TypeAdapter(model).json_schema()}
    print(json.dumps(schema, indent=1, ensure_ascii=False))
