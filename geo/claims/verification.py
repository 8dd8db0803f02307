"""What the claims and their origins alone would support, for comparison with the record."""

from dataclasses import dataclass

from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.origins.corroboration import (
    find_contradiction,
    is_corroborated,
    shows_content,
    shows_place_and_time,
)
from geo.claims.origins.independent_origins import find_independent_origins
from geo.claims.sentences.speakers import format_speaker
from geo.claims.sentences.texts import join_list
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import counts_as_voice, select_affirming, select_opposing
from geo.events.vocabulary import VOCABULARY

ASPECTS = tuple(VOCABULARY["verified_aspects"])

_CONTENT = ("occurrence", "damage")


@dataclass(frozen=True)
class SupportedVerification:
    """The verification that claims and origins alone support, and why, in one sentence."""

    verification: str
    aspects: tuple[str, ...]
    reason: str


def find_supported_verification(
    entries: Ledger, sides: Sides, measure: bool = False
) -> SupportedVerification:
    """Return the verification that the ledger alone would support.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    sides : Sides
        The sides of the story.
    measure : bool
        Whether the event is an act of an authority. A ban takes effect by being announced: the
        word of the person who decides, or its document, is the act itself.

    Returns
    -------
    SupportedVerification
        One of retracted, disputed, verified, partly_verified, unverified. Never unverifiable
        or false: those are an editor's judgement.

    Notes
    -----
    Place and time are supported where two origins affirm them and one of them, independent of
    the parties, is open to check, or where opposing parties agree. An account of what happened
    counts for both if a witness gives it, or if a picture corroborates it; what shows the damage
    shows the place. Content takes more: a picture or a document in addition to another origin,
    or damage that can be checked, and nobody independent who contradicts what happened or what
    it damaged. What the editor saw beyond the claims is unknown to the rule: its result is shown
    beside the record's own assessment and never replaces it.
    """
    facts = select_affirming(entries, {"place", "time", *_CONTENT})
    if not facts:
        if any(entry.claim.stance == "withdraws" for entry in entries):
            reason = "The speaker who affirmed it has withdrawn that."
            return SupportedVerification("retracted", (), reason)
        reason = "Nobody on record affirms that it happened."
        return SupportedVerification("unverified", (), reason)
    against = _find_dispute(entries, sides)
    if against and not is_corroborated(entries, "occurrence", sides):
        reason = f"What happened is contradicted by {_name(against)}."
        return SupportedVerification("disputed", (), reason)
    if measure and not against and any(_is_announced(entry, sides) for entry in facts):
        reason = "A measure takes effect by being announced."
        return SupportedVerification("verified", ASPECTS, reason)
    aspects = _find_supported_aspects(entries, sides)
    if len(aspects) == len(ASPECTS):
        reason = "Place, time and content each have a second origin."
        return SupportedVerification("verified", aspects, reason)
    if aspects:
        reason = _explain_partly(entries, aspects, sides)
        return SupportedVerification("partly_verified", aspects, reason)
    return SupportedVerification("unverified", (), _explain_unverified(facts, sides))


def _find_supported_aspects(entries: Ledger, sides: Sides) -> tuple[str, ...]:
    there = is_corroborated(entries, "occurrence", sides, shows_place_and_time)
    damaged = is_corroborated(entries, "damage", sides, shows_place_and_time, parties_agree=False)
    shown = any(
        is_corroborated(entries, topic, sides, shows_content, parties_agree=False)
        for topic in _CONTENT
    )
    supported = {
        "place": there or damaged or is_corroborated(entries, "place", sides),
        "time": there or is_corroborated(entries, "time", sides),
        "content": shown and not _find_contradictions(entries, sides),
    }
    return tuple(aspect for aspect in ASPECTS if supported[aspect])


def _find_contradictions(entries: Ledger, sides: Sides) -> Ledger:
    found = (find_contradiction(entries, topic, sides) for topic in _CONTENT)
    return tuple(entry for entry in found if entry)


def _is_announced(entry: Entry, sides: Sides) -> bool:
    is_public = entry.claim.basis in {"official_statement", "document"}
    return is_public and counts_as_voice(entry, sides)


def _find_dispute(entries: Ledger, sides: Sides) -> Entry | None:
    """Return the first opposing statement that does not share its origin with the account."""
    affirmed = {_find_root(entry, sides) for entry in select_affirming(entries, {"occurrence"})}
    opposing = select_opposing(entries, "occurrence")
    return next((entry for entry in opposing if affirmed - {_find_root(entry, sides)}), None)


def _find_root(entry: Entry, sides: Sides) -> str:
    if entry.claim.side in sides.parties:
        return entry.claim.side
    # A claim that does not count as a voice shares its origin with none, and settles no dispute.
    return (entry.origin or entry.key) if counts_as_voice(entry, sides) else entry.key


def _name(entry: Entry) -> str:
    return format_speaker(entry.claim.actor).rstrip(",")


def _explain_partly(entries: Ledger, aspects: tuple[str, ...], sides: Sides) -> str:
    supported = join_list(aspects, "and").capitalize()
    verb = "have" if len(aspects) > 1 else "has"
    reason = f"{supported} {verb} a second origin"
    if "content" in aspects:
        return f"{reason}; the rest does not."
    against = _find_contradictions(entries, sides)
    if against:
        return f"{reason}; the content is contradicted by {_name(against[0])}."
    return f"{reason}; no picture or document with a second origin supports the content."


def _explain_unverified(facts: Ledger, sides: Sides) -> str:
    counted = [origin for origin in find_independent_origins(facts, sides) if origin.counts]
    if len(counted) > 1:
        return (
            f"{len(counted)} origins, but on no point is a witness, picture or document from "
            "outside the parties backed by another origin."
        )
    if not counted:
        return "No account is by a side of the story from a source whose origin has been judged."
    if counted[0].party:
        return "All accounts are one party's word."
    return "All accounts go back to one origin."
