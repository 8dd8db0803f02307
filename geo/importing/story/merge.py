"""A table imported again: the same changes nothing, a changed row changes its own event only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.events import Reading
from geo.importing.outcome.checked import complete_features, index_features
from geo.importing.outcome.outcome import EventRow, Members, Outcome
from geo.importing.story.row_match import match_rows
from geo.importing.story.state import ImportState, PastRow


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
    earlier_ids = match_rows(outcome, state)
    merge = Merge(state=replace(state, rows=dict(state.rows)))
    for made in outcome.made:
        identity = earlier_ids.get(made.row, made.id)
        whole = {**built[made.id], "id": identity}
        renamed = replace(made, feature={**made.feature, "id": identity})
        _sort_row(renamed, whole, current.get(identity), past.get(identity), merge)
    if not is_partial:
        new = {made.id for made in outcome.made if made.row not in earlier_ids}
        here = {*earlier_ids.values(), *new}
        merge.vanished = [row for identity, row in state.rows.items() if identity not in here]
    return merge


def _sort_row(
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
