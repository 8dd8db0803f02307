"""Claims, sources and casualties of the tables that this project wrote."""

from geo.importing.outcome import Cells, Members
from geo.importing.tables.table import Table

# Spreadsheets write a truth value as a word, a GeoPackage as a number.
TRUTH = dict.fromkeys(("true", "1", "1.0"), True) | dict.fromkeys(("false", "0", "0.0"), False)
_LISTS = {"about": ", ", "also_about": " ", "accuses": "; "}
_CLAIM_TEXTS = (
    "id",
    "stance",
    "basis",
    "side",
    "actor",
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
    for _, cells in table.rows():
        claims.setdefault(cells.get("event", ""), []).append(_read_claim(cells))
    return claims


def _read_claim(cells: Cells) -> Members:
    claim: Members = {name: cells[name] for name in _CLAIM_TEXTS if name in cells}
    for name, mark in _LISTS.items():
        if text := cells.get(name):
            claim[name] = text.split(mark)
    if distance := cells.get("distance_km"):
        claim["distance_km"] = float(distance)
    if _is_true(cells.get("reads_on", "")):
        claim["reads_on"] = True
    return claim


def group_sources(table: Table) -> dict[str, list[object]]:
    """Return the sources of each event, in the order of the table."""
    sources: dict[str, list[object]] = {}
    for _, cells in table.rows():
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
    for _, cells in table.rows():
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


def read_casualties(cells: Cells, name: str) -> Members | None:
    """Return killed or injured people of a row; None if it has no such cell."""
    counts: Members = {}
    for part in ("low", "best", "high"):
        if number := cells.get(f"{name}_{part}"):
            counts[part] = int(float(number))
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
