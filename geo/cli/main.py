"""The command line: each subcommand is a file of this folder, with `add_command` and `run`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from rich.text import Text

from geo import __version__
from geo.cli.console import print_line
from geo.errors import GeoError

COMMANDS = (
    "new",
    "sheet",
    "import",
    "check",
    "upgrade",
    "schema",
    "distances",
    "events",
    "briefing",
    "publish",
    "picture",
    "version",
    "diff",
)
# A word of Python's own cannot be the name of a module.
_MODULES = {"import": "importing"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not. Wrong usage exits with 2."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(
        prog="geo", description="Check, measure and export the files of a story."
    )
    parser.add_argument("--version", action="version", version=f"What We Know {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # Commands import what they need: one command does not wait for the imports of the others.
    named = [name for name in COMMANDS if name in arguments[:1]]
    for name in named or COMMANDS:
        import_module(f"geo.cli.{_MODULES.get(name, name)}").add_command(commands)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character shows its code point, as on standard error.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status: int = options.run(options) or 0
        sys.stdout.flush()
        return status
    except GeoError as error:
        # Not on standard output, which may be a file or a pipe.
        print_line(Text(str(error), "red"), stderr=True)
        return 1
    except BrokenPipeError:
        # The program that reads the output, such as head, has ended. Without this, Python would
        # flush the rest at its exit and print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
