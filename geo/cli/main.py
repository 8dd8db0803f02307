"""The command line: each subcommand is a file of this folder, with `add_command` and `run`."""

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module

from rich.text import Text

from geo import __version__
from geo.cli.console import print_line
from geo.errors import GeoError

COMMANDS = ("check", "schema", "distances", "events", "briefing", "picture", "version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not. Wrong usage leaves with 2."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="geo", description="Work on the files of a story.")
    parser.add_argument("--version", action="version", version=f"What We Know {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # A command brings its own engines: who names one does not wait for those of the others.
    named = [name for name in COMMANDS if name in arguments[:1]]
    for name in named or COMMANDS:
        import_module(f"geo.cli.{name}").add_command(commands)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character shows its code point, as errors always do.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return options.run(options) or 0
    except GeoError as error:
        # Not among what a command writes: that may stand in a file or a pipe.
        print_line(Text(str(error), "red"), stderr=True)
        return 1
