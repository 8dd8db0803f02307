"""Who rests on whom: origins counted once, and what they alone would support."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from geo.claims.grid import TOPICS
from geo.claims.ledger import Entry, Ledger, ledgers

AFFIRMS = frozenset({"asserts", "accuses", "claims_responsibility", "corroborates"})
OPPOSES = frozenset({"denies", "contradicts", "alleges_staged"})

# Others can check these; an official's word, a medium's or an analyst's reasoning they cannot.
CHECKABLE = frozenset({"witnessed", "visual_evidence", "document"})

# A reaction says nothing about what it reacts to.
FACTS = frozenset(TOPICS) - {"response"}

# Which topics each aspect of `verified_aspects` answers.
ASPECTS: Mapping[str, tuple[str, ...]] = {
    "place": ("place",),
    "time": ("time",),
    "content": ("occurrence", "damage"),
}

MAY_BE_NONE = frozenset({"damage", "casualties"})

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
        Whether something in it, outside the parties, is a witness, a picture or a document.
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


def _is_party_word(entry: Entry, parties: Collection[str]) -> bool:
    return entry.claim.side in parties or entry.from_party


def _open_to_check(entries: Iterable[Entry], parties: Collection[str]) -> bool:
    return any(
        entry.claim.basis in CHECKABLE and not _is_party_word(entry, parties) for entry in entries
    )


def affirming(entries: Ledger, topics: Collection[str] = FACTS) -> Ledger:
    """Return the statements that affirm something on any of the topics, withdrawn ones left out."""
    return tuple(
        entry
        for position, entry in enumerate(entries)
        if entry.claim.stance in AFFIRMS
        and not set(topics).isdisjoint(entry.claim.about)
        and not _withdrawn(entry, entries[position + 1 :])
    )


def opposing(entries: Ledger, topic: str) -> Ledger:
    """Return the statements that deny or contradict an account of a topic, or call it staged."""
    return tuple(
        entry for entry in entries if entry.claim.stance in OPPOSES and topic in entry.claim.about
    )


def _withdrawn(entry: Entry, later: Ledger) -> bool:
    return any(
        other.claim.stance == "withdraws"
        and other.claim.actor == entry.claim.actor
        and not set(other.claim.about).isdisjoint(entry.claim.about)
        for other in later
    )


def independent_origins(
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
        Only statements on these; all but the response unless said otherwise.

    Returns
    -------
    tuple of Origin
        Independent ones first, each group in the order first heard. Those with `counts` are
        the number of origins. Empty if nobody affirms anything.

    Notes
    -----
    Copies of one wire story or post share an origin and count once, whoever speaks in them. All
    that a party says counts once, through however many mouths and outlets: a party does not
    corroborate itself. Two parties that say the same are two. The rule reads the words stored
    with a claim, not its meaning: two accounts of one topic may still differ.
    """
    parties = frozenset(parties)
    groups: dict[str, list[Entry]] = {}
    for entry in affirming(entries, topics):
        groups.setdefault(entry.origin or entry.claim.actor, []).append(entry)
    independent, by_party = {}, dict[str, list[Entry]]()
    for name, group in groups.items():
        if all(_is_party_word(entry, parties) for entry in group):
            for entry in group:
                side = entry.claim.side if entry.claim.side in parties else _OUTLETS
                by_party.setdefault(side, []).append(entry)
        else:
            independent[name] = group
    origins = [
        Origin(name, None, True, _open_to_check(group, parties), tuple(group), _why_one(group))
        for name, group in independent.items()
    ]
    for side, group in by_party.items():
        repeats = side == _OUTLETS and len(by_party) > 1
        origins.append(
            Origin(side, side, not repeats, False, tuple(group), _why_party(side, group))
        )
    return tuple(origins)


def _why_one(group: list[Entry]) -> str:
    if len(group) == 1:
        return f"One statement, by {group[0].claim.actor}."
    voices = len({entry.claim.actor for entry in group})
    speakers = f"{voices} speakers" if voices > 1 else group[0].claim.actor
    return f"{len(group)} statements by {speakers} reach us through one report and count once."


def _why_party(side: str, group: list[Entry]) -> str:
    voices = len({entry.claim.actor for entry in group})
    if side == _OUTLETS:
        return "A party's own outlets; they do not corroborate the party."
    if voices == 1:
        return f"The word of a party, by {group[0].claim.actor}."
    return f"The word of one party through {voices} speakers; it does not corroborate itself."


def one_origin_only(events: pd.DataFrame, parties: Collection[str] = ()) -> pd.Series:
    """Return which events rest on one origin alone.

    Returns
    -------
    Series of bool, n values
        Indexed like `events`; False where nobody affirms anything.
    """
    single = [
        sum(origin.counts for origin in independent_origins(entries, parties)) == 1
        for entries in ledgers(events).values()
    ]
    return pd.Series(single, index=events.index, dtype=bool)


