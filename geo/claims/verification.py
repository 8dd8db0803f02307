"""What claims and origins alone would support, beside what the record says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from geo.claims.ledger import Entry, Ledger, ledgers
from geo.claims.origins import affirming, independent_origins, is_party_word, opposing

# Which topics each aspect of `verified_aspects` answers.
ASPECTS: Mapping[str, tuple[str, ...]] = {
    "place": ("place",),
    "time": ("time",),
    "content": ("occurrence", "damage"),
}

# "None" is an account of these too, and the rule cannot read.
MAY_BE_NONE = frozenset({"damage", "casualties"})


def corroborated(entries: Ledger, topic: str, parties: Collection[str]) -> bool:
    """Return whether two origins affirm a topic, at least one of them open to check.

    Two opposing parties that say the same need no third. On damage and casualties a party does
    not count at all: "none" is an account too, and the rule cannot read. A contradiction
    from outside the parties undoes it, whatever it rests on; a party's denial does not.
    """
    counted = [origin for origin in independent_origins(entries, parties, {topic}) if origin.counts]
    if topic in MAY_BE_NONE:
        counted = [origin for origin in counted if origin.checkable]
    opposed = sum(origin.party is not None for origin in counted) > 1
    supported = len(counted) > 1 and (opposed or any(origin.checkable for origin in counted))
    contradicted = any(not is_party_word(entry, parties) for entry in opposing(entries, topic))
    return supported and not contradicted


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
