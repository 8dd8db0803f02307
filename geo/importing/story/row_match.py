"""Which row of a table is which row of its earlier import."""

from collections.abc import Mapping

from geo.importing.outcome.outcome import Cells, Outcome
from geo.importing.story.state import ImportState, PastRow

# Rows with at least half of their cells the same are the same row, changed.
_ALIKE = 0.5
_MOST_PAIRS = 4_000_000


def match_rows(outcome: Outcome, state: ImportState) -> dict[int, str]:
    """Return the id of the earlier event of each row that has one, by the number of the row.

    A row that names its id is known by it, and is left out; another is known by its cells: all the
    same, or most of them. Rows that wait or are rejected have earlier events, too.
    """
    past = dict(state.rows)
    for made in outcome.made:
        if made.has_own_id:
            past.pop(made.id, None)
    rows = {made.row: made.cells for made in outcome.made if not made.has_own_id}
    rows |= {waiting.row: waiting.cells for waiting in outcome.waiting}
    rows |= {rejected.row: rejected.cells for rejected in outcome.rejected}
    same = _match_same(rows, past)
    matched = set(same.values())
    other_rows = {number: cells for number, cells in rows.items() if number not in same}
    other_past = {identity: row for identity, row in past.items() if identity not in matched}
    return same | _match_alike(other_rows, other_past)


def _match_same(rows: Mapping[int, Cells], past: Mapping[str, PastRow]) -> dict[int, str]:
    """Return the earlier rows with the same cells; of several that are the same the first."""
    unmatched: dict[frozenset[tuple[str, str]], list[str]] = {}
    for identity, row in past.items():
        unmatched.setdefault(frozenset(row.cells.items()), []).append(identity)
    ids: dict[int, str] = {}
    for number, cells in rows.items():
        if found := unmatched.get(frozenset(cells.items())):
            ids[number] = found.pop(0)
    return ids


def _match_alike(rows: Mapping[int, Cells], past: Mapping[str, PastRow]) -> dict[int, str]:
    """Return the earlier rows with most cells the same, the most alike first."""
    if len(rows) * len(past) > _MOST_PAIRS:
        return {}
    pairs = [
        (alike, -number, identity)
        for number, cells in rows.items()
        for identity, row in past.items()
        if (alike := _compare(cells, row.cells)) >= _ALIKE
    ]
    ids: dict[int, str] = {}
    matched: set[str] = set()
    for _, negative, identity in sorted(pairs, reverse=True):
        if -negative not in ids and identity not in matched:
            ids[-negative] = identity
            matched.add(identity)
    return ids


def _compare(cells: Cells, other: Cells) -> float:
    """Return the share of cells that are the same."""
    names = {*cells, *other}
    same = sum(cells.get(name) == other.get(name) for name in names)
    return same / len(names) if names else 0
