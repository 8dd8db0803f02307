"""Which table of a file holds events, and the events themselves where this project exported it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.errors import quote
from geo.importing.columns.recognise import recognise_columns
from geo.importing.exports.claims import add_claims, find_claims_table
from geo.importing.exports.features import read_exported_features
from geo.importing.exports.tables import read_exported_tables
from geo.importing.files.rejected import read_rejected
from geo.importing.files.request import Request
from geo.importing.outcome.outcome import Members, Outcome
from geo.importing.presets.catalogue import match_preset
from geo.importing.rows.destination import Destination
from geo.importing.tables.any_file import read_tables
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table, join_some
from geo.summaries import format_count

_TELLING_ROLES = frozenset({"date", "title", "summary", "lat", "coordinates", "wkt", "place"})
_FEWEST_TELLING = 2


@dataclass(frozen=True)
class EventTable:
    """The table of a file that holds events; `exported` has them if this project wrote it."""

    table: Table
    exported: Outcome | None = None


def find_event_table(
    content: bytes,
    name: str,
    destination: Destination,
    request: Request,
    current: Mapping[str, Members] | None = None,
) -> EventTable:
    """Return the table of a file that holds events.

    Parameters
    ----------
    content : bytes
    name : str
        What the file is called in messages.
    destination : Destination
    request : Request
    current : mapping of str to Members, optional
        Events that a file of claims belongs to, by their ids.

    Raises
    ------
    TableFileError
        If several tables hold events, or the file has claims but not their events.
    """
    if not request.names_columns and (
        exported := read_exported_features(content, name, destination)
    ):
        return EventTable(exported.table, exported)
    tables = read_tables(content, name, request.options)
    return choose_event_table(tables, name, destination, request, current)


def choose_event_table(
    tables: list[Table],
    name: str,
    destination: Destination,
    request: Request,
    current: Mapping[str, Members] | None = None,
) -> EventTable:
    """Return that of the tables of a file which holds events, as `find_event_table`."""
    tables = [read_rejected(table) for table in tables]
    if not request.names_columns and (exported := read_exported_tables(tables, destination)):
        return EventTable(exported.table, exported)
    if claims := find_claims_table(tables):
        if current is None:
            wanted = "a story that has them"
            raise TableFileError(f"{name}: found claims without events, wanted {wanted}")
        exported = add_claims(claims, current, destination.zone)
        return EventTable(exported.table, exported)
    return EventTable(choose_table(tables, name))


def choose_table(tables: list[Table], name: str) -> Table:
    """Return the only table, or the only one that holds events; what else is in the file is named.

    Raises
    ------
    TableFileError
        If several hold events, or none: somebody has to say which.
    """
    if len(tables) == 1:
        return tables[0]
    likely = [table for table in tables if _holds_events(table)]
    if len(likely) != 1:
        names = [f"{quote(one.name)} ({format_count(len(one), 'row')})" for one in tables]
        raise TableFileError(f"{name}: found {join_some(names)}; name one of them: --sheet")
    [chosen] = likely
    others = join_some([quote(table.name) for table in tables if table is not chosen])
    remark = f"read is {quote(chosen.name)}; not read: {others}"
    return replace(chosen, remarks=(remark, *chosen.remarks))


def _holds_events(table: Table) -> bool:
    if match_preset(table):
        return True
    roles = {one.role for one in recognise_columns(table)}
    return len(roles & _TELLING_ROLES) + (table.geometries is not None) >= _FEWEST_TELLING
