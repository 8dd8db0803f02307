"""What claims and origins alone would support, beside what the record says."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from geo.claims.ledger import Entry, Ledger, ledgers
from geo.claims.origins import (
    CHECKABLE,
    affirming,
    independent_origins,
    is_party_word,
    opposing,
)
from geo.claims.speakers import join

# The aspects of `verified_aspects`.
ASPECTS = ("place", "time", "content")

# Who heard a blast can tell that there was one, when and where; not what it was.
_SHOWS = frozenset({"visual_evidence", "document"})
_CONTENT = ("occurrence", "damage")

# "None" is an account of these too, and the rule cannot read.
MAY_BE_NONE = frozenset({"damage", "casualties"})


def _tells(entry: Entry) -> bool:
    return entry.claim.basis in CHECKABLE


def _was_there(entry: Entry) -> bool:
    """Return whether an account of what happened is one of where and when as well.

    A witness was at a place at a time, and whoever supports an account with a picture has
    placed it; a picture that is only posted says neither.
    """
    basis, stance = entry.claim.basis, entry.claim.stance
    return basis == "witnessed" or (basis in CHECKABLE and stance == "corroborates")


def _shows(entry: Entry) -> bool:
    return entry.claim.basis in _SHOWS


def corroborated(
    entries: Ledger,
    topic: str,
    parties: Collection[str],
    telling: Callable[[Entry], bool] = _tells,
    parties_agree: bool = True,
) -> bool:
    """Return whether two origins affirm a topic, at least one of them open to check.

    Parameters
    ----------
    telling : callable
        Which statements from outside the parties are open to check; by default witnesses,
        pictures and documents.
    parties_agree : bool
        Whether two opposing parties that say the same need no third.

    Notes
    -----
    On damage and casualties a party does not count at all: "none" is an account too, and the
    rule cannot read. A contradiction from outside the parties undoes it, whatever it rests on; a
    party's denial does not.
    """
    counted = [origin for origin in independent_origins(entries, parties, {topic}) if origin.counts]
    if topic in MAY_BE_NONE:
        counted = [origin for origin in counted if origin.checkable]
    opposed = parties_agree and sum(origin.party is not None for origin in counted) > 1
    told = any(
        telling(entry) and not is_party_word(entry, parties)
        for origin in counted
        for entry in origin.entries
    )
    supported = len(counted) > 1 and (opposed or told)
    return supported and _contradiction(entries, topic, parties) is None


def _contradiction(entries: Ledger, topic: str, parties: Collection[str]) -> Entry | None:
    """Return the first opposing statement from outside the parties."""
    return next(
        (entry for entry in opposing(entries, topic) if not is_party_word(entry, parties)), None
    )


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
    counts for both if a witness gives it, or if a picture corroborates it. Content takes more: a
    picture or a document beside another origin, and nobody independent who contradicts what
    happened or what it damaged. What the editor saw beyond the claims is unknown to the rule: it
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
    there = corroborated(entries, "occurrence", parties, _was_there)
    shown = corroborated(entries, "occurrence", parties, _shows, parties_agree=False)
    held = {
        "place": there or corroborated(entries, "place", parties),
        "time": there or corroborated(entries, "time", parties),
        "content": (shown or corroborated(entries, "damage", parties))
        and not _contradictions(entries, parties),
    }
    return tuple(aspect for aspect in ASPECTS if held[aspect])


def _contradictions(entries: Ledger, parties: Collection[str]) -> Ledger:
    found = (_contradiction(entries, topic, parties) for topic in _CONTENT)
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
