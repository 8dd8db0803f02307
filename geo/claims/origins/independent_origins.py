"""Who relies on whom: the origins of statements, each counted once."""

from collections.abc import Collection
from dataclasses import dataclass

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import (
    FACT_TOPICS,
    counts_as_voice,
    is_checkable,
    is_party_word,
    select_affirming,
)
from geo.events.same_name import merge_same_names
from geo.events.sparse.defaults import CLAIM_DEFAULTS

# Voices that count once, and only where no party speaks for itself.
_OUTLETS = "outlets of a party"
_UNKNOWN_SPEAKERS = "several voices"
_WEAK = frozenset({_OUTLETS, _UNKNOWN_SPEAKERS})


@dataclass(frozen=True)
class Origin:
    """One origin, with the statements that go back to it.

    Attributes
    ----------
    name : str
        Id of the wire story or post, or the side, or the speaker where no origin is known.
    party : str or None
        The side, if all that goes back to it is a party's own word; None if independent.
    counts : bool
        False for a party's outlets where a party speaks for itself: they only repeat it; so for
        a report whose voices are not all known. False also where no side of the story speaks,
        or nobody has judged where it comes from.
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
    entries: Ledger, sides: Sides, topics: Collection[str] = FACT_TOPICS
) -> tuple[Origin, ...]:
    """Return what the affirming statements go back to, each origin once.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger.
    sides : Sides
        The sides of the story.
    topics : collection of str
        Only statements on these; by default all topics but the response.

    Returns
    -------
    tuple of Origin
        Independent ones first, then those of parties, then those that count for nothing, each
        group in the order of its first statement. Those with `counts` are the number of origins.
        Empty if nobody affirms anything.

    Notes
    -----
    Copies of one wire story or post share an origin and count once, whoever speaks in them;
    two names of an origin that differ by one letter are one. All that a party says counts once,
    through however many speakers and outlets: a party does not corroborate itself. Two parties
    that say the same are two. A side that the story does not declare speaks for nobody, and a
    source whose origin nobody has judged corroborates nothing. The rule reads the words stored
    with a claim, not its meaning: two accounts of one topic may still differ.
    """
    groups = _group_by_origin(entries, sides, topics)
    origins = [
        Origin(
            name,
            party=None,
            counts=True,
            checkable=any(is_checkable(entry, sides) for entry in group),
            entries=tuple(group),
            reason=_explain_origin(group),
        )
        for name, group in groups.independent.items()
    ]
    counting = groups.select_counting_parties()
    for side, group in groups.by_party.items():
        reason = _explain_party(side, group)
        origins.append(Origin(side, side, side in counting, False, tuple(group), reason))
    for name, group in groups.uncounted.items():
        reason = _explain_uncounted(group[0], sides)
        origins.append(Origin(name, None, False, False, tuple(group), reason))
    return tuple(origins)


def count_origins(entries: Ledger, sides: Sides) -> int:
    """Return how many of the origins of `find_independent_origins` count."""
    groups = _group_by_origin(entries, sides, FACT_TOPICS)
    return len(groups.independent) + len(groups.select_counting_parties())


@dataclass(frozen=True)
class _Groups:
    """Affirming statements by independent origin, by party, and those that count for nothing."""

    independent: dict[str, list[Entry]]
    by_party: dict[str, list[Entry]]
    uncounted: dict[str, list[Entry]]

    def select_counting_parties(self) -> frozenset[str]:
        """Return the parties that count: those that speak for themselves, or one that is weak."""
        strong = frozenset(self.by_party) - _WEAK
        return strong or frozenset(list(self.by_party)[:1])


def _group_by_origin(entries: Ledger, sides: Sides, topics: Collection[str]) -> _Groups:
    affirming = select_affirming(entries, topics)
    names = [entry.origin or str(entry.claim.actor) for entry in affirming]
    first = merge_same_names(names) if len(names) > 1 else {name: name for name in names}
    by_origin: dict[str, list[Entry]] = {}
    for name, entry in zip(names, affirming, strict=True):
        by_origin.setdefault(first[name], []).append(entry)
    groups = _Groups({}, {}, {})
    for name, group in by_origin.items():
        counting = [entry for entry in group if counts_as_voice(entry, sides)]
        if not counting:
            groups.uncounted[name] = group
            continue
        if not all(is_party_word(entry, sides) for entry in counting):
            groups.independent[name] = group
            continue
        parties = [_name_party(entry, sides) for entry in counting]
        if len(counting) < len(group):
            # An unknown speaker may be any of them: the report counts least.
            parties = [parties[0] if len(set(parties)) == 1 else _UNKNOWN_SPEAKERS] * len(group)
            counting = group
        for party, entry in zip(parties, counting, strict=True):
            groups.by_party.setdefault(party, []).append(entry)
    return groups


def _name_party(entry: Entry, sides: Sides) -> str:
    return entry.claim.side if entry.claim.side in sides.parties else _OUTLETS


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
    if side == _UNKNOWN_SPEAKERS:
        return (
            "Reports with a voice of a side that is not declared in this story, or with a source "
            "that nobody has judged: all of them count once at most."
        )
    if len(speakers) == 1:
        said = "A statement" if len(group) == 1 else "Statements"
        return f"{said} by a party: {group[0].claim.actor}."
    return f"One party, through {len(speakers)} speakers; it does not corroborate itself."


def _explain_uncounted(entry: Entry, sides: Sides) -> str:
    if entry.claim.side == CLAIM_DEFAULTS["side"]:
        return "Its side is not stated, so it does not count."
    if not sides.is_declared(entry.claim.side):
        return (
            f"Its side, {entry.claim.side!r}, is not declared in this story, so it does not count."
        )
    return "Nobody has judged where it comes from: it does not count."
