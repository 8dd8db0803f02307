"""Rules of statements: each is kept once, with its number, and a speaker is on one side."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pandas as pd

from geo.claims.sentences.clauses import has_room_in_line
from geo.errors import quote
from geo.events import Actor, Claim
from geo.story.check.remark import Checked, Remark


def find_repeated_statements(checked: Checked) -> Iterator[Remark]:
    """Yield statements that are kept under two events, or twice under one."""
    first: dict[object, str] = {}
    sources = {
        (str(event), source.id): (source.publisher, source.url)
        for event, listed in checked.events["sources"].items()
        for source in listed
    }
    for event, number, claim in _list_claims(checked.events):
        if claim.said_at is None and (not claim.actor.named or claim.source is None):
            continue  # the same words, at no moment, need not be one statement
        # An id such as s1 is another source in another event.
        source = sources.get((event, claim.source or ""))
        statement = (claim.actor, claim.said_at, claim.summary, source)
        address = f"{event}#{claim.id}"
        known = first.setdefault(statement, address)
        if known != address:
            wanted = "each statement once; also_about names the other events"
            yield Remark(event, f"claims[{number}]", f"the statement {known} again", wanted)


def find_strange_incidents(checked: Checked) -> Iterator[Remark]:
    """Yield statements that are also about an event of another incident, or about their own."""
    incidents = checked.events["incident"].to_dict()
    for event, number, claim in _list_claims(checked.events):
        for other in claim.also_about:
            field = f"claims[{number}].also_about"
            if other == event:
                yield Remark(event, field, "the event itself", "other events")
            elif other in incidents and (
                not _is_word(incidents[event]) or incidents[other] != incidents[event]
            ):
                found = f"{other!r} of another incident"
                yield Remark(event, field, found, "events with the same word in incident")


def find_missing_sources(checked: Checked) -> Iterator[Remark]:
    """Yield statements without a source in which they can be read."""
    for event, number, claim in _list_claims(checked.events):
        if claim.source is None:
            wanted = "the id of the source in which it can be read"
            yield Remark(event, f"claims[{number}].source", "nothing", wanted)


def find_summaries_without_room(checked: Checked) -> Iterator[Remark]:
    """Yield statements too long for the line of an event, and without a brief form for it."""
    for event, number, claim in _list_claims(checked.events):
        if not has_room_in_line(claim):
            found = f"nothing, and a summary of {len(claim.summary):,} characters"
            wanted = "what it says in few words, any denial too: the line of the event has no room"
            yield Remark(event, f"claims[{number}].brief", found, wanted)


def find_uncounted_casualties(checked: Checked) -> Iterator[Remark]:
    """Yield numbers of people that rest on no statement about casualties."""
    claims = {f"{event}#{claim.id}": claim for event, _, claim in _list_claims(checked.events)}
    for name in ("killed", "injured"):
        for event, count in checked.events[name].items():
            if count is None or (count.low is count.best is count.high is None):
                continue
            field = f"{name}.claim"
            if count.claim is None:
                yield Remark(str(event), field, "nothing", "the id of the claim that says it")
                continue
            address = count.claim if "#" in count.claim else f"{event}#{count.claim}"
            claim = claims.get(address)
            if claim and "casualties" not in claim.about:
                found = f"{quote(count.claim)}, which is about {', '.join(claim.about)}"
                yield Remark(str(event), field, found, "a claim about casualties")
            elif claim and not address.startswith(f"{event}#") and event not in claim.also_about:
                found = f"{quote(count.claim)}, which is not about this event"
                yield Remark(str(event), field, found, "a claim that names it in also_about")


def find_repeated_totals(checked: Checked) -> Iterator[Remark]:
    """Yield numbers of people that two events take from one statement, so that they count twice."""
    for name in ("killed", "injured"):
        first: dict[str, str] = {}
        for event, count in checked.events[name].items():
            if count is None or count.claim is None or not (count.low or count.best or count.high):
                continue
            address = count.claim if "#" in count.claim else f"{event}#{count.claim}"
            known = first.setdefault(address, str(event))
            if known != event:
                found = f"the number of {address}, which {known!r} has already"
                yield Remark(str(event), name, found, "a total once, with one of its events")


def find_speakers_of_two_sides(checked: Checked) -> Iterator[Remark]:
    """Yield statements of a named speaker under another side than most of that speaker's."""
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, claim in _list_claims(checked.events):
        if _is_one_speaker(claim.actor):
            sides[claim.actor.name][claim.side] += 1
    for event, number, claim in _list_claims(checked.events):
        if not _is_one_speaker(claim.actor):
            continue
        [(most, _)] = sides[claim.actor.name].most_common(1)
        if claim.side != most:
            found = f"{quote(claim.side)} for {quote(claim.actor.name)}"
            wanted = f"one side for a speaker, {quote(most)} as in the other claims"
            yield Remark(event, f"claims[{number}].side", found, wanted)


def _is_one_speaker(actor: Actor) -> bool:
    """Return whether a name is one speaker's wherever it occurs: not of witnesses, or unnamed."""
    return actor.named and actor.kind not in {"witness", None}


def _list_claims(events: pd.DataFrame) -> Iterator[tuple[str, int, Claim]]:
    for event, claims in events["claims"].items():
        for number, claim in enumerate(claims):
            yield str(event), number, claim


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value)
