"""Statements that are filed under events that a file leaves out, moved to events in the file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd
from geopandas import GeoDataFrame

from geo.events import Casualties, Claim, Source

_COUNTS = ("killed", "injured")


@dataclass(frozen=True)
class Reassigned:
    """What a file has with other events than the record.

    Attributes
    ----------
    values : mapping
        For claims, sources, killed and injured: the new value of each event that has another one.
    filed_as : mapping
        For each event with claims of others: the id of each, with its address in the record, such
        as "harbour-fire#c2", by which it can be cited.
    """

    values: Mapping[str, Mapping[str, object]]
    filed_as: Mapping[str, Mapping[str, str]]


NOTHING_REASSIGNED = Reassigned({}, {})


def reassign_claims(events: GeoDataFrame, kept: pd.Series) -> Reassigned:
    """Return what is new with the kept events, so that they hold every statement about them.

    A statement about several events is filed under one of them. Where that one is left out, the
    statement and its source move to the first kept event that it is about, under the next free
    ids, and figures that rest on it refer to it there. A filter must neither lose a denial nor
    leave a figure without its source.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record, as `read_events` gives it.
    kept : Series of bool, n values
    """
    part = events.loc[kept, ["claims", "sources", *_COUNTS]]
    claims: dict[str, list[Claim]] = {}
    sources: dict[str, list[Source]] = {}
    grounds: dict[str, tuple[str, str]] = {}
    copies: dict[tuple[str, str, str], str] = {}
    for old_event, claim, source, about in _moves(events[~kept], part):
        new_event = about[0]
        own_claims = claims.setdefault(new_event, list(part.at[new_event, "claims"]))
        own_sources = sources.setdefault(new_event, list(part.at[new_event, "sources"]))
        if source is not None and (new_event, old_event, source.id) not in copies:
            new = _free_id("s", [one.id for one in own_sources])
            copies[new_event, old_event, source.id] = new
            own_sources.append(replace(source, id=new))
        new = _free_id("c", [one.id for one in own_claims])
        grounds[f"{old_event}#{claim.id}"] = new_event, new
        source_id = copies[new_event, old_event, source.id] if source else None
        own_claims.append(replace(claim, id=new, source=source_id, also_about=tuple(about[1:])))
    values: dict[str, dict[str, object]] = {
        "claims": {event: tuple(own) for event, own in claims.items()},
        "sources": {event: tuple(own) for event, own in sources.items()},
    }
    for name in _COUNTS:
        values[name] = {
            event: _rest_on(event, count, grounds)
            for event, count in (part[name].items() if grounds else ())
            if count is not None and count.claim in grounds
        }
    filed_as: dict[str, dict[str, str]] = defaultdict(dict)
    for address, (event, claim_id) in grounds.items():
        filed_as[event][claim_id] = address
    return Reassigned(values, filed_as)


def apply_reassigned(part: GeoDataFrame, reassigned: Reassigned) -> GeoDataFrame:
    """Return some of the kept events with the statements that were moved to them.

    The column `refiled_claims` then says of each event, by the id of the claim, what such a
    statement is called in the record; it is not there where no statement of any event was moved.
    """
    if reassigned.filed_as:
        filed_as = [reassigned.filed_as.get(event) for event in part.index]
        part = part.assign(refiled_claims=pd.Series(filed_as, part.index, dtype=object))
    for name, changes in reassigned.values.items():
        if changes and name in part and not changes.keys().isdisjoint(part.index):
            values = [changes.get(event, value) for event, value in part[name].items()]
            part = part.assign(**{name: pd.Series(values, part.index, dtype=object)})
    return part


def _moves(
    left_out: GeoDataFrame, part: pd.DataFrame
) -> Iterator[tuple[str, Claim, Source | None, list[str]]]:
    """Yield statements filed under events left out, with the kept events they are about."""
    if left_out.empty:
        return
    resting = defaultdict(list)
    for name in _COUNTS:
        for event, count in part[name].items():
            if count is not None and count.claim and "#" in count.claim:
                resting[count.claim].append(event)
    here = frozenset(part.index)
    for old_event, claims, sources in zip(
        left_out.index, left_out["claims"], left_out["sources"], strict=True
    ):
        for claim in claims:
            about = [event for event in claim.also_about if event in here]
            about += resting.get(f"{old_event}#{claim.id}", [])
            if about:
                source = next((one for one in sources if one.id == claim.source), None)
                yield old_event, claim, source, list(dict.fromkeys(about))


def _free_id(letter: str, used: list[str]) -> str:
    number = len(used) + 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"


def _rest_on(event: str, count: Casualties, grounds: dict[str, tuple[str, str]]) -> Casualties:
    new_event, claim = grounds[count.claim or ""]
    return replace(count, claim=claim if new_event == event else f"{new_event}#{claim}")
