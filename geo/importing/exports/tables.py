"""Tables that this project exported, read back as events: CSV, xlsx, GeoPackage and KMZ."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import repeat

from geo.importing.columns.recognise import recognise_exported
from geo.importing.exports.cells import read_plain_rows
from geo.importing.exports.claims import (
    drop_claims_of,
    group_claims,
    group_sources,
)
from geo.importing.exports.rows import read_members, read_place, read_placemark_members, read_point
from geo.importing.exports.speakers import remark_speakers
from geo.importing.exports.words import note_words
from geo.importing.outcome.checked import check_made
from geo.importing.outcome.outcome import (
    Cells,
    EventRow,
    Members,
    Outcome,
    RejectedRow,
    reject_long_row,
)
from geo.importing.rows.destination import Destination
from geo.importing.rows.problems import RowProblem
from geo.importing.tables.table import Geometry, Table

_EVENTS = frozenset({"id", "presence", "start", "end", "time_precision", "location_precision"})
_PLACEMARKS = frozenset({"id", "presence", "begin", "end", "time_precision", "location_precision"})


def read_exported_tables(tables: list[Table], destination: Destination) -> Outcome | None:
    """Return the events of a CSV, xlsx, GeoPackage or KMZ of this project; None of any other."""
    tables = [_drop_units(table) for table in tables]
    for table in tables:
        if set(table.columns) >= _EVENTS:
            read = _EventReader(table, tables, destination.zone).read
            outcome = _read_rows(table, destination, read)
            for claims in (one for one in tables if one.name == "claims"):
                remark_speakers(outcome, claims)
            return outcome
    for table in tables:
        if set(table.columns) >= _PLACEMARKS:
            return _read_rows(table, destination, partial(_read_placemark, zone=destination.zone))
    return None


def _drop_units(table: Table) -> Table:
    """Return a table whose instants are called as in other files: "start", not "start (UTC)"."""
    names = [name.removesuffix(" (UTC)") for name in table.columns]
    return replace(table, cells=table.cells.rename_columns(names))


class _EventReader:
    """Reads the rows of a table of events, with their claims and sources in tables beside it."""

    def __init__(self, table: Table, tables: list[Table], zone: str) -> None:
        named = {one.name: one for one in tables}
        self._claims = group_claims(named["claims"]) if "claims" in named else {}
        self._sources = group_sources(named["sources"]) if "sources" in named else {}
        self._has_geometries = table.geometries is not None
        self._zone = zone

    def read(self, cells: Cells, geometry: Geometry | None) -> Members:
        identity = cells.get("id", "")
        members = read_members(cells, self._zone)
        if identity in self._claims:
            members["claims"] = self._claims[identity]
        else:
            drop_claims_of(members)
        if identity in self._sources:
            members["sources"] = self._sources[identity]
        place = geometry if self._has_geometries else read_place(cells)
        return _build_feature(identity, place, members)


def _read_placemark(cells: Cells, geometry: Geometry | None, zone: str) -> Members:
    # A placemark may be drawn as the area around its place.
    place = read_point(cells) or geometry
    return _build_feature(cells.get("id", ""), place, read_placemark_members(cells, place, zone))


def _build_feature(identity: str, geometry: Geometry | None, members: Members) -> Members:
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": members}


def _read_rows(
    table: Table, destination: Destination, read: Callable[[Cells, Geometry | None], Members]
) -> Outcome:
    """Return the outcome of a table whose rows are read as features.

    A row that `read` refuses with a RowProblem is rejected.
    """
    outcome = Outcome(table, recognise_exported(table))
    outcome.remark("recognised by its columns: a file of this project")
    geometries = table.geometries or repeat(None)
    rows = zip(table.rows(), read_plain_rows(table), geometries, strict=False)
    for (number, cells), plain, geometry in rows:
        if number in table.long:
            outcome.rejected.append(reject_long_row(table, number, cells))
            continue
        try:
            feature = read(plain, geometry)
        except RowProblem as problem:
            found, wanted = problem.found, problem.wanted
            outcome.rejected.append(RejectedRow(number, problem.column, found, wanted, cells))
            continue
        known_by = {"id": str(feature["id"])}
        outcome.made.append(EventRow(number, feature, known_by, has_own_id=True))
    note_words(outcome, destination.vocabulary)
    # Somebody may have edited the file, and a table of events holds what fits its columns only.
    check_made(outcome, destination.zone, destination.vocabulary)
    return outcome
