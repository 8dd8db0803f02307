"""The members of an event checked against each other, once each is good by itself."""

from typing import NamedTuple

from geo.errors import Problem
from geo.events.parts import Casualties, Claim, Source


class CrossChecked(NamedTuple):
    """The members of an event, except its times, that are checked against each other."""

    verification: str
    verified_aspects: tuple[str, ...]
    attribution: str
    established_by: str | None
    killed: Casualties | None
    injured: Casualties | None
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def find_contradictions(members: CrossChecked) -> list[Problem]:
    """Return what is wrong with members that are each good by themselves."""
    problems: list[Problem] = []
    claims = {claim.id for claim in members.claims}
    sources = {source.id for source in members.sources}
    if members.verification == "partly_verified" and not members.verified_aspects:
        wanted = "which aspects are verified: place, time, content"
        problems.append(Problem("verified_aspects", "an empty list", wanted))
    if members.attribution == "established" and members.established_by is None:
        wanted = "who established it, as attribution is 'established'"
        problems.append(Problem("established_by", "null", wanted))
    if len(claims) < len(members.claims):
        problems.append(_describe_repeated("claims", len(members.claims), len(claims)))
    if len(sources) < len(members.sources):
        problems.append(_describe_repeated("sources", len(members.sources), len(sources)))
    for number, claim in enumerate(members.claims):
        if claim.source is not None and claim.source not in sources:
            wanted = "the id of a source of this event"
            problems.append(Problem(f"claims[{number}].source", repr(claim.source), wanted))
    for name, count in (("killed", members.killed), ("injured", members.injured)):
        if count and count.claim and "#" not in count.claim and count.claim not in claims:
            wanted = "the id of a claim of this event, or event#claim for one of another event"
            problems.append(Problem(f"{name}.claim", repr(count.claim), wanted))
    return problems


def _describe_repeated(name: str, count: int, different: int) -> Problem:
    found = f"{count} with {different} different ids"
    return Problem(name, found, "an id of its own for each")
