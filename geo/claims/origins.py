"""Who relies on whom: the origins of statements, each counted once."""

from collections.abc import Collection
from dataclasses import dataclass

from geo.claims.entry import Entry
from geo.claims.ledger import Ledger
from geo.claims.stances import FACTS, is_checkable, is_party_word, select_affirming

_OUTLETS = "outlets of a party"


@dataclass(frozen=True)
class Origin:
    """One origin, with the statements that go back to it.

    Attributes
    ----------
    name : str
        Id of the wire story or post, or the side, or the speaker where no source is named.
    party : str or None
        The side, if all that goes back to it is a party's own word; None if independent.
    counts : bool
        False for a party's outlets where a party speaks for itself: they only repeat it.
    checkable : bool
        Whether one of its statements, outside the parties, is a witness, picture or document.
    entries : tuple of Entry
    reason : str
        One sentence: why this is one origin.
    """

    name: str
    party: str | None
    counts: bool
    checkable: bool
    entries: Ledger
    reason: str


def find_independent_origins(
    entries: Ledger, parties: Collection[str] = (), topics: Collection[str] = FACTS
) -> tuple[Origin, ...]:
    """Return what the affirming statements go back to, each origin once.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger.
    parties : collection of str
        Sides that are parties to the conflict.
    topics : collection of str
        Only statements on these; by default all topics but the response.

    Returns
    -------
    tuple of Origin
        Independent ones first, each group in the order of its first statement. Those with
        `counts` are the number of origins. Empty if nobody affirms anything.

    Notes
    -----
    Copies of one wire story or post share an origin and count once, whoever speaks in them. All
    that a party says counts once, through however many speakers and outlets: a party does not
    corroborate itself. Two parties that say the same are two. The rule reads the words stored
    with a claim, not its meaning: two accounts of one topic may still differ.
    """
    independent, by_party = _group_by_origin(entries, frozenset(parties), topics)
    origins = [
        Origin(
            name,
            party=None,
            counts=True,
            checkable=any(is_checkable(entry, parties) for entry in group),
            entries=tuple(group),
            reason=_explain_origin(group),
        )
        for name, group in independent.items()
    ]
    for side, group in by_party.items():
        repeats = side == _OUTLETS and len(by_party) > 1
        reason = _explain_party(side, group)
        origins.append(Origin(side, side, not repeats, False, tuple(group), reason))
    return tuple(origins)


def count_origins(
    entries: Ledger, parties: Collection[str] = (), topics: Collection[str] = FACTS
) -> int:
    """Return how many of the origins of `find_independent_origins` count."""
    independent, by_party = _group_by_origin(entries, frozenset(parties), topics)
    return len(independent) + (len(by_party.keys() - {_OUTLETS}) or len(by_party))


_Groups = dict[str, list[Entry]]


def _group_by_origin(
    entries: Ledger, parties: frozenset[str], topics: Collection[str]
) -> tuple[_Groups, _Groups]:
    """Return the affirming statements by independent origin, and by party."""
    groups: _Groups = {}
    for entry in select_affirming(entries, topics):
        groups.setdefault(entry.origin or entry.claim.actor, []).append(entry)
    independent: _Groups = {}
    by_party: _Groups = {}
    for name, group in groups.items():
        if all(is_party_word(entry, parties) for entry in group):
            for entry in group:
                side = entry.claim.side if entry.claim.side in parties else _OUTLETS
                by_party.setdefault(side, []).append(entry)
        else:
            independent[name] = group
    return independent, by_party


def _explain_origin(group: list[Entry]) -> str:
    if len(group) == 1:
        return f"One statement, by {group[0].claim.actor}."
    speakers = {entry.claim.actor for entry in group}
    by = f"{len(speakers)} speakers" if len(speakers) > 1 else group[0].claim.actor
    return f"{len(group)} statements by {by} reach us through one report and count once."


def _explain_party(side: str, group: list[Entry]) -> str:
    speakers = {entry.claim.actor for entry in group}
    if side == _OUTLETS:
        return "A party's own outlets; they do not corroborate the party."
    if len(speakers) == 1:
        return f"The word of a party, by {group[0].claim.actor}."
    return (
        f"The word of one party through {len(speakers)} speakers; it does not corroborate itself."
    )
