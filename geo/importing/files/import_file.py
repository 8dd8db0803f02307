"""A file of any kind as the outcome of its rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from geo.importing.columns.recognise import recognise_columns
from geo.importing.columns.split import split_columns
from geo.importing.files.event_table import find_event_table
from geo.importing.files.mapping_choice import check_request, choose_mapping
from geo.importing.files.request import Request
from geo.importing.outcome.outcome import EventRow, Outcome
from geo.importing.rows.destination import Destination
from geo.importing.rows.table_rows import open_table
from geo.importing.tables.table import Table

Progress = Callable[[int], None]
"""Called with the number of rows that were read since the last call."""


def import_file(
    content: bytes, name: str, destination: Destination, request: Request | None = None
) -> Outcome:
    """Return what the rows of a file give; as `open_file`, with the events in the outcome."""
    outcome, rows = open_file(content, name, destination, request)
    outcome.made.extend(rows)
    return outcome


def open_file(
    content: bytes,
    name: str,
    destination: Destination,
    request: Request | None = None,
    progress: Progress | None = None,
) -> tuple[Outcome, Iterator[EventRow]]:
    """Return what the rows of a file give, and its events, which are made as they are asked for.

    Parameters
    ----------
    content : bytes
    name : str
        What the file is called, also in messages.
    destination : Destination
    request : Request, optional
    progress : function, optional
        Called with the number of rows that were read since the last call.

    Raises
    ------
    TableFileError, MappingError
    """
    request = request or Request()
    found = find_event_table(content, name, destination, request)
    if found.exported is None:
        return _open_table(found.table, destination, request, progress)
    rows = list(found.exported.made)
    found.exported.made.clear()
    return found.exported, iter(rows)


def import_table(
    table: Table, destination: Destination, request: Request, progress: Progress | None = None
) -> Outcome:
    """Return what the rows of a table give, by the preset that fits it or the one that is named."""
    outcome, rows = _open_table(table, destination, request, progress)
    outcome.made.extend(rows)
    return outcome


def _open_table(
    table: Table, destination: Destination, request: Request, progress: Progress | None
) -> tuple[Outcome, Iterator[EventRow]]:
    mapping, said = choose_mapping(table, request)
    check_request(table, request)
    remembered = request.remembered.without({*mapping.answers, *request.answers})
    used: dict[str, str] = {}
    if remembered.answers:
        parted = split_columns(table, mapping)
        used = remembered.pick(parted[0], recognise_columns(*parted))
    remarks = (*filter(None, [said]), *remembered.describe(used), *table.remarks)
    table = replace(table, remarks=remarks)
    return open_table(table, destination, mapping, used | request.answers, progress)
