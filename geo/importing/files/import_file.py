"""A file of any kind as the outcome of its rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from geo.importing.columns.named_columns import check_mapped_columns
from geo.importing.exports.claims import add_claims, find_claims_table
from geo.importing.exports.features import read_exported_features
from geo.importing.exports.tables import read_exported_tables
from geo.importing.files.choices import choose_mapping, choose_table
from geo.importing.files.request import Request
from geo.importing.outcome.outcome import Made, Members, Outcome
from geo.importing.questions.answers import check_answers
from geo.importing.rows.setting import Setting
from geo.importing.rows.table_rows import open_table
from geo.importing.tables.any_file import read_tables
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table


def import_file(
    content: bytes,
    name: str,
    setting: Setting,
    request: Request | None = None,
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """Return what the rows of a file give; as `open_file`, with the events in the outcome."""
    outcome, rows = open_file(content, name, setting, request, progress)
    outcome.made.extend(rows)
    return outcome


def open_file(
    content: bytes,
    name: str,
    setting: Setting,
    request: Request | None = None,
    progress: Callable[[int], None] | None = None,
) -> tuple[Outcome, Iterator[Made]]:
    """Return what the rows of a file give, and its events, which are made as they are asked for.

    Parameters
    ----------
    content : bytes
    name : str
        What the file is called, also in messages.
    setting : Setting
    request : Request, optional
    progress : function, optional
        Called with the number of rows that were read since the last call.

    Raises
    ------
    TableFileError, MappingError
    """
    request = request or Request()
    own = find_own_events(content, name, setting, request)
    if own is None:
        tables = read_tables(content, name, request.options)
        table, own = find_event_table(tables, name, setting, request)
        if own is None:
            return _open_table(table, setting, request, progress)
    made = list(own.made)
    own.made.clear()
    return own, iter(made)


def find_own_events(
    content: bytes, name: str, setting: Setting, request: Request
) -> Outcome | None:
    """Return the events of a GeoJSON or GeoParquet file of this project; None of any other."""
    is_named = request.preset or request.mapping
    return None if is_named else read_exported_features(content, name, setting)


def find_event_table(
    tables: list[Table],
    name: str,
    setting: Setting,
    request: Request,
    current: Mapping[str, Members] | None = None,
) -> tuple[Table, Outcome | None]:
    """Return the table of a file that holds events.

    Parameters
    ----------
    tables : list of Table
    name : str
        What the file is called in messages.
    setting : Setting
    request : Request
    current : mapping of str to Members, optional
        Events that a file of claims belongs to, by their ids.

    Returns
    -------
    (Table, Outcome or None)
        With its events where it is a table of this project.

    Raises
    ------
    TableFileError
        If several tables hold events, or the file has claims but not their events.
    """
    is_named = request.preset or request.mapping
    if not is_named and (own := read_exported_tables(tables, setting)):
        return own.table, own
    if claims := find_claims_table(tables):
        if current is None:
            wanted = "a story that has them"
            raise TableFileError(f"{name}: found claims without events, wanted {wanted}")
        own = add_claims(claims, current, setting.zone)
        return own.table, own
    return choose_table(tables, name), None


def import_table(
    table: Table,
    setting: Setting,
    request: Request,
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """Return what the rows of a table give, by the preset that fits it or the one that is named."""
    outcome, rows = _open_table(table, setting, request, progress)
    outcome.made.extend(rows)
    return outcome


def _open_table(
    table: Table,
    setting: Setting,
    request: Request,
    progress: Callable[[int], None] | None,
) -> tuple[Outcome, Iterator[Made]]:
    mapping, said = choose_mapping(table, request)
    _check_names(table, request)
    if said:
        table = replace(table, remarks=(said, *table.remarks))
    return open_table(table, setting, mapping, request.answers, progress)


def _check_names(table: Table, request: Request) -> None:
    """Raise MappingError where somebody names a column or a question that a table does not have.

    A preset, which has marker columns, may name columns that only some tables of its data set have.
    """
    mapping = request.mapping
    if mapping and not mapping.marker_columns:
        check_mapped_columns(table, mapping)
        check_answers(table, mapping.answers)
    check_answers(table, request.given)
