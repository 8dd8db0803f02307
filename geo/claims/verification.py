"""What claims and origins alone would support, beside what the record says."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from geo.claims.corroboration import contradiction, corroborated, shows, was_there
from geo.claims.ledger import Entry, Ledger, ledgers
from geo.claims.origins import (
    affirming,
    independent_origins,
    opposing,
)
from geo.claims.speakers import join

# The aspects of `verified_aspects`.
ASPECTS = ("place", "time", "content")

_CONTENT = ("occurrence", "damage")


@dataclass(frozen=True)
class Support:
    """What claims and origins alone would support, and why, in one sentence."""

    verification: str
    aspects: tuple[str, ...]
    reason: str


def supported_verification(
    entries: Ledger, parties: Collection[str] = (), measure: bool = False
) -> Support:
    """Return the verification that the ledger alone would support.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    parties : collection of str
        Sides that are parties to the conflict.
    measure : bool
        Whether the event is an act of an authority. A ban is done by being announced: the word
        of whoever decides, or its document, is the act itself.

    Returns
    -------
    Support
        One of retracted, disputed, verified, partly_verified, unverified. Never unverifiable
        or false: those are a desk's judgement.

    Notes
    -----
    Place and time are supported where two origins affirm them and one of them, independent of
    the parties, is open to check, or where opposing parties agree. An account of what happened
    counts for both if a witness gives it, or if a picture corroborates it; what shows the damage
    tells the place. Content takes more: a picture or a document beside another origin, or damage
    that can be checked, and nobody independent who contradicts what happened or what it damaged.
    What the editor saw beyond the claims is unknown to the rule: it
    stands beside the record's own word and never replaces it.
    """
    facts = affirming(entries, {"place", "time", *_CONTENT})
    if not facts:
        if any(entry.claim.stance == "withdraws" for entry in entries):
            return Support("retracted", (), "Whoever affirmed it has taken that back.")
        return Support("unverified", (), "Nobody on record affirms that it happened.")
    against = _dispute(entries, parties)
    if against and not corroborated(entries, "occurrence", parties):
        return Support("disputed", (), f"What happened is contradicted by {against.claim.actor}.")
    if measure and not against and any(_is_announced(entry) for entry in facts):
        return Support("verified", ASPECTS, "A measure is done by being announced.")
    aspects = _aspects(entries, parties)
    if len(aspects) == len(ASPECTS):
        return Support("verified", aspects, "Place, time and content each have a second origin.")
    if aspects:
        return Support("partly_verified", aspects, _why_partly(entries, aspects, parties))
    return Support("unverified", (), _why_unverified(facts, parties))


def _aspects(entries: Ledger, parties: Collection[str]) -> tuple[str, ...]:
    there = corroborated(entries, "occurrence", parties, was_there)
    shown = corroborated(entries, "occurrence", parties, shows, parties_agree=False)
    damaged = corroborated(entries, "damage", parties, was_there, parties_agree=False)
    held = {
        "place": there or damaged or corroborated(entries, "place", parties),
        "time": there or corroborated(entries, "time", parties),
        "content": (shown or corroborated(entries, "damage", parties, shows, parties_agree=False))
        and not _contradictions(entries, parties),
    }
    return tuple(aspect for aspect in ASPECTS if held[aspect])


def _contradictions(entries: Ledger, parties: Collection[str]) -> Ledger:
    found = (contradiction(entries, topic, parties) for topic in _CONTENT)
    return tuple(entry for entry in found if entry)


def _is_announced(entry: Entry) -> bool:
    return entry.claim.basis in {"official_statement", "document"}


def _why_partly(entries: Ledger, aspects: tuple[str, ...], parties: Collection[str]) -> str:
    held = join(aspects, "and").capitalize()
    verb = "have" if len(aspects) > 1 else "has"
    reason = f"{held} {verb} a second origin"
    if "content" in aspects:
        return f"{reason}, the rest has not."
    against = _contradictions(entries, parties)
    if against:
        return f"{reason}; the content is contradicted by {against[0].claim.actor}."
    return f"{reason}; for the content no picture or document stands beside another origin."


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


def check_verification(
    events: pd.DataFrame, parties: Collection[str] = (), as_known_at: datetime | None = None
) -> pd.DataFrame:
    """Return the verification on record beside what the claims alone would support.

    The record's word is today's; the claims are those known at the moment, now by default.

    Returns
    -------
    DataFrame, n rows
        Indexed like `events`: recorded, recorded_aspects, supported, supported_aspects,
        reason, differs.
    """
    measures = events["event_type"].eq("measure")
    supports = [
        supported_verification(entries, parties, measure)
        for entries, measure in zip(ledgers(events, as_known_at).values(), measures, strict=True)
    ]
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
