"""Rules of verification: two voices on an aspect, and a party is one voice with all its offices."""

from collections.abc import Collection, Iterator

from geo.claims import Ledger, Sides
from geo.claims.sides import NO_SIDES
from geo.claims.stances.stance_classes import AFFIRMING, CHECKABLE, OPPOSING
from geo.events.vocabulary import VOCABULARY
from geo.story.check.remark import Checked, Remark

# What a statement must be about to speak for an aspect.
_ABOUT: dict[str, frozenset[str]] = {
    "place": frozenset({"place", "occurrence"}),
    "time": frozenset({"time", "occurrence"}),
    "content": frozenset({"occurrence", "damage"}),
}


def find_voices(entries: Ledger, aspect: str, sides: Sides = NO_SIDES) -> frozenset[str]:
    """Return who supports an aspect, each independent of the others.

    A party is one voice, however many speak for it. Anybody else is one only by what they saw or
    heard themselves, and as often as their origins have been judged to be different.
    """
    found = set()
    for entry in entries:
        claim = entry.claim
        if claim.stance not in AFFIRMING or not _ABOUT[aspect] & set(claim.about):
            continue
        if claim.side in sides.parties:
            found.add(claim.side)
        elif sides.is_declared(claim.side) and claim.basis in CHECKABLE and entry.origin:
            found.add(entry.origin)
    return frozenset(found)


def find_unsupported_aspects(checked: Checked) -> Iterator[Remark]:
    """Yield aspects called verified on which fewer than two voices speak."""
    wanted = "aspects on which two voices speak: a party is one, a report without origin none"
    rows = zip(
        checked.events.index.tolist(),
        checked.events["event_type"],
        checked.events["verified_aspects"],
        strict=True,
    )
    for event, event_type, aspects in rows:
        if event_type == "measure":
            continue  # an order is its own announcement
        voices = {
            aspect: find_voices(checked.ledgers[event], aspect, checked.story.declared_sides)
            for aspect in aspects
        }
        few = [f"{name} with {_count_voices(by)}" for name, by in voices.items() if len(by) < 2]
        if few:
            yield Remark(event, "verified_aspects", ", ".join(few), wanted)


def find_unnoticed_voices(checked: Checked) -> Iterator[Remark]:
    """Yield unverified events about which two voices say the same."""
    for event, verification in checked.events["verification"].items():
        if verification != "unverified":
            continue
        for aspect in VOCABULARY["verified_aspects"]:
            voices = find_voices(checked.ledgers[event], aspect, checked.story.declared_sides)
            if len(voices) > 1:
                found = f"'unverified' with {_count_voices(voices)} on {aspect}"
                wanted = "partly_verified, once a check confirms it"
                yield Remark(event, "verification", found, wanted)


def find_miscounted_aspects(checked: Checked) -> Iterator[Remark]:
    """Yield events whose word of verification and whose aspects say different things."""
    names = tuple(VOCABULARY["verified_aspects"])
    columns = checked.events[["verification", "verified_aspects"]]
    for event, verification, aspects in columns.itertuples():
        number = len(set(aspects))
        wanted = {"verified": f"all of {', '.join(names)}", "partly_verified": "one or two of them"}
        allowed = {"verified": {3}, "partly_verified": {1, 2}}.get(verification, {0})
        if number not in allowed:
            found = f"{', '.join(aspects) or 'none'} with verification {verification!r}"
            yield Remark(event, "verified_aspects", found, wanted.get(verification, "none"))


def find_undisputed_disputes(checked: Checked) -> Iterator[Remark]:
    """Yield events called disputed although no statement contradicts what happened."""
    for event, verification in checked.events["verification"].items():
        if verification == "disputed" and not _has_opposition(checked.ledgers[event]):
            wanted = "a claim about the occurrence that denies or contradicts it"
            yield Remark(str(event), "verification", "'disputed' with no such claim", wanted)


def _has_opposition(entries: Ledger) -> bool:
    return any(
        entry.claim.stance in OPPOSING and "occurrence" in entry.claim.about for entry in entries
    )


def _count_voices(voices: Collection[str]) -> str:
    names = ", ".join(sorted(voices))
    return f"{len(voices)} voice{'' if len(voices) == 1 else 's'}" + (
        f" ({names})" if names else ""
    )
