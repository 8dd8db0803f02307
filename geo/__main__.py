"""The command line: ``python -m geo check FILE...``, ``schema``, ``distances``, ``events``."""

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from geo.errors import EventFileError, GeoError

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not. Wrong usage leaves with 2."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m geo", description="Work on event files.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say what is wrong with the files of a story")
    check.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="events (GeoJSON, GeoParquet; also a URL), a briefing, or corrections (.jsonl)",
    )
    check.set_defaults(run=lambda options: check_files(options.files))
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    schema.add_argument(
        "kind", nargs="?", choices=["events", "corrections"], default="events", help="of file"
    )
    schema.set_defaults(run=lambda options: print_schema(options.kind))
    if arguments[:1] not in (["check"], ["schema"]):
        # They bring their own engines, for which the two others should not have to wait.
        from geo.border.distances import add_distances_command
        from geo.commands.briefing import add_briefing_command
        from geo.commands.events import add_events_command
        from geo.commands.picture import add_picture_command
        from geo.commands.version import add_version_command

        add_briefing_command(commands)
        add_distances_command(commands)
        add_events_command(commands)
        add_picture_command(commands)
        add_version_command(commands)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show Cyrillic shows its code points, as for errors it always does.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return options.run(options) or 0
    except GeoError as error:
        # Not among what a command writes: that may stand in a file or a pipe.
        _print(Text(str(error), "red"), stderr=True)
        return 1


def check_files(names: Sequence[str]) -> int:
    """Print what is wrong with each file; return 1 if anything is."""
    # Each file is looked at, whatever was wrong with the ones before.
    return max([_check_file(name) for name in names])


def print_schema(kind: str = "events") -> int:
    """Print the JSON Schema of an event file, or of one line of corrections."""
    from pydantic import TypeAdapter

    from geo.corrections import Correction
    from geo.events.event import FeatureCollection

    model: type = Correction if kind == "corrections" else FeatureCollection
    schema = {"$schema": _DIALECT, **TypeAdapter(model).json_schema()}
    print(json.dumps(schema, indent=1, ensure_ascii=False))
    return 0


def _check_file(name: str) -> int:
    from geo.events import read_events
    from geo.events.remote import is_url, shown_url

    # A file's name, too, comes from outside and may move the cursor; a URL may hold a key.
    shown = shown_url(name) if is_url(name) else name
    _print(Text(shown if shown.isprintable() else repr(shown), "bold"))
    if not is_url(name) and Path(name).resolve().parent.name == "briefings":
        return _check_briefing(Path(name).resolve())
    if not is_url(name) and name.endswith(".jsonl"):
        return _check_corrections(Path(name))
    try:
        reading = read_events(name)
    except EventFileError as error:
        _print(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    for held in reading.held:
        _print(
            Text.assemble(
                ("  held  ", "red"),
                (held.where, "bold"),
                ": found ",
                (held.found, "red"),
                ", wanted ",
                (held.wanted, "green"),
            )
        )
    for note in reading.notes:
        _print(Text.assemble(("  note  ", "yellow"), note))
    good = len(reading.events)
    bad = len({held.record for held in reading.held} - {None})
    counts = f"  {_count(good + bad, 'record')}: {good:,} good, {bad:,} held back"
    if reading.held:
        counts += f", for {_count(len(reading.held), 'fault')}"
    _print(Text(counts, "red" if reading.held else "green"))
    return 1 if reading.held else 0


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _check_briefing(path: Path) -> int:
    from geo.briefing.check import check_briefing_file

    try:
        briefing, faults = check_briefing_file(path)
    except GeoError as error:
        _print(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    for fault in faults:
        _print(Text.assemble(("  fault  ", "red"), fault))
    _print(
        Text(f"  {len(briefing.steps)} steps, {len(faults)} faults", "red" if faults else "green")
    )
    return 1 if faults else 0


def _check_corrections(path: Path) -> int:
    from geo.corrections import read_corrections

    try:
        corrections = read_corrections(path)
    except (EventFileError, OSError, UnicodeDecodeError) as error:
        _print(Text.assemble("  cannot be read: ", (str(error), "red")))
        return 1
    _print(Text(f"  {_count(len(corrections), 'correction')}, 0 faults", "green"))
    return 0


def _print(line: Text, stderr: bool = False) -> None:
    # One fault, one line, however narrow the window: reports are searched and piped.
    Console(stderr=stderr, highlight=False).print(line, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
