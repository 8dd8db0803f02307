"""Whom statements name as the one who did it: rival accounts never support one another."""

from geo.claims.entry import Entry
from geo.claims.ledger import Ledger
from geo.claims.stances import select_affirming, select_opposing
from geo.events import Claim

PERPETRATOR = "perpetrator"

Doers = frozenset[str]
"""Names of sides or others; empty where a statement names nobody."""


def find_doers(claim: Claim) -> Doers:
    """Return whom a claim names as the one who did it, in its data and not in its words.

    A claim of responsibility names the speaker's own side where it does not say for whom it
    claims. Case does not matter.
    """
    if claim.accuses:
        return frozenset(" ".join(name.casefold().split()) for name in claim.accuses)
    return frozenset({claim.side.casefold()} if claim.stance == "claims_responsibility" else ())


def agree_on_doers(entries: Ledger) -> bool:
    """Return whether all accounts of who did it name the same, and nobody denies any.

    An account that names nobody agrees with none: it cannot be said to name the same.
    """
    affirming = select_affirming(entries, {PERPETRATOR})
    named = {find_doers(entry.claim) for entry in affirming}
    return (
        len(named) == 1 and frozenset() not in named and not select_opposing(entries, PERPETRATOR)
    )


def find_rivals(entries: Ledger) -> Ledger:
    """Return accounts of who did it that name different doers; empty where they name the same."""
    naming: tuple[Entry, ...] = tuple(
        entry for entry in select_affirming(entries, {PERPETRATOR}) if find_doers(entry.claim)
    )
    return naming if len({find_doers(entry.claim) for entry in naming}) > 1 else ()
