"""A table of any kind into a story at the command line: the `import` command."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from rich.progress import Progress
from rich.prompt import Prompt
from rich.text import Text

from geo.cli.console import print_line
from geo.errors import EventFileError, GeoError
from geo.events import EventSource
from geo.importing.again import Merge, merge_events
from geo.importing.canonical import check_made, index_features
from geo.importing.context import Setting
from geo.importing.files import (
    Request,
    choose_table,
    find_own_events,
    find_own_tables,
    import_table,
    name_beside,
)
from geo.importing.mapping import read_mapping
from geo.importing.outcome import Members, Outcome
from geo.importing.own_files import add_claims, find_claims_table, know_claimless
from geo.importing.presets.presets import find_preset, list_presets
from geo.importing.report import (
    describe_columns,
    describe_merge,
    describe_outcome,
    describe_problems,
    describe_questions,
    read_answers,
    write_answers,
    write_rejected,
)
from geo.importing.state import ImportState, is_part, name_import, read_state
from geo.importing.story_events import read_current, write_merged
from geo.importing.tables.any_file import Reading, read_tables
from geo.story.story_file import read_story


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import FILE|URL --story FOLDER` with its options; its `run` raises GeoError."""
    command = commands.add_parser(
        "import",
        help="make events of a spreadsheet or any other table",
        description="Make events of the rows of a table: CSV, xlsx, ods, GeoJSON, KML, GPX, "
        "GeoPackage, Shapefile and others. What cannot be known is asked, once for a column; rows "
        "that cannot be used are written beside the file with the reason. Nothing is verified by "
        "an import. The same table imported again changes nothing.",
    )
    command.add_argument("file", metavar="FILE|URL", help="the table")
    command.add_argument("--story", type=Path, required=True, metavar="FOLDER", help="its story")
    command.add_argument(
        "--from", dest="preset", metavar="PRESET", help=f"a data set: {', '.join(list_presets())}"
    )
    command.add_argument("--mapping", type=Path, metavar="FILE", help="what each column is")
    command.add_argument("--sheet", metavar="NAME", help="which sheet or layer")
    command.add_argument("--encoding", metavar="NAME", help="of a text, such as windows-1251")
    command.add_argument("--answers", type=Path, metavar="FILE", help="answers to its questions")
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
    story = read_story(options.story)
    source = EventSource.from_name(options.file)
    state_name = name_import(source.name)
    state = read_state(options.story, state_name)
    request = _build_request(options, state)
    words = story.vocabulary
    setting = Setting(story.zone, story.bounds, options.workflow, state_name, words)
    content, reading = read_current(options.story / story.events, story.zone, words)
    current = index_features(reading)
    outcome, request = _import(_read(source), source.name, setting, request, current)
    if find_claims_table([outcome.table]):
        state = know_claimless(state, outcome.table, current)
    built = check_made(outcome, story.zone, words)
    merge = merge_events(outcome, built, reading, state, is_part(source.name))
    merge.state.mapping = state.mapping.model_copy(update={"answers": request.answers})
    _tell(outcome, merge, source.name)
    if options.dry_run:
        print("dry run: nothing was written")
    else:
        path = options.story / story.events
        write_merged(path, content, reading, merge, state_name, source.name)
        _write_beside(source, outcome)
    return int(bool(outcome.held or outcome.rejected or merge.conflicts))


def _import(
    content: bytes, name: str, setting: Setting, request: Request, current: dict[str, Members]
) -> tuple[Outcome, Request]:
    """Return what the rows give, and the request with what was answered at the terminal."""
    if own := find_own_events(content, name, setting, request):
        return own, request
    tables = read_tables(content, name, request.reading)
    if own := find_own_tables(tables, setting, request):
        return own, request
    if claims := find_claims_table(tables):
        return add_claims(claims, current, setting.zone), request
    table = choose_table(tables, name)
    with Progress(transient=True, disable=len(table) < 10_000) as bar:
        task = bar.add_task(name, total=len(table))
        outcome = import_table(table, setting, request, lambda rows: bar.advance(task, rows))
    while outcome.questions and sys.stdin.isatty():
        request = replace(request, answers={**request.answers, **_ask(outcome)})
        outcome = import_table(table, setting, request)
    return outcome, request


def _read(source: EventSource) -> bytes:
    try:
        return source.read()
    except EventFileError as error:
        raise GeoError(str(error).replace("wanted a file of events", "wanted a table")) from error


def _build_request(options: argparse.Namespace, state: ImportState) -> Request:
    mapping = read_mapping(options.mapping) if options.mapping else None
    answers = dict(state.mapping.answers)
    if options.answers:
        try:
            answers |= read_answers(options.answers.read_bytes())
        except (OSError, ValueError) as error:
            wanted = "JSON with an answer for each question, as the import writes it"
            raise GeoError(f"{options.answers.name}: not readable, wanted {wanted}") from error
    header = find_preset(options.preset).header if options.preset else ()
    reading = Reading(options.encoding, options.sheet, header)
    return Request(options.preset, mapping, answers, reading)


def _ask(outcome: Outcome) -> dict[str, str]:
    """Return the answers that somebody at the terminal gives to the open questions."""
    answers = {}
    for question in outcome.questions:
        print_line(Text(question.text, "bold"))
        values = [choice.value for choice in question.choices]
        for choice in question.choices:
            print_line(Text(f"  {choice.value}: {choice.words}"))
        only = (
            values if values and question.id.startswith(("order", "midnight", "swapped")) else None
        )
        answers[question.id] = Prompt.ask("Answer", choices=only)
    return answers


def _tell(outcome: Outcome, merge: Merge, name: str) -> None:
    """Print what was read as what, and what became of the rows."""
    for line in (*describe_columns(outcome), *describe_outcome(outcome, name)):
        print_line(Text(line))
    for line in describe_problems(outcome):
        print_line(Text(line, "red"))
    for line in describe_questions(outcome):
        print_line(Text(line, "yellow"))
    for line in describe_merge(merge, outcome.table.unit):
        print_line(Text(line))


def _write_beside(source: EventSource, outcome: Outcome) -> None:
    """Write rejected rows and open questions beside the table, or here where it is at a URL."""
    folder = source.path.parent if source.path else Path()
    files = (
        ("rejected", "csv", outcome.rejected, write_rejected),
        ("answers", "json", [one for one in outcome.questions if one.is_blocking], write_answers),
    )
    for kind, ending, wanted, write in files:
        target = folder / name_beside(source.name, kind, ending)
        if not wanted:
            continue
        try:
            target.write_bytes(write(outcome))
        except OSError:
            raise GeoError(f"{target.name}: cannot be written beside the table") from None
        told = "to correct and import again" if kind == "rejected" else "fill it in: --answers"
        print(f"{target.name}: {told}")