def corroborated(entries: Ledger, topic: str, parties: Collection[str]) -> bool:
    """Return whether two origins affirm a topic, at least one of them open to check.

    Two opposing parties that say the same need no third. On damage and casualties a party does
    not count at all: "none" is an account too, and the rule cannot read. An independent
    contradiction undoes it; a party's denial does not.
    """
    counted = [origin for origin in independent_origins(entries, parties, {topic}) if origin.counts]
    if topic in MAY_BE_NONE:
        counted = [origin for origin in counted if origin.checkable]
    opposed = sum(origin.party is not None for origin in counted) > 1
    supported = len(counted) > 1 and (opposed or any(origin.checkable for origin in counted))
    return supported and not _open_to_check(opposing(entries, topic), parties)


@dataclass(frozen=True)
class Support:
    """What claims and origins alone would support, and why, in one sentence."""

    verification: str
    aspects: tuple[str, ...]
    reason: str


def supported_verification(entries: Ledger, parties: Collection[str] = ()) -> Support:
    """Return the verification that the ledger alone would support.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    parties : collection of str
        Sides that are parties to the conflict.

    Returns
    -------
    Support
        One of retracted, disputed, verified, partly_verified, unverified. Never unverifiable
        or false: those are a desk's judgement.

    Notes
    -----
    An aspect (place, time, content) is supported where two origins affirm it and one of them,
    independent of the parties, rests on a witness, a picture or a document, or where opposing
    parties agree. What the editor saw beyond the claims is unknown to the rule: it stands beside
    the record's own word and never replaces it.
    """
    facts = affirming(entries, [topic for topics in ASPECTS.values() for topic in topics])
    if not facts:
        if any(entry.claim.stance == "withdraws" for entry in entries):
            return Support("retracted", (), "Whoever affirmed it has taken that back.")
        return Support("unverified", (), "Nobody on record affirms that it happened.")
    if not corroborated(entries, "occurrence", parties):
        against = _dispute(entries, parties)
        if against:
            return Support(
                "disputed", (), f"What happened is contradicted by {against.claim.actor}."
            )
    aspects = tuple(
        aspect
        for aspect, topics in ASPECTS.items()
        if any(corroborated(entries, topic, parties) for topic in topics)
    )
    if len(aspects) == len(ASPECTS):
        return Support("verified", aspects, "Place, time and content each have a second origin.")
    if aspects:
        named = " and ".join(aspects)
        verb = "have" if len(aspects) > 1 else "has"
        return Support("partly_verified", aspects, f"Only {named} {verb} a second origin.")
    return Support("unverified", (), _why_unverified(facts, parties))


def _dispute(entries: Ledger, parties: Collection[str]) -> Entry | None:
    """Return the first opposing statement that does not share its origin with the account."""
    affirmed = {_root(entry, parties) for entry in affirming(entries, {"occurrence"})}
    return next(
        (entry for entry in opposing(entries, "occurrence") if affirmed - {_root(entry, parties)}),
        None,
    )


def _root(entry: Entry, parties: Collection[str]) -> str:
    if entry.claim.side in parties:
        return entry.claim.side
    return entry.origin or entry.claim.actor


def _why_unverified(facts: Ledger, parties: Collection[str]) -> str:
    counted = [origin for origin in independent_origins(facts, parties) if origin.counts]
    if len(counted) > 1:
        return (
            f"{len(counted)} origins, but on no point does a witness, a picture or a document "
            "outside the parties stand beside another origin."
        )
    if counted[0].party:
        return "All accounts are one party's word."
    return "All accounts go back to one origin."


def check_verification(events: pd.DataFrame, parties: Collection[str] = ()) -> pd.DataFrame:
    """Return the verification on record beside what the claims alone would support.

    Returns
    -------
    DataFrame, n rows
        Indexed like `events`: recorded, recorded_aspects, supported, supported_aspects,
        reason, differs.
    """
    supports = [supported_verification(entries, parties) for entries in ledgers(events).values()]
    checked = pd.DataFrame(
        {
            "recorded": events["verification"],
            "recorded_aspects": events["verified_aspects"],
            "supported": [support.verification for support in supports],
            "supported_aspects": [support.aspects for support in supports],
            "reason": [support.reason for support in supports],
        },
        index=events.index,
    )
    same_aspects = [
        set(recorded) == set(supported)
        for recorded, supported in zip(
            checked["recorded_aspects"], checked["supported_aspects"], strict=True
        )
    ]
    partly = checked["recorded"].eq("partly_verified")
    differs = checked["recorded"].ne(checked["supported"]) | (
        partly & ~pd.Series(same_aspects, index=events.index, dtype=bool)
    )
    return checked.assign(differs=differs)
