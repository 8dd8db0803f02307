"""A file of any kind as the outcome of its rows: which table, which preset, which answers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from geo.importing.build import open_table
from geo.importing.columns.mapping import ColumnMapping
from geo.importing.columns.named_columns import check_mapped_columns
from geo.importing.columns.recognise import recognise_columns
from geo.importing.context import Setting
from geo.importing.outcome import Made, Members, Outcome
from geo.importing.own_files import (
    add_claims,
    find_claims_table,
    read_own_events,
    read_own_tables,
)
from geo.importing.presets.presets import find_preset, match_preset
from geo.importing.questions.answers import check_answers
from geo.importing.tables.any_file import FileOptions, read_tables
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table

_NEEDED = frozenset({"date", "title", "summary", "lat", "coordinates", "place"})


@dataclass(frozen=True)
class Request:
    """How a file is to be read, as far as somebody said so.

    `given` has the ids of answers that a file gives, whose columns have to be in the table; those
    that are remembered may be of columns that it no longer has.
    """

    preset: str | None = None
    mapping: ColumnMapping | None = None
    answers: dict[str, str] = field(default_factory=dict)
    options: FileOptions = field(default_factory=FileOptions)
    given: frozenset[str] = frozenset()


def choose_table(tables: list[Table], name: str) -> Table:
    """Return the table of a file that holds events; what else is in it is named.

    Raises
    ------
    TableFileError
        If several do: somebody has to say which.
    """
    if len(tables) == 1:
        return tables[0]
    likely = [table for table in tables if _count_known(table) >= 2]
    if len(likely) != 1:
        names = ", ".join(f"{table.name!r} ({len(table):,} rows)" for table in tables)
        raise TableFileError(f"{name}: found {names}; name one of them: --sheet")
    others = ", ".join(repr(table.name) for table in tables if table is not likely[0])
    remark = f"read is {likely[0].name!r}; not read: {others}"
    return replace(likely[0], remarks=(remark, *likely[0].remarks))


def _count_known(table: Table) -> int:
    if match_preset(table):
        return 9
    roles = {one.role for one in recognise_columns(table)} & _NEEDED
    return len(roles) + (table.shapes is not None)


def choose_mapping(table: Table, request: Request) -> tuple[ColumnMapping, str]:
    """Return the mapping that a table is read with, and a word on where it comes from."""
    if request.mapping:
        # On the page a mapping without columns says that nothing was changed.
        return request.mapping, "columns as the mapping names them" * bool(request.mapping.columns)
    if request.preset:
        preset = find_preset(request.preset)
        return preset, f"preset {preset.name}: {preset.about}"
    if preset_found := match_preset(table):
        return preset_found, f"recognised by its columns: {preset_found.name}, {preset_found.about}"
    return ColumnMapping(), ""


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
    return None if is_named else read_own_events(content, name, setting)


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
    if not is_named and (own := read_own_tables(tables, setting)):
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


def name_beside(name: str, kind: str, ending: str, number: int = 1) -> str:
    """Return the name of a file that belongs to another one, of the first or a later import.

    >>> name_beside("incidents.csv", "rejected", "csv")
    'incidents.rejected.csv'
    >>> name_beside("incidents.rejected.2.csv", "rejected", "csv", 3)
    'incidents.rejected.3.csv'
    """
    stem = Path(name).name.split("?")[0]
    plain = re.sub(rf"\.{kind}(\.\d+)?$", "", Path(stem).stem if Path(stem).suffix else stem)
    return f"{plain}.{kind}.{ending}" if number == 1 else f"{plain}.{kind}.{number}.{ending}"


def write_beside(folder: Path, name: str, kind: str, ending: str, content: bytes) -> str:
    """Write a file beside a table; return its name.

    A file that is there may hold what somebody has corrected: it stays, and one of the next number
    is written, unless it is the same.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    for number in count(1):
        target = folder / name_beside(name, kind, ending, number)
        try:
            with target.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if target.read_bytes() != content:
                continue
        break
    return target.name
