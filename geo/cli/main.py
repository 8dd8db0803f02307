"""The command line: each subcommand is a file of this folder, with `add_command` and `run`."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from rich.text import Text

from geo import __version__
from geo.cli.console import print_line
from geo.cli.parser import Parser
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
    parser = Parser(prog="geo", description="Check, measure and export the files of a story.")
    parser.add_argument("--version", action="version", version=f"What We Know {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # Commands import what they need: one command does not wait for the imports of the others, and
    # the version for none.
    named = [name for name in COMMANDS if name in arguments[:1]]
    for name in named or (() if arguments[:1] == ["--version"] else COMMANDS):
        import_module(f"geo.cli.{_MODULES.get(name, name)}").add_command(commands)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character shows its code point, as on standard error.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if getattr(options, "out", None) or getattr(options, "save_mapping", None):
            # Here, so that no command can forget it.
            from geo.cli.written_files import check_written_files

            check_written_files(options)
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
        _close_output()
        return 1
    except OSError as error:
        print_line(Text(describe_system_error(error), "red"), stderr=True)
        if not error.filename:
            _close_output()
        return 1


def describe_system_error(error: OSError) -> str:
    """Return what the system refused in a line without a folder: what, found and wanted.

    >>> describe_system_error(OSError(28, "No space left on device", "/stories/a/events.geojson"))
    'events.geojson: found "No space left on device", wanted a file or folder that can be used'
    """
    named = isinstance(error.filename, str | bytes)
    name = Path(os.fsdecode(error.filename)).name if named else "the output, or a file"
    # Not the words of the error itself: those of a library may name a folder.
    found = os.strerror(error.errno) if error.errno else type(error).__name__
    return f'{name}: found "{found}", wanted a file or folder that can be used'


def _close_output() -> None:
    """Let what could not be printed go: Python would try again at its exit, with a traceback."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
