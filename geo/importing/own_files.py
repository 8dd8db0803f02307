"""Files that this project wrote, read back as the events that they were written from."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from dataclasses import replace

from geo.errors import EventFileError
from geo.events.reading.read import parse_events
from geo.events.rejections import quote
from geo.events.sparse.omission import to_sparse_feature
from geo.importing.canonical import index_features
from geo.importing.columns.mapping import ColumnUse
from geo.importing.columns.recognise import Recognised
from geo.importing.context import Setting
from geo.importing.outcome import Cells, Made, Members, Outcome, Rejected, reject_long_row
from geo.importing.own_parts import (
    drop_claims_of,
    group_claims,
    group_sources,
    read_claim_sources,
)
from geo.importing.own_rows import read_event, read_placemark, read_point
from geo.importing.own_words import accept_words, note_words
from geo.importing.state import ImportState, PastRow
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Shape, Table, build_table

EVENTS = frozenset({"id", "presence", "start", "end", "time_precision", "location_precision"})
CLAIMS = frozenset({"event", "event_title", "stance", "actor", "summary", "said_at"})
PLACEMARKS = frozenset({"id", "presence", "begin", "end", "time_precision", "location_precision"})
# As geo.publishing.export.csv writes what a spreadsheet would read as a formula.
_ESCAPED = re.compile(r"'+\s*[=+\-@＝＋－＠]|'+[\t\r\n]")


def read_own_events(content: bytes, name: str, setting: Setting) -> Outcome | None:
    """Return the events of a GeoJSON or GeoParquet file of this project; None of any other.

    Every record of such a file is good as it is, but for words of another story.
    """
    if not content.startswith(b"PAR1") and content.removeprefix(BOM_UTF8).lstrip()[:1] != b"{":
        return None
    try:
        reading = parse_events(content, name, setting.zone, setting.vocabulary)
    except EventFileError:
        return None
    if reading.rejected and (words := accept_words(setting.vocabulary, reading.rejected)):
        reading = parse_events(content, name, setting.zone, words)
    if reading.rejected or not len(reading.events):
        return None
    features = index_features(reading)
    ids = [[identity] for identity in features]
    table = build_table(name, ["id"], ids, unit="record")
    outcome = Outcome(table, [Recognised("every member", ColumnUse(role="id"), "our own file")])
    for number, (identity, feature) in enumerate(features.items(), start=1):
        sparse = to_sparse_feature(feature, setting.zone)
        outcome.made.append(Made(number, sparse, {"id": identity}, has_own_id=True))
    for note in reading.notes:
        outcome.remark(note)
    note_words(outcome, setting.vocabulary)
    return outcome


def read_own_tables(tables: list[Table], setting: Setting) -> Outcome | None:
    """Return the events of a CSV, xlsx, GeoPackage or KMZ of this project; None of any other."""
    tables = [_drop_units(table) for table in tables]
    named = {table.name: table for table in tables}
    events = next((one for one in tables if set(one.columns) >= EVENTS), None)
    if events is not None:
        claims = group_claims(named["claims"]) if "claims" in named else {}
        sources = group_sources(named["sources"]) if "sources" in named else {}
        return _build(events, setting, claims, sources, read_event)
    placemarks = next((one for one in tables if set(one.columns) >= PLACEMARKS), None)
    if placemarks is not None:
        return _build(placemarks, setting, {}, {}, read_placemark)
    return None


def _drop_units(table: Table) -> Table:
    """Return a table whose instants are called as in other files: "start", not "start (UTC)"."""
    names = [name.removesuffix(" (UTC)") for name in table.columns]
    return replace(table, cells=table.cells.rename_columns(names))


def find_claims_table(tables: list[Table]) -> Table | None:
    """Return the table of a file of claims that this project wrote; None of any other."""
    return next((one for one in tables if set(one.columns) >= CLAIMS), None)


def add_claims(table: Table, current: Mapping[str, Members], zone: str) -> Outcome:
    """Return the events of a story with the claims of a file of claims in place of their own."""
    outcome = Outcome(table, _describe(table))
    if table.long:
        number, row = next(iter(table.long.items()))
        raise TableFileError(
            f"{table.name}, row {number}: found {row.cells:,} cells, wanted {row.wanted:,} as the "
            "header has; a text with the delimiter in it goes in quotes"
        )
    claims, sources = group_claims(table), read_claim_sources(table)
    rows: dict[str, int] = {}
    for number, cells in table.rows():
        event = cells.get("event", "")
        rows.setdefault(event, number)
        if event not in current:
            wanted = "an event of the story; import the file of events first"
            outcome.rejected.append(Rejected(number, "event", quote(event), wanted, cells))
    for event, number in rows.items():
        if event not in current:
            continue
        given = current[event]["properties"]
        assert isinstance(given, dict)
        kept = {one["id"]: one for one in given["sources"]} | sources.get(event, {})
        members = {**given, "claims": claims[event], "sources": list(kept.values())}
        feature = to_sparse_feature({**current[event], "properties": members}, zone)
        outcome.made.append(Made(number, feature, {"event": event}, has_own_id=True))
    return outcome


def know_claimless(state: ImportState, table: Table, current: Mapping[str, Members]) -> ImportState:
    """Return a state with which claims may be added to events of a story that have none."""
    rows = dict(state.rows)
    for event in dict.fromkeys(table.column("event")):
        given = current.get(event, {}).get("properties")
        if event not in rows and isinstance(given, dict) and not given["claims"]:
            rows[event] = PastRow(event, {"event": event}, current[event])
    return ImportState(rows, state.mapping)


_Read = Callable[[Cells, Shape | None, str], Members]


def _build(
    table: Table,
    setting: Setting,
    claims: Mapping[str, list[Members]],
    sources: Mapping[str, list[object]],
    read: _Read,
) -> Outcome:
    outcome = Outcome(table, _describe(table))
    outcome.remark("recognised by its columns: a file of this project")
    has_shapes, is_placemark = table.shapes is not None, read is read_placemark
    # Only a CSV says in each row how many it should have, and escapes what looks like a formula.
    is_csv = "record_rows" in table.columns
    for at, (number, cells) in enumerate(table.rows()):
        if number in table.long:
            outcome.rejected.append(reject_long_row(table, number, cells))
            continue
        plain = {name: unescape(text) for name, text in cells.items()} if is_csv else cells
        shape = table.shapes[at] if table.shapes else None
        identity = plain.get("id", "")
        try:
            members = read(plain, shape, setting.zone)
        except ValueError as error:
            found = quote(plain.get("start") or plain.get("begin") or "")
            outcome.rejected.append(Rejected(number, "start", found, str(error), cells))
            continue
        if identity in claims:
            members["claims"] = claims[identity]
        else:
            drop_claims_of(members)
        if identity in sources:
            members["sources"] = sources[identity]
        # A placemark may be drawn as the area around its place.
        by_degrees = read_point(plain) if is_placemark or not has_shapes else None
        geometry = by_degrees or shape
        feature: Members = {
            "type": "Feature",
            "id": identity,
            "geometry": geometry,
            "properties": members,
        }
        outcome.made.append(Made(number, feature, {"id": identity}, has_own_id=True))
    note_words(outcome, setting.vocabulary)
    return outcome


def _describe(table: Table) -> list[Recognised]:
    use = ColumnUse(role="kept")
    return [Recognised(name, use, "our own file") for name in table.columns]


def unescape(text: str) -> str:
    """Return a text without the mark that keeps a spreadsheet from reading it as a formula.

    >>> unescape("'=A1"), unescape("''=A1"), unescape("'quoted'")
    ('=A1', "'=A1", "'quoted'")
    """
    return text[1:] if _ESCAPED.match(text) else text
