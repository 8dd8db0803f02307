"""A table imported again: the same changes nothing, a changed row changes its own event only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from geo.events import Reading
from geo.importing.outcome.checked import complete_features, index_features
from geo.importing.outcome.outcome import Cells, EventRow, Members, Outcome
from geo.importing.story.state import ImportState, PastRow

# Rows with at least half of their cells the same are the same row, changed.
_ALIKE = 0.5
_MOST_PAIRS = 4_000_000


@dataclass
class Merge:
    """What becomes of the story's events.

    Attributes
    ----------
    added, updated, unchanged : list of EventRow
    conflicts : list of (EventRow, str)
        Rows that would overwrite what the import did not write, with the reason; left out.
    removed : list of EventRow
        Rows whose event the desk has removed from the story; left out.
    vanished : list of PastRow
        Earlier rows that are no longer in the table; their events stay.
    forgotten : list of str
        Events with ids of earlier imports of the table, but without a remembered row.
    state : ImportState
        As it is after the import.
    """

    added: list[EventRow] = field(default_factory=list)
    updated: list[EventRow] = field(default_factory=list)
    unchanged: list[EventRow] = field(default_factory=list)
    conflicts: list[tuple[EventRow, str]] = field(default_factory=list)
    removed: list[EventRow] = field(default_factory=list)
    vanished: list[PastRow] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    state: ImportState = field(default_factory=ImportState)

    @property
    def changes(self) -> bool:
        """Whether the story's events change."""
        return bool(self.added or self.updated)


def merge_events(
    outcome: Outcome,
    built: Mapping[str, Members],
    reading: Reading,
    state: ImportState,
    is_partial: bool = False,
) -> Merge:
    """Return what becomes of a story's events.

    Parameters
    ----------
    outcome : Outcome
    built : dict of str to feature
        The events of its rows, completed.
    reading : Reading
        The events of the story.
    state : ImportState
        What earlier imports of the table left.
    is_partial : bool
        Whether the table holds only some of its rows, so that none has vanished.
    """
    earlier = [row.feature for row in state.rows.values()]
    past = complete_features(earlier, reading.zone, reading.vocabulary)
    current = index_features(reading)
    ids, waiting = match_rows(outcome, state)
    merge = Merge(state=ImportState(dict(state.rows), state.mapping))
    for made in outcome.made:
        identity = ids.get(made.row, made.id)
        whole = {**built[made.id], "id": identity}
        renamed = replace(made, feature={**made.feature, "id": identity})
        _sort(renamed, whole, current.get(identity), past.get(identity), merge)
    if not is_partial:
        here = {ids.get(made.row, made.id) for made in outcome.made} | waiting
        merge.vanished = [row for name, row in state.rows.items() if name not in here]
    return merge


def _sort(
    made: EventRow, whole: Members, current: Members | None, past: Members | None, merge: Merge
) -> None:
    """Put a row where it belongs, and remember what was written for it."""
    if past is None:
        if current is not None and current != whole:
            reason = (
                "the story has an event of this id, which another hand wrote; give the row another "
                "id if it is another event"
            )
            merge.conflicts.append((made, reason))
            return
        (merge.added if current is None else merge.unchanged).append(made)
    elif whole == past:
        (merge.unchanged if current is not None else merge.removed).append(made)
    elif current is None:
        merge.removed.append(made)
        return
    elif current == past:
        merge.updated.append(made)
    elif current == whole:
        merge.unchanged.append(made)
    else:
        names = ", ".join(_list_differences(current, past))
        reason = f"the desk has changed {names} since; the row has changed too"
        merge.conflicts.append((made, reason))
        return
    merge.state.rows[made.id] = PastRow(made.id, made.cells, made.feature)


def _list_differences(one: Members, other: Members) -> list[str]:
    mine, theirs = one["properties"], other["properties"]
    assert isinstance(mine, dict)
    assert isinstance(theirs, dict)
    names = [name for name in mine if mine.get(name) != theirs.get(name)]
    return names + (["geometry"] if one["geometry"] != other["geometry"] else []) or ["its id"]


def match_rows(outcome: Outcome, state: ImportState) -> tuple[dict[int, str], set[str]]:
    """Return the id of the earlier event of each row that has one, and of rows that wait.

    A row that names its id is known by it; another by its cells: all the same, or most of them.
    """
    rest = dict(state.rows)
    waiting: set[str] = set()
    ids: dict[int, str] = {}
    others: list[tuple[int, Cells]] = [(one.row, one.cells) for one in outcome.waiting]
    others += [(one.row, one.cells) for one in outcome.rejected]
    unknown: list[tuple[int, Cells]] = []
    for made in outcome.made:
        if made.has_own_id:
            rest.pop(made.id, None)
        else:
            unknown.append((made.row, made.cells))
    unknown += others
    same: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for identity, row in rest.items():
        same.setdefault(tuple(sorted(row.cells.items())), []).append(identity)
    unmatched = []
    for number, cells in unknown:
        found = same.get(tuple(sorted(cells.items())))
        if found:
            ids[number] = found.pop(0)
            rest.pop(ids[number])
        else:
            unmatched.append((number, cells))
    ids |= _match_alike(unmatched, rest)
    outside = {number for number, _ in others}
    waiting = {identity for number, identity in ids.items() if number in outside}
    return ids, waiting


def _match_alike(rows: list[tuple[int, Cells]], rest: Mapping[str, PastRow]) -> dict[int, str]:
    if len(rows) * len(rest) > _MOST_PAIRS:
        return {}
    pairs = [
        (alike, -number, identity)
        for number, cells in rows
        for identity, past in rest.items()
        if (alike := _compare(cells, past.cells)) >= _ALIKE
    ]
    ids: dict[int, str] = {}
    used: set[str] = set()
    for _, negative, identity in sorted(pairs, reverse=True):
        if -negative not in ids and identity not in used:
            ids[-negative] = identity
            used.add(identity)
    return ids


def _compare(one: Cells, other: Cells) -> float:
    """Return the share of cells that are the same."""
    names: Iterable[str] = {*one, *other}
    same = sum(one.get(name) == other.get(name) for name in names)
    return same / max(len({*one, *other}), 1)
