"""The perpetrators that statements name: rival accounts never support one another."""

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.stances.stance_classes import select_affirming, select_opposing
from geo.events import Claim

PERPETRATOR = "perpetrator"

Perpetrators = frozenset[str]
"""Names of sides or others; empty if a statement names nobody."""


def find_perpetrators(claim: Claim) -> Perpetrators:
    """Return whom a claim names as the one who did it, in its data and not in its words.

    A claim of responsibility names the speaker's own side where it does not say for whom it
    claims. Case does not matter.
    """
    if claim.accuses:
        return frozenset(" ".join(name.casefold().split()) for name in claim.accuses)
    return frozenset({claim.side.casefold()} if claim.stance == "claims_responsibility" else ())


def agree_on_perpetrators(entries: Ledger) -> bool:
    """Return whether all accounts of who did it name the same, and nobody denies any.

    An account without a name agrees with none, since it does not name the same.
    """
    affirming = select_affirming(entries, {PERPETRATOR})
    named = {find_perpetrators(entry.claim) for entry in affirming}
    return (
        len(named) == 1 and frozenset() not in named and not select_opposing(entries, PERPETRATOR)
    )


def find_rivals(entries: Ledger) -> Ledger:
    """Return accounts that name different perpetrators; empty if all name the same."""
    naming: tuple[Entry, ...] = tuple(
        entry
        for entry in select_affirming(entries, {PERPETRATOR})
        if find_perpetrators(entry.claim)
    )
    return naming if len({find_perpetrators(entry.claim) for entry in naming}) > 1 else ()
