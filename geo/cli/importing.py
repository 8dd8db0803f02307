"""A table of any kind into a story at the command line: the `import` command."""

import argparse
import sys
from dataclasses import replace

from rich.prompt import Prompt
from rich.text import Text

from geo.cli.console import check_new_file, open_progress, print_line, read_path
from geo.cli.import_files import (
    build_request,
    finish_import,
    read_source,
    report_outcome,
    write_out,
)
from geo.errors import GeoError
from geo.events import EventSource
from geo.events.reading.source.decompression import TABLE_LIMITS
from geo.importing.files.event_table import find_event_table
from geo.importing.files.import_file import import_table
from geo.importing.files.request import Request
from geo.importing.outcome.outcome import Members, Outcome
from geo.importing.presets.catalogue import list_presets
from geo.importing.questions.replies import read_reply
from geo.importing.rows.destination import Destination
from geo.importing.story.merge_report import describe_merge
from geo.importing.story.story_import import open_story_import


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import FILE|URL --story FOLDER` with its options; its `run` raises GeoError."""
    command = commands.add_parser(
        "import",
        help="make events from a spreadsheet or any other table",
        description="Make events from the rows of a table: CSV, xlsx, ods, GeoJSON, KML, GPX, "
        "GeoPackage, Shapefile and others. What the table leaves unclear is asked once per column; "
        "rows that cannot be used are written beside the file with the reason. An import never "
        "marks anything as verified. Importing the same table again changes nothing.",
    )
    command.add_argument("file", metavar="FILE|URL", help="the table")
    command.add_argument(
        "--story", type=read_path, metavar="FOLDER", help="the story to add them to"
    )
    command.add_argument(
        "--out",
        type=read_path,
        metavar="FILE",
        help="or write them to a new .geojson or .parquet file",
    )
    command.add_argument(
        "--from", dest="preset", metavar="PRESET", help=f"a data set: {', '.join(list_presets())}"
    )
    command.add_argument("--mapping", type=read_path, metavar="FILE", help="what each column is")
    command.add_argument(
        "--save-mapping",
        type=read_path,
        metavar="FILE",
        help="write what each column is to a new file",
    )
    command.add_argument("--sheet", metavar="NAME", help="which sheet or layer")
    command.add_argument("--encoding", metavar="NAME", help="of a text file, such as windows-1251")
    command.add_argument(
        "--answers", type=read_path, metavar="FILE", help="answers to the questions of a run before"
    )
    command.add_argument(
        "--as",
        dest="workflow",
        choices=("published", "draft"),
        default="published",
        help="whether readers see the events (default: published)",
    )
    command.add_argument("--dry-run", action="store_true", help="only say what would be done")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import, and print what was done; return 1 where a row became no event."""
    check_new_file("--out", options.out)
    check_new_file("--save-mapping", options.save_mapping)
    if options.out:
        return write_out(options)
    if not options.story:
        raise GeoError("import: found no story, wanted --story FOLDER, or --out FILE")
    source = EventSource.from_name(options.file, TABLE_LIMITS)
    target = open_story_import(options.story, source.name, options.workflow)
    request = build_request(options, target.state)
    content = read_source(source)
    outcome, request = _import(content, source.name, target.destination, request, target.current)
    merge = (target.merge if options.dry_run else target.add)(outcome, request.all_answers)
    report_outcome(outcome, source.name)
    for line in describe_merge(merge, outcome.table.unit):
        print_line(Text(line))
    finish_import(options, source, outcome, request)
    return int(bool(outcome.waiting or outcome.rejected or merge.conflicts))


def _import(
    content: bytes,
    name: str,
    destination: Destination,
    request: Request,
    current: dict[str, Members],
) -> tuple[Outcome, Request]:
    """Return what the rows give, and the request with what was answered at the terminal."""
    found = find_event_table(content, name, destination, request, current)
    if found.exported:
        return found.exported, request
    table = found.table
    with open_progress(disable=len(table) < 10_000) as bar:
        task = bar.add_task(name, total=len(table))
        outcome = import_table(table, destination, request, lambda rows: bar.advance(task, rows))
    while outcome.questions and sys.stdin.isatty():
        request = replace(request, answers={**request.answers, **_ask(outcome)})
        outcome = import_table(table, destination, request)
    return outcome, request


def _ask(outcome: Outcome) -> dict[str, str]:
    """Return the answers that somebody at the terminal gives to the open questions."""
    answers = {}
    for question in outcome.questions:
        print_line(Text(question.text, "bold"))
        for number, choice in enumerate(question.choices, start=1):
            print_line(Text(f"  {number}  {choice.value}: {choice.words}"))
        hint = "Answer (its number is enough)" if question.choices else "Answer"
        while (
            answer := read_reply(question, Prompt.ask(hint, default="", show_default=False))
        ) is None:
            print_line(Text("This does not answer the question.", "red"))
        answers[question.id] = answer
    return answers
