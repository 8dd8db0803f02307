"""What an import reads and writes besides the story: tables, answers, rows to correct."""

import argparse
from pathlib import Path

from rich.text import Text

from geo.cli.console import check_ending, open_progress, print_line
from geo.errors import EventFileError, GeoError
from geo.events import EventSource
from geo.events.files.written_file import write_whole_file
from geo.events.reading.source.decompression import TABLE_LIMITS
from geo.events.rejections import FILE_WANTED
from geo.importing.columns.mapping import build_mapping, format_mapping, read_mapping
from geo.importing.files.beside import name_beside, write_beside
from geo.importing.files.event_file import format_features, write_parquet
from geo.importing.files.import_file import import_file, open_file
from geo.importing.files.mapping_choice import choose_mapping
from geo.importing.files.rejected import write_rejected
from geo.importing.files.request import Request
from geo.importing.outcome.checked import check_made
from geo.importing.outcome.outcome import Outcome
from geo.importing.outcome.report import (
    describe_columns,
    describe_outcome,
    describe_questions,
    describe_rejected_rows,
)
from geo.importing.presets.catalogue import find_preset
from geo.importing.questions.answers import read_answers, write_answers
from geo.importing.rows.destination import Destination, build_destination
from geo.importing.story.state import ImportState, name_import
from geo.importing.tables.any_file import FileOptions
from geo.story.story_file import read_story
from geo.summaries import format_count


def read_source(source: EventSource) -> bytes:
    """Return what is in the file of a table.

    Raises
    ------
    GeoError
        If there is no such file.
    """
    try:
        return source.read()
    except EventFileError as error:
        problems = (
            problem._replace(wanted="a table") if problem.wanted == FILE_WANTED else problem
            for problem in error.problems
        )
        raise GeoError(*problems, file=error.file) from error


def build_request(options: argparse.Namespace, state: ImportState) -> Request:
    """Return how a table is to be read, with the answers of a file, and those of before.

    Raises
    ------
    GeoError
        If a file of answers or a mapping cannot be used.
    """
    mapping = read_mapping(options.mapping) if options.mapping else None
    given: dict[str, str] = {}
    if options.answers:
        try:
            given = read_answers(options.answers.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            wanted = "JSON with an answer for each question, as the import writes it"
            raise GeoError(f"{options.answers.name}: not readable, wanted {wanted}") from error
    header = find_preset(options.preset).header if options.preset else ()
    file_options = FileOptions(options.encoding, options.sheet, header)
    return Request(options.preset, mapping, given, file_options, frozenset(given), state.remembered)


def report_outcome(outcome: Outcome, name: str, made: int | None = None) -> None:
    """Print what was read as what, what was rejected, and what is asked."""
    for line in (*describe_columns(outcome), *describe_outcome(outcome, name, made)):
        print_line(Text(line))
    for line in describe_rejected_rows(outcome):
        print_line(Text(line, "red"))
    for line in describe_questions(outcome):
        print_line(Text(line, "yellow"))


def write_out(options: argparse.Namespace) -> int:
    """Write the events of a table to a file of their own; return 1 where a row became no event."""
    out: Path = options.out
    ending = check_ending(out, [".geojson", ".parquet"])
    story = read_story(options.story) if options.story else None
    source = EventSource.from_name(options.file, TABLE_LIMITS)
    stem = name_import(source.name)
    destination = (
        build_destination(story, options.workflow, stem)
        if story
        else Destination(workflow=options.workflow, stem=stem)
    )
    request = build_request(options, ImportState())
    if ending == ".parquet" and not options.dry_run:
        with open_progress() as bar:
            task = bar.add_task(source.name, total=None)
            # The content has no name here: a large file is held once.
            outcome, rows = open_file(
                read_source(source),
                source.name,
                destination,
                request,
                lambda n: bar.advance(task, n),
            )
            bar.update(task, total=len(outcome.table))
            made = write_parquet(rows, out, destination, outcome)
    else:
        outcome = import_file(read_source(source), source.name, destination, request)
        check_made(outcome, destination.zone, destination.vocabulary)
        made = len(outcome.made)
        if not options.dry_run:
            write_whole_file(out, format_features([made.feature for made in outcome.made]))
    report_outcome(outcome, source.name, made)
    finish_import(options, source, outcome, request)
    if not options.dry_run:
        print(f"{out.name}: {format_count(made)}")
    return int(bool(outcome.waiting or outcome.rejected))


def finish_import(
    options: argparse.Namespace, source: EventSource, outcome: Outcome, request: Request
) -> None:
    """Write what belongs to an import beside its events, and say so; of a dry run the mapping."""
    path: Path | None = options.save_mapping
    if path is not None:
        uses = {one.column: one.use for one in outcome.columns if one.use}
        read_by, _ = choose_mapping(outcome.table, request)
        used = request.remembered.pick(outcome.table, outcome.columns)
        mapping = build_mapping(uses, used | request.answers, read_by)
        write_whole_file(path, format_mapping(mapping).encode())
        print(f"{path.name}: what each column is; correct it, and pass it on: --mapping")
    if options.dry_run:
        print(f"dry run: nothing {'else ' if path else ''}was written")
    else:
        write_for_desk(source, outcome)


def write_for_desk(source: EventSource, outcome: Outcome) -> None:
    """Write rejected rows and open questions beside the table, or here where it is at a URL."""
    if outcome.rejected:
        content = write_rejected(outcome)
        _write_beside(source, "rejected", "csv", content, "to correct and import again")
    if any(one.is_blocking for one in outcome.questions):
        content = write_answers(outcome.questions)
        _write_beside(source, "answers", "json", content, "fill it in: --answers")


def _write_beside(source: EventSource, kind: str, ending: str, content: bytes, advice: str) -> None:
    folder = source.path.parent if source.path else Path()
    first = name_beside(source.name, kind, ending)
    try:
        name = write_beside(folder, source.name, kind, ending, content)
    except OSError:
        raise GeoError(f"{first}: cannot be written beside the table") from None
    kept = "" if name == first else f"; {first} is left as it is"
    print(f"{name}: {advice}{kept}")
