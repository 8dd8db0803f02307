"""Claims, sources and casualties of the tables that this project exported."""

from collections.abc import Mapping

from geo.errors import quote
from geo.events.columns.list_cells import read_list
from geo.events.sparse.omission import to_sparse_feature
from geo.importing.columns.recognise import recognise_exported
from geo.importing.exports.cells import TRUTH, read_number, read_plain_rows
from geo.importing.exports.speakers import read_speaker, remark_speakers
from geo.importing.outcome.outcome import Cells, EventRow, Members, Outcome, RejectedRow
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table

_COLUMNS = frozenset({"event", "event_title", "stance", "actor", "summary", "said_at"})
_LISTS = ("about", "also_about", "accuses")
_CLAIM_TEXTS = (
    "id",
    "stance",
    "basis",
    "side",
    "said_at",
    "said_at_precision",
    "summary",
    "source",
    "where",
    "channel",
    "brief",
)


def group_claims(table: Table) -> dict[str, list[Members]]:
    """Return the claims of each event, in the order of the table."""
    claims: dict[str, list[Members]] = {}
    for cells in read_plain_rows(table):
        claims.setdefault(cells.get("event", ""), []).append(_read_claim(cells))
    return claims


def _read_claim(cells: Cells) -> Members:
    claim: Members = {name: cells[name] for name in _CLAIM_TEXTS if name in cells}
    if speaker := read_speaker(cells):
        claim["actor"] = speaker
    for name in _LISTS:
        if text := cells.get(name):
            claim[name] = read_list(name, text)
    if distance := cells.get("distance_km"):
        claim["distance_km"] = read_number(distance)
    if _is_true(cells.get("reads_on", "")):
        claim["reads_on"] = True
    return claim


def group_sources(table: Table) -> dict[str, list[object]]:
    """Return the sources of each event, in the order of the table."""
    sources: dict[str, list[object]] = {}
    for cells in read_plain_rows(table):
        source: Members = {
            name: cells[name]
            for name in ("id", "publisher", "title", "url", "date", "origin")
            if name in cells
        }
        one: Members = {**source, "is_party": _is_true(cells.get("is_party", ""))}
        sources.setdefault(cells.get("event", ""), []).append(one)
    return sources


def read_claim_sources(table: Table) -> dict[str, dict[str, Members]]:
    """Return the sources that claims name in their own rows, by event and id."""
    found: dict[str, dict[str, Members]] = {}
    columns = {
        "publisher": "publisher",
        "source_title": "title",
        "url": "url",
        "source_date": "date",
        "origin": "origin",
    }
    for cells in read_plain_rows(table):
        identity = cells.get("source")
        if not identity or "publisher" not in cells:
            continue
        source: Members = {
            name: cells[column] for column, name in columns.items() if column in cells
        }
        source |= {"id": identity, "is_party": _is_true(cells.get("is_party", ""))}
        whole = {"title": None, "url": None, "date": None, "origin": None, **source}
        found.setdefault(cells.get("event", ""), {})[identity] = whole
    return found


def read_exported_casualties(cells: Cells, name: str) -> Members | None:
    """Return killed or injured people of a row; None if it has no such cell."""
    counts: Members = {}
    for part in ("low", "best", "high"):
        if number := cells.get(f"{name}_{part}"):
            counts[part] = read_number(number)
    if claim := cells.get(f"{name}_claim"):
        counts["claim"] = claim
    return counts or None


def drop_claims_of(members: Members) -> None:
    """Take from the casualties of an event the claims that its file does not hold."""
    for name in ("killed", "injured"):
        counts = members.get(name)
        if isinstance(counts, dict) and "#" not in str(counts.get("claim", "")):
            counts.pop("claim", None)


def _is_true(text: str) -> bool:
    """Return what a cell of `TRUTH` says; another says nothing, and is not true."""
    return TRUTH.get(text.lower(), False)


def find_claims_table(tables: list[Table]) -> Table | None:
    """Return the table of a file of claims that this project exported; None of any other."""
    return next((one for one in tables if set(one.columns) >= _COLUMNS), None)


def add_claims(table: Table, current: Mapping[str, Members], zone: str) -> Outcome:
    """Return the events of a story with the claims of a file of claims in place of their own."""
    outcome = Outcome(table, recognise_exported(table))
    remark_speakers(outcome, table)
    if table.long:
        number, row = next(iter(table.long.items()))
        raise TableFileError(
            f"{table.name}, row {number}: found {row.found:,} cells, wanted {row.wanted:,} as the "
            "header has; a text with the delimiter in it goes in quotes"
        )
    claims, sources = group_claims(table), read_claim_sources(table)
    rows: dict[str, list[int]] = {}
    for (number, cells), plain in zip(table.rows(), read_plain_rows(table), strict=True):
        event = plain.get("event", "")
        rows.setdefault(event, []).append(number)
        if event not in current:
            wanted = "an event of the story; import the file of events first"
            outcome.rejected.append(RejectedRow(number, "event", quote(event), wanted, cells))
    for event, numbers in rows.items():
        if event not in current:
            continue
        given = current[event]["properties"]
        assert isinstance(given, dict)
        kept = {one["id"]: one for one in given["sources"]} | sources.get(event, {})
        members = {**given, "claims": claims[event], "sources": list(kept.values())}
        feature = to_sparse_feature({**current[event], "properties": members}, zone)
        known_by = {"event": event}
        outcome.made.append(EventRow(numbers[0], feature, known_by, True, tuple(numbers)))
    return outcome
