"""The `schema` command: the JSON Schema of a kind of file."""

import argparse
import json

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `schema [events|corrections]`."""
    command = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    command.add_argument(
        "kind", nargs="?", choices=["events", "corrections"], default="events", help="of file"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks for."""
    return print_schema(options.kind)


def print_schema(kind: str = "events") -> int:
    """Print the JSON Schema of an event file, or of one line of corrections."""
    from pydantic import TypeAdapter

    from geo.events.event import FeatureCollection
    from geo.story.corrections import Correction

    model: type = Correction if kind == "corrections" else FeatureCollection
    schema = {"$schema": _DIALECT, **TypeAdapter(model).json_schema()}
    print(json.dumps(schema, indent=1, ensure_ascii=False))
    return 0
