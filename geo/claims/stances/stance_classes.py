"""Which statements affirm, oppose or leave open, and which can be checked by others."""

from collections.abc import Collection

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.sides import Sides
from geo.events import Claim
from geo.events.same_name import is_same_name
from geo.events.vocabulary import VOCABULARY

# The grid shows all of them, so that readers see which topics nobody spoke about.
TOPICS = tuple(VOCABULARY["about"])

# Each stance is in one of these six; all other sets combine them. Their order is that within a
# sentence.
NAMING = ("claims_responsibility", "accuses")
SUPPORTING = ("corroborates", "asserts")
# To say that an attack was staged is to deny it.
DENYING = ("denies", "alleges_staged")
CONTRADICTING = ("contradicts",)
WITHDRAWING = ("withdraws",)
OPEN = ("neither_confirms_nor_denies", "cannot_verify", "urges_caution")

AFFIRMING = NAMING + SUPPORTING
OPPOSING = DENYING + CONTRADICTING
# Affirming speakers come first, then opposing ones, then those who leave it open: always in this
# order, so that the order is not a judgement.
STANCE_CLASSES = (AFFIRMING, OPPOSING + WITHDRAWING, OPEN)

# Seen or heard by the speaker: others can check it. What an official, a medium or an analyst
# passes on of what somebody else saw they cannot.
CHECKABLE = frozenset({"witnessed", "visual_evidence", "document"})

# A reaction says nothing about what it reacts to.
FACT_TOPICS = frozenset(TOPICS) - {"response"}


def is_only_about_casualties(claim: Claim) -> bool:
    """Return whether a statement says who was hurt, and neither what happened nor who did it."""
    return set(claim.about) == {"casualties"} and claim.stance not in NAMING


def counts_as_voice(entry: Entry, sides: Sides) -> bool:
    """Return whether a statement may support an account.

    Its side is one of the story's, and somebody has judged where its source has it from.
    """
    return entry.origin is not None and sides.is_declared(entry.claim.side)


def is_party_word(entry: Entry, sides: Sides) -> bool:
    """Return whether a party speaks, or its own outlet for it."""
    side = entry.claim.side
    return side in sides.parties or (entry.from_party and sides.is_declared(side))


def is_checkable(entry: Entry, sides: Sides) -> bool:
    """Return whether a statement from outside the parties is a witness, picture or document."""
    return (
        entry.claim.basis in CHECKABLE
        and counts_as_voice(entry, sides)
        and not is_party_word(entry, sides)
    )


def select_affirming(entries: Ledger, topics: Collection[str] = FACT_TOPICS) -> Ledger:
    """Return the statements that affirm something on any of the topics and were not withdrawn."""
    wanted = frozenset(topics)
    affirming = tuple(
        entry
        for entry in entries
        if entry.claim.stance in AFFIRMING and not wanted.isdisjoint(entry.claim.about)
    )
    if all(entry.claim.stance != "withdraws" for entry in entries):
        return affirming
    return tuple(
        entry
        for entry in affirming
        if not _is_withdrawn(entry, entries[entries.index(entry) + 1 :])
    )


def select_opposing(entries: Ledger, topic: str) -> Ledger:
    """Return the statements that deny or contradict an account of a topic, or call it staged."""
    return tuple(
        entry for entry in entries if entry.claim.stance in OPPOSING and topic in entry.claim.about
    )


def _is_withdrawn(entry: Entry, later: Ledger) -> bool:
    return any(
        other.claim.stance == "withdraws"
        and is_same_name(str(other.claim.actor), str(entry.claim.actor))
        and not set(other.claim.about).isdisjoint(entry.claim.about)
        for other in later
    )
