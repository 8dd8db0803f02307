"""Tables that this project exported, read back as events: CSV, xlsx, GeoPackage and KMZ."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from geo.errors import quote
from geo.importing.columns.recognise import recognise_exported
from geo.importing.exports.claims import (
    drop_claims_of,
    group_claims,
    group_sources,
)
from geo.importing.exports.rows import read_event, read_placemark, read_point
from geo.importing.exports.words import note_words
from geo.importing.outcome.outcome import (
    Cells,
    EventRow,
    Members,
    Outcome,
    RejectedRow,
    reject_long_row,
)
from geo.importing.rows.setting import Setting
from geo.importing.tables.table import Geometry, Table

_EVENTS = frozenset({"id", "presence", "start", "end", "time_precision", "location_precision"})
_PLACEMARKS = frozenset({"id", "presence", "begin", "end", "time_precision", "location_precision"})
# As geo.publishing.export.csv writes what a spreadsheet would read as a formula.
_ESCAPED = re.compile(r"'+\s*[=+\-@＝＋－＠]|'+[\t\r\n]")


def read_exported_tables(tables: list[Table], setting: Setting) -> Outcome | None:
    """Return the events of a CSV, xlsx, GeoPackage or KMZ of this project; None of any other."""
    tables = [_drop_units(table) for table in tables]
    named = {table.name: table for table in tables}
    events = next((one for one in tables if set(one.columns) >= _EVENTS), None)
    if events is not None:
        claims = group_claims(named["claims"]) if "claims" in named else {}
        sources = group_sources(named["sources"]) if "sources" in named else {}
        return _build(events, setting, claims, sources, read_event)
    placemarks = next((one for one in tables if set(one.columns) >= _PLACEMARKS), None)
    if placemarks is not None:
        return _build(placemarks, setting, {}, {}, read_placemark)
    return None


def _drop_units(table: Table) -> Table:
    """Return a table whose instants are called as in other files: "start", not "start (UTC)"."""
    names = [name.removesuffix(" (UTC)") for name in table.columns]
    return replace(table, cells=table.cells.rename_columns(names))


_Read = Callable[[Cells, Geometry | None, str], Members]


def _build(
    table: Table,
    setting: Setting,
    claims: Mapping[str, list[Members]],
    sources: Mapping[str, list[object]],
    read: _Read,
) -> Outcome:
    outcome = Outcome(table, recognise_exported(table))
    outcome.remark("recognised by its columns: a file of this project")
    has_geometries, is_placemark = table.geometries is not None, read is read_placemark
    # Only a CSV says in each row how many it should have, and escapes what looks like a formula.
    is_csv = "record_rows" in table.columns
    for at, (number, cells) in enumerate(table.rows()):
        if number in table.long:
            outcome.rejected.append(reject_long_row(table, number, cells))
            continue
        plain = {name: unescape(text) for name, text in cells.items()} if is_csv else cells
        geometry = table.geometries[at] if table.geometries else None
        identity = plain.get("id", "")
        try:
            members = read(plain, geometry, setting.zone)
        except ValueError as error:
            found = quote(plain.get("start") or plain.get("begin") or "")
            outcome.rejected.append(RejectedRow(number, "start", found, str(error), cells))
            continue
        if identity in claims:
            members["claims"] = claims[identity]
        else:
            drop_claims_of(members)
        if identity in sources:
            members["sources"] = sources[identity]
        # A placemark may be drawn as the area around its place.
        by_degrees = read_point(plain) if is_placemark or not has_geometries else None
        geometry = by_degrees or geometry
        feature: Members = {
            "type": "Feature",
            "id": identity,
            "geometry": geometry,
            "properties": members,
        }
        outcome.made.append(EventRow(number, feature, {"id": identity}, has_own_id=True))
    note_words(outcome, setting.vocabulary)
    return outcome


def unescape(text: str) -> str:
    """Return a text without the mark that keeps a spreadsheet from reading it as a formula.

    >>> unescape("'=A1"), unescape("''=A1"), unescape("'quoted'")
    ('=A1', "'=A1", "'quoted'")
    """
    return text[1:] if _ESCAPED.match(text) else text
